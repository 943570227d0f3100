use proptest::prelude::*;

use super::*;

fn currency(code: &str) -> Currency {
    code.parse().unwrap()
}

fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

#[test]
fn reads_no_more_digits_than_the_currency_has() {
    let read =
        |amount: &str, code| Money::from_decimal(amount.parse().unwrap(), currency(code)).map(|money| money.minor);
    assert_eq!(read("12.5", "CNY"), Ok(1250));
    assert_eq!(read("-12.50", "CNY"), Ok(-1250));
    assert_eq!(read("1.005", "CNY"), Err(DecimalError::Inexact.into()));
    assert_eq!(read("1.500", "KWD"), Ok(1500));
    assert_eq!(read("1500", "JPY"), Ok(1500));
    assert_eq!(read("1.5", "JPY"), Err(DecimalError::Inexact.into()));
    assert_eq!(read("92233720368547758.08", "CNY"), Err(DecimalError::OutOfRange.into()));
    assert_eq!(Money { minor: 1250, currency: currency("CNY") }.to_decimal().to_string(), "12.50");
    assert_eq!(Money { minor: 1250, currency: currency("JPY") }.to_decimal().to_string(), "1250");
}

#[test]
fn converts_between_exponents() {
    let converted = |minor, from, to, at| convert(minor, currency(from), currency(to), rate(at));
    // 1,000 JPY at 0.0512 CNY = 51.20 CNY.
    assert_eq!(converted(1000, "JPY", "CNY", "0.0512"), Ok(5120));
    // 51.20 CNY at 19.53125 JPY = 1,000 JPY.
    assert_eq!(converted(5120, "CNY", "JPY", "19.53125"), Ok(1000));
    // 1.500 KWD at 23.4 CNY = 35.10 CNY.
    assert_eq!(converted(1500, "KWD", "CNY", "23.4"), Ok(3510));
    // 1.0000 CLF at 38,000.5 CLP = 38,001 CLP; 1 CLP at 0.00002631 CLF = 0.00002631, rounded to 4 digits = 0.0000.
    assert_eq!(converted(10_000, "CLF", "CLP", "38000.5"), Ok(38_001));
    assert_eq!(converted(1, "CLP", "CLF", "0.00002631"), Ok(0));
    assert_eq!(converted(2, "CLP", "CLF", "0.00002631"), Ok(1));
    // 0.01 USD at 0.5 = 0.005: halves away from zero.
    assert_eq!(converted(1, "USD", "CNY", "0.5"), Ok(1));
    assert_eq!(converted(-1, "USD", "CNY", "0.5"), Ok(-1));
    assert_eq!(converted(1, "USD", "CNY", "0.49999999"), Ok(0));
}

#[test]
fn reports_what_is_too_great() {
    assert_eq!(convert(i64::MAX, currency("JPY"), currency("CLF"), Rate::MAX), Err(MoneyError::Overflow));
    assert_eq!(convert(i64::MIN, currency("JPY"), currency("CLF"), Rate::MAX), Err(MoneyError::Overflow));
    assert_eq!(convert(i64::MIN, currency("CNY"), currency("CNY"), rate("1")), Ok(i64::MIN));
}

proptest! {
    #[test]
    fn a_rate_of_one_only_changes_the_exponent(minor in -1_000_000_000_i64..1_000_000_000) {
        let one = rate("1");
        let dinars = convert(minor, currency("CNY"), currency("KWD"), one).unwrap();
        prop_assert_eq!(dinars, minor * 10);
        prop_assert_eq!(convert(dinars, currency("KWD"), currency("CNY"), one), Ok(minor));
    }

    #[test]
    fn converting_is_odd_and_monotone(a in any::<i64>(), b in any::<i64>(), scaled in 1_i64..=Rate::MAX.scaled()) {
        prop_assume!(a > i64::MIN && b > i64::MIN);
        let at = Rate::from_scaled(scaled).unwrap();
        let converted = |minor| convert(minor, currency("USD"), currency("JPY"), at);
        if let (Ok(left), Ok(right)) = (converted(a), converted(b)) {
            prop_assert!(a.cmp(&b) == left.cmp(&right) || left == right);
            if left > i64::MIN {
                prop_assert_eq!(converted(-a), Ok(-left));
            }
        }
    }
}
