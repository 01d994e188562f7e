//! Times as tables.

use std::time::Duration;

use super::pace::Took;

/// Median, 99th percentile and the longest by the clock, and the 99th percentile of the work.
pub fn of_keys(times: Vec<Took>) -> String {
    let mut work: Vec<Duration> = times.iter().map(|took| took.work).collect();
    work.sort_unstable();
    let most_work = shown(percentile(&work, 0.99));
    format!("{} | {most_work}", of_many(times.into_iter().map(|took| took.wall).collect()))
}

fn percentile(sorted: &[Duration], share: f64) -> Duration {
    sorted[((sorted.len() - 1) as f64 * share).round() as usize]
}

/// Median, 99th percentile and the longest of `times`.
pub fn of_many(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    let at = |share: f64| percentile(&times, share);
    format!("{} | {} | {}", shown(at(0.5)), shown(at(0.99)), shown(at(1.0)))
}

/// Median and the longest of a few `times`.
pub fn of_few(mut times: Vec<Duration>) -> String {
    times.sort_unstable();
    format!("{} ({})", shown(times[times.len() / 2]), shown(times[times.len() - 1]))
}

/// A time in milliseconds.
pub fn shown(time: Duration) -> String {
    let millis = time.as_secs_f64() * 1000.0;
    if millis < 10.0 { format!("{millis:.2} ms") } else { format!("{millis:.0} ms") }
}
