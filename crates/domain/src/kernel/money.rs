//! Amounts of money in minor units, exact: they never wrap, and rounding happens once per row, halves away from zero.

use super::{
    currency::Currency,
    decimal::{Decimal, DecimalError, Rate, divide, power},
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

    /// Minor units of another currency: [`convert`].
    pub fn convert(self, to: Currency, rate: Rate) -> Result<i64, MoneyError> {
        convert(self.minor, self.currency, to, rate)
    }
}

/// Minor units of `to` for minor units of `from`, where `rate` is what one whole unit of `from` costs in whole units of `to`:
/// `minor × rate × 10^(to − from)` with the exponents of ISO 4217, exact, then rounded halves away from zero.
/// Error: [`MoneyError::Overflow`].
pub fn convert(minor: i64, from: Currency, to: Currency, rate: Rate) -> Result<i64, MoneyError> {
    // The exponents differ by at most 4, so that the divisor keeps at least 4 of the rate's 8 digits and nothing has to be
    // multiplied but two 64-bit numbers, whose product fits 128 bits.
    let product = i128::from(minor) * i128::from(rate.scaled());
    let unit = power(Rate::SCALE + from.exponent() - to.exponent());
    i64::try_from(divide(product, unit)).map_err(|_| MoneyError::Overflow)
}

#[cfg(test)]
mod tests;
