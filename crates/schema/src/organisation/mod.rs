//! Company, people, teams, choices, rates; signing in.

mod access;
mod configuration;
mod people;

pub(crate) use access::{AccessMutations, AccessQueries};
pub(crate) use configuration::{ChoiceMutations, CompanyMutations, ConfigurationMutations, ConfigurationQueries};
pub(crate) use people::{PeopleMutations, PeopleQueries, TeamMutations, UserQueries};
