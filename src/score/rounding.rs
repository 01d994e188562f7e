//! Numbers for people, rounded so that they never contradict a threshold beside them.
//!
//! Everything that prints a figure or writes it as JSON rounds it here, so that they all say the same. Thresholds are
//! compared with unrounded values. A grade of 8.04 fails at 8, so it has to be printed as 8.1, never
//! as 8.0; a reading ease of 49.96 fails at 50 and is printed as 49.9.

/// What arithmetic on doubles may be off by: far under anything that is printed or compared.
const NOISE: f64 = 1e-9;

/// `value` with one decimal, rounded up: for figures that have a maximum.
pub fn rounded_up(value: f64) -> String {
    format!("{:.1}", tenths_up(value))
}

/// `value` with one decimal, rounded down: for figures that have a minimum.
pub fn rounded_down(value: f64) -> String {
    format!("{:.1}", tenths_down(value))
}

/// `value` with one decimal, halves rounded up: for figures that no threshold stands beside.
pub fn rounded(value: f64) -> String {
    format!("{:.1}", tenths(value))
}

/// As [`rounded_up`], as a number.
pub fn tenths_up(value: f64) -> f64 {
    tidy((value * 10.0 - NOISE).ceil() / 10.0)
}

/// As [`rounded_down`], as a number.
pub fn tenths_down(value: f64) -> f64 {
    tidy((value * 10.0 + NOISE).floor() / 10.0)
}

/// As [`rounded`], as a number.
pub fn tenths(value: f64) -> f64 {
    tenths_down(value + 0.05)
}

/// `value` to two decimals, halves rounded up: for shares, which may be printed in whole per cent.
pub fn hundredths(value: f64) -> f64 {
    tidy((value * 100.0 + 0.5 + NOISE).floor() / 100.0)
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
    fn halves_go_up_whatever_a_double_makes_of_them() {
        for (value, expected) in [(2.25, "2.3"), (2.35, "2.4"), (2.249, "2.2"), (0.05, "0.1"), (0.0, "0.0")] {
            assert_eq!(rounded(value), expected);
        }
        assert_eq!(
            (hundredths(0.705).to_string(), hundredths(1.0 / 3.0).to_string()),
            ("0.71".into(), "0.33".into())
        );
    }

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
