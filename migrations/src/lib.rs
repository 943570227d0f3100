//! The steps by which the schema came to be: forward only, the same on both databases, one file per step.

mod m0001_organisation;
mod m0002_customers;
mod m0003_deals;
mod m0004_activities;
mod m0005_records;
mod m0006_totals;
mod m0007_imports;
mod table;

use sea_orm_migration::prelude::*;

/// Runs the steps.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_organisation::Migration),
            Box::new(m0002_customers::Migration),
            Box::new(m0003_deals::Migration),
            Box::new(m0004_activities::Migration),
            Box::new(m0005_records::Migration),
            Box::new(m0006_totals::Migration),
            Box::new(m0007_imports::Migration),
        ]
    }
}

pub use sea_orm_migration::MigratorTrait;
