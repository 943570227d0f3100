//! Amounts of money in minor units, exact: they never wrap, and rounding happens once per row, halves away from zero.

use super::{
    currency::Currency,
    decimal::{BasisPoints, Decimal, DecimalError, Rate, divide, power},
};

/// An amount in minor units of a currency: 1250 CNY is 12.50 元, 1250 JPY is 1250 円.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    /// Minor units.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// Why amounts cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The amount has more digits than its currency, or is too great.
    #[error(transparent)]
    Decimal(#[from] DecimalError),
    /// The result is too great for 64 bits of minor units.
    #[error("the amount is too great")]
    Overflow,
    /// Amounts of two currencies were added.
    #[error("{left} and {right} cannot be added")]
    Currencies {
        /// The first currency.
        left: Currency,
        /// The other one.
        right: Currency,
    },
    /// There is no weight above zero to share out by.
    #[error("there is nothing to share out by")]
    NoWeights,
}

impl Money {
    /// An amount from its decimal. Errors: [`DecimalError::Inexact`] for more digits than the currency's minor unit has,
    /// [`DecimalError::OutOfRange`].
    pub fn from_decimal(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        Ok(Self { minor: amount.rescale(currency.exponent())?, currency })
    }

    /// The decimal, with all digits of the currency: 12.50 for CNY.
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.minor.into(), self.currency.exponent())
    }

    /// The sum. Errors: [`MoneyError::Currencies`], [`MoneyError::Overflow`].
    pub fn checked_add(self, other: Self) -> Result<Self, MoneyError> {
        if self.currency != other.currency {
            return Err(MoneyError::Currencies { left: self.currency, right: other.currency });
        }
        Ok(Self { minor: self.minor.checked_add(other.minor).ok_or(MoneyError::Overflow)?, currency: self.currency })
    }

    /// Minor units of another currency: [`convert`].
    pub fn convert(self, to: Currency, rate: Rate) -> Result<i64, MoneyError> {
        convert(self.minor, self.currency, to, rate)
    }
}

/// Minor units of `to` for minor units of `from`, where `rate` is what one whole unit of `from` costs in whole units of `to`:
/// `minor × rate × 10^(to − from)` with the exponents of ISO 4217, exact, then rounded halves away from zero (decision 8).
/// Error: [`MoneyError::Overflow`].
pub fn convert(minor: i64, from: Currency, to: Currency, rate: Rate) -> Result<i64, MoneyError> {
    // The exponents differ by at most 4, so that the divisor keeps at least 4 of the rate's 8 digits and nothing has to be
    // multiplied but two 64-bit numbers, whose product fits 128 bits.
    let product = i128::from(minor) * i128::from(rate.scaled());
    let unit = power(Rate::SCALE + from.exponent() - to.exponent());
    i64::try_from(divide(product, unit)).map_err(|_| MoneyError::Overflow)
}

/// The amount weighted with a probability, rounded halves away from zero: `minor × probability` (decision 8: per deal, then
/// summed). Never greater than the amount, so it cannot overflow.
pub fn weighted(minor: i64, probability: BasisPoints) -> i64 {
    let whole = BasisPoints::MAX.scaled();
    let (ten_thousands, rest) = (minor / whole, minor % whole * probability.scaled());
    ten_thousands * probability.scaled() + (rest + rest.signum() * whole / 2) / whole
}

/// The sum of minor units of one currency. Error: [`MoneyError::Overflow`], judged on the whole sum, not on its steps.
pub fn sum(rows: impl IntoIterator<Item = i64>) -> Result<i64, MoneyError> {
    let total: i128 = rows.into_iter().map(i128::from).sum();
    i64::try_from(total).map_err(|_| MoneyError::Overflow)
}

/// Shares out minor units by weights so that the shares add up to the total: each gets `total × weight ÷ weights` cut towards
/// zero, and what is left goes in single units to the largest remainders, the earlier first (Hamilton's method).
/// As many shares as weights, in their order. Error: [`MoneyError::NoWeights`] if no weight is above zero.
pub fn distribute(total: i64, weights: &[u32]) -> Result<Vec<i64>, MoneyError> {
    let whole: i128 = weights.iter().map(|weight| i128::from(*weight)).sum();
    if whole == 0 {
        return Err(MoneyError::NoWeights);
    }
    let exact: Vec<i128> = weights.iter().map(|weight| i128::from(total) * i128::from(*weight)).collect();
    let mut shares: Vec<i128> = exact.iter().map(|share| share / whole).collect();
    let mut left = i128::from(total) - shares.iter().sum::<i128>();
    let mut by_remainder: Vec<usize> = (0..shares.len()).collect();
    by_remainder.sort_by_key(|index| std::cmp::Reverse((exact[*index] % whole).abs()));
    for index in by_remainder {
        shares[index] += left.signum();
        left -= left.signum();
    }
    shares.into_iter().map(|share| i64::try_from(share).map_err(|_| MoneyError::Overflow)).collect()
}

#[cfg(test)]
mod tests;
