//! Periods as they are asked for.

use async_graphql::InputObject;
use tundish_domain::kernel::period::Period;

use crate::records::{context::coded, scalars::Date};

/// Days in the company's time zone, the first and the last included. A period that ends before it begins is
/// `BAD_USER_INPUT`.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct PeriodInput {
    /// The first day.
    from: Date,
    /// The last day.
    to: Date,
}

impl PeriodInput {
    pub(super) fn period(self) -> async_graphql::Result<Period> {
        Period::new(self.from.0, self.to.0).map_err(|error| coded(error.to_string(), "BAD_USER_INPUT"))
    }
}
