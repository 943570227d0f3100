//! The records by their names, from all rooms.

pub use tundish_application::store::{
    activities::{Note, Task},
    commerce::Product,
    customers::{Account, Contact, ContactPoint},
    deals::{Deal, DealContact, DealLine, Pipeline, Stage},
    organisation::{Choice, Company, ExchangeRate, Team, User},
    performance::Target,
    records::Import,
};
