//! How benches measure a process: wall time, which is what a person waits for, and CPU time (user and system), which is
//! what CI pays.

// Every bench is a program of its own, and none needs all of this.
#![allow(dead_code)]

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// Wall and CPU times of some runs, each sorted.
pub type Times = (Vec<Duration>, Vec<Duration>);

/// The times of `runs` runs. Exit codes differ in meaning between programs and are not looked at.
pub fn measure(mut command: Command, runs: usize) -> Times {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let one = |_| {
        let (cpu, wall) = (spent(), Instant::now());
        command.status().expect("the program runs");
        (wall.elapsed(), spent().saturating_sub(cpu))
    };
    let (mut walls, mut cpus): Times = (0..runs).map(one).unzip();
    walls.sort_unstable();
    cpus.sort_unstable();
    (walls, cpus)
}

/// Whether there is such a program on PATH.
pub fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// The titles of the columns of [`row`].
pub fn head() {
    println!("{:30} {:12} {:>12} {:>12} {:>12}", "what", "who", "wall median", "wall least", "CPU median");
}

/// A row of a table: what was done, by whom, and how long it took.
pub fn row(what: &str, who: &str, (walls, cpus): &Times) {
    let middle = |times: &[Duration]| shown(times[times.len() / 2]);
    println!("{what:30} {who:12} {:>12} {:>12} {:>12}", middle(walls), shown(walls[0]), middle(cpus));
}

/// A time in milliseconds.
pub fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1000.0)
}

/// User and system time of all processes that were waited for.
pub fn spent() -> Duration {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("resource usage");
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    Duration::from_micros(micros.try_into().unwrap_or(0))
}
