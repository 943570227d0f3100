//! Values and rules of selling. Pure: no IO, no clock, no random source; the same input gives the same answer.
//!
//! The rooms are those of every floor: [`kernel`] and [`records`] lie below the business areas.

pub mod commerce;
pub mod customers;
pub mod deals;
pub mod insight;
pub mod kernel;
pub mod organisation;
pub mod records;
