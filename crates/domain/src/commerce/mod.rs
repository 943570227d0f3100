//! Products and prices.

use crate::kernel::decimal::divide;

/// The value of a line in minor units: quantity, in ten thousandths, × unit price, halves away from zero; `None` where it
/// is too great.
pub fn line_total(quantity: i64, unit_price: i64) -> Option<i64> {
    i64::try_from(divide(i128::from(quantity) * i128::from(unit_price), 10_000)).ok()
}

#[cfg(test)]
mod tests {
    use super::line_total;

    #[test]
    fn rounds_halves_away_from_zero() {
        assert_eq!(line_total(25_000, 1_999), Some(4_998));
        assert_eq!(line_total(5_000, 1), Some(1));
        assert_eq!(line_total(0, 1), Some(0));
        assert_eq!(line_total(i64::MAX, i64::MAX), None);
    }
}
