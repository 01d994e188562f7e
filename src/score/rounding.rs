//! Numbers for people, rounded so that they never contradict a threshold beside them.
//!
//! Thresholds are compared with unrounded values. A grade of 8.04 fails at 8, so it has to be printed as 8.1, never
//! as 8.0; a reading ease of 49.96 fails at 50 and is printed as 49.9.

/// What arithmetic on doubles may be off by: far under anything that is printed or compared.
const NOISE: f64 = 1e-9;

/// `value` with one decimal, rounded up: for figures that have a maximum.
pub fn rounded_up(value: f64) -> String {
    format!("{:.1}", tidy((value * 10.0 - NOISE).ceil() / 10.0))
}

/// `value` with one decimal, rounded down: for figures that have a minimum.
pub fn rounded_down(value: f64) -> String {
    format!("{:.1}", tidy((value * 10.0 + NOISE).floor() / 10.0))
}

/// No minus sign before a zero.
fn tidy(value: f64) -> f64 {
    if value == 0.0 { 0.0 } else { value }
}

/// Whether `value` lies over `most`, noise of the arithmetic aside.
pub fn exceeds(value: f64, most: f64) -> bool {
    value > most + NOISE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_and_what_is_compared_agree() {
        for (value, up, down) in
            [(8.0, "8.0", "8.0"), (8.04, "8.1", "8.0"), (7.96, "8.0", "7.9"), (-0.04, "0.0", "-0.1")]
        {
            assert_eq!((rounded_up(value).as_str(), rounded_down(value).as_str()), (up, down));
        }
        let eight = 0.1 * 80.0 + f64::EPSILON * 4.0;
        assert_eq!(rounded_up(eight), "8.0");
        assert!(!exceeds(eight, 8.0));
        assert!(exceeds(8.04, 8.0));
    }
}
