//! Columns as both databases store them: ids as UUIDs, money and decimals as integers, text in binary order.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

/// A table under construction.
pub(crate) struct Table<'m, 'c> {
    manager: &'m SchemaManager<'c>,
    name: &'static str,
    create: TableCreateStatement,
    named: Vec<&'static str>,
    references: Vec<(String, &'static str)>,
    /// Whether its rows are records, and not states of the past.
    records: bool,
    deletable: bool,
}

fn alias(name: &str) -> Alias {
    Alias::new(name)
}

impl<'m, 'c> Table<'m, 'c> {
    /// A table with an id.
    pub(crate) fn new(manager: &'m SchemaManager<'c>, name: &'static str) -> Self {
        let mut table = Self { records: true, ..Self::bare(manager, name) };
        table.create.col(ColumnDef::new(alias("id")).uuid().not_null().primary_key());
        table
    }

    /// A table without an id.
    pub(crate) fn bare(manager: &'m SchemaManager<'c>, name: &'static str) -> Self {
        let mut create = TableCreateStatement::new();
        create.table(alias(name));
        Self { manager, name, create, named: Vec::new(), references: Vec::new(), records: false, deletable: false }
    }

    fn column(mut self, mut column: ColumnDef, required: bool) -> Self {
        if required {
            column.not_null();
        }
        self.create.col(column);
        self
    }

    /// Text in binary order, so that both databases sort it alike.
    pub(crate) fn text(self, name: &str, required: bool) -> Self {
        let mut column = ColumnDef::new(alias(name));
        column.text();
        if self.manager.get_database_backend() == DbBackend::Postgres {
            column.extra("COLLATE \"C\"");
        }
        self.column(column, required)
    }

    /// A name with the keys by which it is compared and sorted.
    pub(crate) fn name(self, name: &'static str) -> Self {
        let mut table = self.text(name, true).text(&format!("{name}_folded"), true).text(&format!("{name}_sort"), true);
        table.named.push(name);
        table
    }

    /// Another record's id.
    pub(crate) fn reference(mut self, name: &str, target: &'static str, required: bool) -> Self {
        self.references.push((name.to_owned(), target));
        self.id(name, required)
    }

    /// An id that nothing stands behind.
    pub(crate) fn id(self, name: &str, required: bool) -> Self {
        let mut column = ColumnDef::new(alias(name));
        column.uuid();
        self.column(column, required)
    }

    /// A whole number, or a decimal in units of its last digit.
    pub(crate) fn integer(self, name: &str, required: bool) -> Self {
        let mut column = ColumnDef::new(alias(name));
        column.big_integer();
        self.column(column, required)
    }

    /// Minor units, currency, minor units in the base currency.
    pub(crate) fn money(self, name: &str) -> Self {
        self.integer(name, false).text(&format!("{name}_currency"), false).integer(&format!("{name}_base"), false)
    }

    /// A day.
    pub(crate) fn date(self, name: &str, required: bool) -> Self {
        let mut column = ColumnDef::new(alias(name));
        column.date();
        self.column(column, required)
    }

    /// An instant.
    pub(crate) fn instant(self, name: &str, required: bool) -> Self {
        let mut column = ColumnDef::new(alias(name));
        column.timestamp_with_time_zone();
        self.column(column, required)
    }

    /// Yes or no.
    pub(crate) fn flag(self, name: &str) -> Self {
        let mut column = ColumnDef::new(alias(name));
        column.boolean();
        self.column(column, true)
    }

    /// What every record has.
    pub(crate) fn record(self) -> Self {
        self.instant("created_at", true).instant("updated_at", true).integer("version", true)
    }

    /// The recycle bin.
    pub(crate) fn deletable(self) -> Self {
        Self { deletable: true, ..self }.instant("deleted_at", false).id("deletion_id", false)
    }

    /// Makes the table, its foreign keys and an index on each of them; and one by which what was deleted together is found.
    pub(crate) async fn create(mut self) -> Result<(), DbErr> {
        for (column, target) in &self.references {
            self.create
                .foreign_key(ForeignKey::create().from(alias(self.name), alias(column)).to(alias(target), alias("id")));
        }
        self.manager.create_table(self.create).await?;
        for (column, _) in &self.references {
            index(self.manager, self.name, &[column], false).await?;
        }
        if self.records && self.deletable {
            let name = self.name;
            let statement =
                format!("CREATE INDEX {name}_deletion_id ON \"{name}\" (deletion_id) WHERE deletion_id IS NOT NULL");
            both(self.manager, &statement).await?;
        }
        Ok(())
    }
}

/// An index over whole columns, named after them.
pub(crate) async fn index(
    manager: &SchemaManager<'_>,
    table: &str,
    columns: &[&str],
    unique: bool,
) -> Result<(), DbErr> {
    let mut index = Index::create();
    index.name(format!("{table}_{}", columns.join("_"))).table(alias(table));
    for column in columns {
        index.col(alias(column));
    }
    if unique {
        index.unique();
    }
    manager.create_index(index).await
}

/// A statement in the words of each database; an empty one is left out.
pub(crate) async fn either(manager: &SchemaManager<'_>, sqlite: &str, postgres: &str) -> Result<(), DbErr> {
    let statement = if manager.get_database_backend() == DbBackend::Postgres { postgres } else { sqlite };
    if !statement.is_empty() {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}

/// The same statement on both databases.
pub(crate) async fn both(manager: &SchemaManager<'_>, statement: &str) -> Result<(), DbErr> {
    either(manager, statement, statement).await
}
