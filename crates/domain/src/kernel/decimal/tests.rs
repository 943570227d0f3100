use proptest::prelude::*;

use super::{Decimal, DecimalError, Rate, divide};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn reads_plain_notation_only() {
    for (text, shown) in [
        ("12.50", "12.5"),
        ("-0.05", "-0.05"),
        ("+7", "7"),
        ("000.100", "0.1"),
        ("0", "0"),
        ("-0", "0"),
        ("-0.00", "0"),
    ] {
        assert_eq!(decimal(text).to_string(), shown);
    }
    for wrong in
        ["", "-", "+-1", "--1", ".5", "5.", ".", "1e3", "1,000", " 1", "1 ", "１", "1.2.3", "0x1", "NaN", "1.-2", "1_0"]
    {
        assert_eq!(wrong.parse::<Decimal>(), Err(DecimalError::Malformed), "{wrong}");
    }
}

#[test]
fn refuses_more_digits_than_it_keeps() {
    assert_eq!(decimal("0.123456789012").to_string(), "0.123456789012");
    assert_eq!("0.1234567890123".parse::<Decimal>(), Err(DecimalError::TooLong));
    assert_eq!(decimal("0.1234567890120").to_string(), "0.123456789012");
    assert_eq!(decimal(&"9".repeat(30)).to_string(), "9".repeat(30));
    assert_eq!("1".repeat(31).parse::<Decimal>(), Err(DecimalError::TooLong));
    assert_eq!(decimal(&format!("{}1", "0".repeat(40))).to_string(), "1");
    assert_eq!("0".repeat(100_000).parse::<Decimal>(), Err(DecimalError::TooLong));
}

#[test]
fn rescales_without_loss_or_refuses() {
    assert_eq!(decimal("12.5").rescale(2), Ok(1250));
    assert_eq!(decimal("12.50").rescale(1), Ok(125));
    assert_eq!(decimal("-12.50").rescale(1), Ok(-125));
    assert_eq!(decimal("12.51").rescale(1), Err(DecimalError::Inexact));
    assert_eq!(decimal("99999999999999999999").rescale(0), Err(DecimalError::OutOfRange));
    assert_eq!(decimal("9223372036854775807").rescale(0), Ok(i64::MAX));
    assert_eq!(decimal("-9223372036854775808").rescale(0), Ok(i64::MIN));
    assert_eq!(decimal("9223372036854775808").rescale(0), Err(DecimalError::OutOfRange));
    assert_eq!(decimal("1").rescale(255), Err(DecimalError::OutOfRange));
}

#[test]
fn rounds_halves_away_from_zero() {
    for (exact, rounded) in
        [("2.345", "2.35"), ("-2.345", "-2.35"), ("2.3449", "2.34"), ("-2.3451", "-2.35"), ("0.005", "0.01")]
    {
        assert_eq!(decimal(exact).round_to(2), decimal(rounded), "{exact}");
    }
    assert_eq!(decimal("2.5").round_to(0).to_string(), "3");
    assert_eq!(decimal("2.5").round_to(4).to_string(), "2.5");
    assert_eq!(Decimal::new(15, 13).to_string(), "0.000000000002");
    assert_eq!(Decimal::new(i128::MAX, 255).to_string(), "0.000000000000");
    assert_eq!(divide(i128::MIN, i128::MAX), -1);
}

#[test]
fn divides() {
    assert_eq!(Decimal::quotient(2, 3, 6), Some(decimal("0.666667")));
    assert_eq!(Decimal::quotient(-2, 3, 6), Some(decimal("-0.666667")));
    assert_eq!(Decimal::quotient(2, -3, 6), Some(decimal("-0.666667")));
    assert_eq!(Decimal::quotient(1, 2, 0), Some(decimal("1")));
    assert_eq!(Decimal::quotient(1, 4, 6).map(|quarter| quarter.to_string()), Some("0.250000".to_owned()));
    assert_eq!(Decimal::quotient(1, 0, 6), None);
    assert_eq!(Decimal::quotient(i128::MIN, -1, 0), None);
    assert_eq!(Decimal::quotient(i128::MAX, 1, 1), None);
}

#[test]
fn shows_the_digits_of_its_scale() {
    assert_eq!(Decimal::new(1250, 2).to_string(), "12.50");
    assert_eq!(Decimal::new(-5, 2).to_string(), "-0.05");
    assert_eq!(Decimal::new(1250, 2).normalized().to_string(), "12.5");
    assert_eq!(Decimal::new(0, 6).normalized().to_string(), "0");
    assert_eq!(Decimal::new(100, 0).normalized().to_string(), "100");
}

#[test]
fn compares_numbers_of_any_scale() {
    assert_eq!(Decimal::new(150, 2), Decimal::new(15, 1));
    assert!(Decimal::new(-5, 1) < Decimal::new(0, 0));
    assert!(Decimal::new(-15, 1) < Decimal::new(-1, 0));
    assert!(Decimal::new(i128::MAX, 0) > Decimal::new(i128::MAX, 1));
    assert!(Decimal::new(i128::MIN, 0) < Decimal::new(i128::MIN, 12));
}

#[test]
fn keeps_rates_within_their_bounds() {
    assert_eq!("7.1234".parse::<Rate>().map(Rate::scaled), Ok(712_340_000));
    assert_eq!("0".parse::<Rate>(), Err(DecimalError::OutOfRange));
    assert_eq!("1000000".parse::<Rate>(), Ok(Rate::MAX));
    assert_eq!("1000000.00000001".parse::<Rate>(), Err(DecimalError::OutOfRange));
    assert_eq!("-0.5".parse::<Rate>(), Err(DecimalError::OutOfRange));
    assert_eq!("0.000000001".parse::<Rate>(), Err(DecimalError::Inexact));
    assert_eq!(Rate::from_scaled(25_000_000).map(|quarter| quarter.to_string()), Ok("0.25".to_owned()));
}

#[test]
fn is_a_string_in_json() {
    assert_eq!(serde_json::to_string(&Decimal::new(1250, 2)).unwrap(), "\"12.50\"");
    assert_eq!(serde_json::from_str::<Decimal>("\"12.5\"").unwrap(), Decimal::new(1250, 2));
    assert!(serde_json::from_str::<Decimal>("12.5").is_err());
    assert_eq!(serde_json::from_str::<Rate>("\"0.5\"").unwrap().scaled(), 50_000_000);
    assert_eq!(serde_json::to_string(&Rate::from_scaled(50_000_000).unwrap()).unwrap(), "\"0.5\"");
}

proptest! {
    #[test]
    fn text_and_back(mantissa in -10_i128.pow(29)..10_i128.pow(29), scale in 0_u8..=12) {
        let known = Decimal::new(mantissa, scale);
        prop_assert_eq!(decimal(&known.to_string()), known);
        prop_assert_eq!(decimal(&known.to_string()).to_string(), known.normalized().to_string());
    }

    #[test]
    fn rescaling_and_back(scaled in any::<i64>(), scale in 0_u8..=12) {
        prop_assert_eq!(Decimal::new(scaled.into(), scale).rescale(scale), Ok(scaled));
    }

    #[test]
    fn order_is_that_of_the_numbers(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000, scales in (0_u8..=6, 0_u8..=6)) {
        let (left, right) = (Decimal::new(a.into(), scales.0), Decimal::new(b.into(), scales.1));
        let (wide_left, wide_right) = (a * 10_i64.pow(6 - u32::from(scales.0)), b * 10_i64.pow(6 - u32::from(scales.1)));
        prop_assert_eq!(left.cmp(&right), wide_left.cmp(&wide_right));
    }

    #[test]
    fn rounding_moves_by_half_a_unit_at_most(mantissa in -10_i64.pow(12)..10_i64.pow(12), scale in 1_u8..=12, dropped in 1_u8..=12) {
        let digits = scale.saturating_sub(dropped);
        let rounded = Decimal::new(mantissa.into(), scale).round_to(digits);
        let unit = 10_i128.pow(u32::from(scale - digits));
        let distance = rounded.mantissa() * unit - i128::from(mantissa);
        prop_assert!(distance.abs() * 2 <= unit);
        if distance.abs() * 2 == unit {
            prop_assert!(rounded.mantissa().abs() * unit > i128::from(mantissa).abs());
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "[-+]?[0-9.]{0,40}|\\PC{0,8}") {
        if let Ok(read) = text.parse::<Decimal>() {
            let _ = (read.rescale(8), read.round_to(2), read.normalized().to_string());
        }
    }
}
