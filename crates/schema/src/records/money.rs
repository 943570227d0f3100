//! Money.

use async_graphql::{InputObject, SimpleObject};
use tundish_application::records::InputValue;
use tundish_domain::kernel::{currency::Currency, decimal, money::Money};

use super::scalars::{CurrencyCode, Decimal};

/// An amount of money.
#[derive(SimpleObject)]
#[graphql(name = "Money")]
pub struct MoneyObject {
    /// How much, in the currency.
    amount: Decimal,
    /// The currency.
    currency: CurrencyCode,
    /// How much in the company's base currency: of closed deals at the rate of the day of closing, else at today's.
    base: Decimal,
}

impl MoneyObject {
    /// An amount in minor units, with its value in those of the base currency.
    pub(crate) fn new(minor: i64, currency: Currency, base: i64, base_currency: Currency) -> Self {
        Self {
            amount: Decimal(Money { minor, currency }.to_decimal()),
            currency: CurrencyCode(currency),
            base: Decimal(decimal::Decimal::new(base.into(), base_currency.exponent())),
        }
    }

    /// An amount in the base currency.
    pub(crate) fn in_base(minor: i64, currency: Currency) -> Self {
        Self::new(minor, currency, minor, currency)
    }
}

/// An amount of money.
#[derive(InputObject, Clone, Debug)]
pub struct MoneyInput {
    /// How much, with no more digits than the currency has.
    pub amount: Decimal,
    /// The currency; absent: the company's base currency.
    pub currency: Option<CurrencyCode>,
}

impl From<MoneyInput> for InputValue {
    fn from(input: MoneyInput) -> Self {
        Self::Money { amount: input.amount.0, currency: input.currency.map(|code| code.0.to_string()) }
    }
}
