//! Ids, money, decimals, dates and statistics.

pub mod currency;
pub mod decimal;
pub mod ids;
pub mod money;
pub mod period;
pub mod statistics;
