use proptest::prelude::*;

use super::*;

fn currency(code: &str) -> Currency {
    code.parse().unwrap()
}

fn rate(text: &str) -> Rate {
    text.parse().unwrap()
}

fn probability(scaled: i64) -> BasisPoints {
    BasisPoints::from_scaled(scaled).unwrap()
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
fn adds_one_currency_only() {
    let cny = |minor| Money { minor, currency: currency("CNY") };
    let usd = Money { minor: 1, currency: currency("USD") };
    assert_eq!(cny(5).checked_add(cny(-7)), Ok(cny(-2)));
    assert_eq!(cny(5).checked_add(usd), Err(MoneyError::Currencies { left: currency("CNY"), right: currency("USD") }));
    assert_eq!(cny(i64::MAX).checked_add(cny(1)), Err(MoneyError::Overflow));
    assert_eq!(sum([i64::MAX, 1, -1]), Ok(i64::MAX));
    assert_eq!(sum([i64::MIN, -1]), Err(MoneyError::Overflow));
    assert_eq!(sum([]), Ok(0));
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

#[test]
fn weights_per_deal() {
    assert_eq!(weighted(100_000, probability(2500)), 25_000);
    // 0.01 × 0.5 = 0.005; 0.33 × 0.75 = 0.2475.
    assert_eq!(weighted(1, probability(5000)), 1);
    assert_eq!(weighted(-1, probability(5000)), -1);
    assert_eq!(weighted(1, probability(4999)), 0);
    assert_eq!(weighted(33, probability(7500)), 25);
    assert_eq!(weighted(i64::MIN, probability(10_000)), i64::MIN);
    assert_eq!(weighted(i64::MAX, probability(0)), 0);
}

#[test]
fn shares_out_to_the_last_cent() {
    assert_eq!(distribute(100, &[1, 1, 1]), Ok(vec![34, 33, 33]));
    assert_eq!(distribute(-100, &[1, 1, 1]), Ok(vec![-34, -33, -33]));
    // 14.29, 28.57, 57.14: the one left goes to the largest remainder.
    assert_eq!(distribute(100, &[1, 2, 4]), Ok(vec![14, 29, 57]));
    assert_eq!(distribute(2, &[0, 1, 1, 1]), Ok(vec![0, 1, 1, 0]));
    assert_eq!(distribute(5, &[]), Err(MoneyError::NoWeights));
    assert_eq!(distribute(5, &[0, 0]), Err(MoneyError::NoWeights));
}

proptest! {
    #[test]
    fn weighting_is_exact_rounding(minor in any::<i64>(), scaled in 0_i64..=10_000) {
        let exact = divide(i128::from(minor) * i128::from(scaled), 10_000);
        prop_assert_eq!(i128::from(weighted(minor, probability(scaled))), exact);
    }

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

    #[test]
    fn shares_add_up_and_stay_within_one_unit(total in any::<i64>(), weights in prop::collection::vec(any::<u32>(), 1..20)) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
        let shares = distribute(total, &weights).unwrap();
        prop_assert_eq!(sum(shares.iter().copied()), Ok(total));
        for (share, weight) in shares.iter().zip(&weights) {
            let exact = i128::from(total) * i128::from(*weight);
            prop_assert!((i128::from(*share) * whole - exact).abs() < whole);
            prop_assert!(*weight > 0 || *share == 0);
        }
    }
}
