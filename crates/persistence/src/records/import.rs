//! A run of an import, with the rows that it refused.
#![expect(
    missing_docs,
    clippy::disallowed_methods,
    reason = "the description says what each field means; the entity's derive opens the door that lints close elsewhere"
)]

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    entity::prelude::*,
    sea_query::{Alias, ExprTrait, OnConflict, Order, Query},
};
use tundish_domain::{
    kernel::ids::{ImportId, UploadId, UserId},
    organisation::Language,
    records::{Description, Field, ImportState, RecordKind as Kind},
};

use super::{Scope, StoreError, UnitOfWork, col, record};

/// A run of an import.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ImportId,
    pub name: String,
    pub target: Kind,
    pub state: ImportState,
    pub dry_run: bool,
    pub rows_read: i64,
    pub rows_created: i64,
    pub rows_updated: i64,
    pub rows_unchanged: i64,
    pub rows_refused: i64,
    pub rows_unlinked: i64,
    /// Rows read again for their references to other rows: where an interrupted run goes on.
    pub links_read: i64,
    /// Rows whose references were set.
    pub rows_linked: i64,
    pub bytes_read: i64,
    pub bytes_total: i64,
    pub failure: Option<String>,
    pub started_by_id: UserId,
    pub finished_at: Option<DateTime<Utc>>,
    /// The file.
    pub upload_id: UploadId,
    /// What becomes of its columns: TOML.
    pub mapping: String,
    /// The names of its columns: a JSON array, empty until it has been opened.
    pub columns: String,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}

const fn count(key: &'static str, column: &'static str, doc: &'static str) -> Field {
    Field::integer(key, column, 0, i64::MAX, doc).required().system()
}

/// Imports, described.
pub(crate) static DESCRIPTION: Description = Description {
    kind: Kind::Import,
    name: "Import",
    table: "import",
    doc: "A run of an import. For administrators.",
    fields: &[
        Field::id(),
        Field::text("name", "name", "The file's name.").required().system().title(),
        Field::enumeration(
            "target",
            "target",
            "String",
            Kind::NAMES,
            Kind::DOCS,
            "The kind of record that it fills, e.g. `ACCOUNT`.",
        )
        .system(),
        Field::enumeration(
            "state",
            "state",
            "ImportState",
            ImportState::NAMES,
            ImportState::DOCS,
            "How far it has come.",
        )
        .system(),
        Field::boolean("dryRun", "dry_run", "Whether it only tries, and writes no records.").system(),
        count("rowsRead", "rows_read", "Rows read so far, without the header; the number of the last one."),
        count("rowsCreated", "rows_created", "Rows that became new records."),
        count("rowsUpdated", "rows_updated", "Rows that changed known records."),
        count("rowsUnchanged", "rows_unchanged", "Rows that changed nothing."),
        count("rowsRefused", "rows_refused", "Rows that could not be taken; see `refusedUrl`."),
        count(
            "rowsUnlinked",
            "rows_unlinked",
            "Rows that were taken, but whose references to other rows of the file lead nowhere; they stand in `refusedUrl` too.",
        ),
        count("bytesRead", "bytes_read", "Bytes of the file read so far."),
        count("bytesTotal", "bytes_total", "The file's size in bytes."),
        Field::long_text(
            "failure",
            "failure",
            "Why it stopped as a whole, in the language of who started it; null: it did not.",
        )
        .system(),
        Field::reference("startedBy", "started_by_id", Kind::User, "Who started it, and in whose name it writes.")
            .required()
            .system(),
        Field::date_time("finishedAt", "finished_at", "When it ended, one way or another; null: it has not.").system(),
        Field::created_at(),
        Field::updated_at(),
        Field::version(),
    ],
    collections: &[],
    deletable: false,
    history: false,
    small: false,
};

record!(Model, Entity, DESCRIPTION);

/// A row that an import refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedRow {
    /// Its number among the rows of the file, from 1.
    pub number: i64,
    /// Why, for people, in every language.
    pub reasons: BTreeMap<Language, String>,
    /// Its cells as they were.
    pub cells: Vec<String>,
}

impl RefusedRow {
    /// Why, in that language.
    pub fn reason(&self, language: Language) -> &str {
        self.reasons.get(&language).map_or("", String::as_str)
    }
}

/// Texts by the tags of their languages, as JSON.
fn tagged(reasons: &BTreeMap<Language, String>) -> String {
    let tagged: serde_json::Map<_, _> =
        reasons.iter().map(|(language, text)| (language.tag().to_owned(), text.as_str().into())).collect();
    serde_json::Value::Object(tagged).to_string()
}

fn by_language(tagged: &str) -> Result<BTreeMap<Language, String>, StoreError> {
    let tagged: BTreeMap<String, String> = serde_json::from_str(tagged)?;
    Ok(tagged.into_iter().filter_map(|(tag, text)| Some((Language::parse(&tag)?, text))).collect())
}

impl UnitOfWork {
    /// Keeps rows that an import refused.
    pub async fn keep_refused(&self, import: ImportId, rows: &[RefusedRow]) -> Result<(), StoreError> {
        // So many values that both databases take them in one statement.
        for rows in rows.chunks(1_000) {
            let mut insert = Query::insert();
            insert
                .into_table(Alias::new("import_refused"))
                .columns(["import_id", "row_number", "reason", "cells"].map(Alias::new));
            for row in rows {
                // PostgreSQL keeps no NUL in text; JSON escapes it.
                let reason = tagged(&row.reasons);
                let cells = serde_json::to_string(&row.cells)?;
                insert.values_panic([import.0.into(), row.number.into(), reason.into(), cells.into()]);
            }
            // A row is told again when a run that was interrupted comes by once more.
            let key = OnConflict::columns(["import_id", "row_number"].map(Alias::new))
                .update_columns(["reason", "cells"].map(Alias::new))
                .to_owned();
            self.db()?.execute(insert.on_conflict(key)).await?;
        }
        Ok(())
    }
}

impl Scope {
    /// The rows behind a number that an import, read through this scope, refused, in their order.
    pub async fn refused_rows(&self, import: &Model, after: i64, limit: u64) -> Result<Vec<RefusedRow>, StoreError> {
        let table = "import_refused";
        let mut select = Query::select();
        select
            .columns(["row_number", "reason", "cells"].map(Alias::new))
            .from(Alias::new(table))
            .and_where(col(table, "import_id").eq(import.id.0))
            .and_where(col(table, "row_number").gt(after))
            .order_by(Alias::new("row_number"), Order::Asc)
            .limit(limit);
        let rows = self.reader().query_all(&select).await?;
        let read = |row: &QueryResult| {
            Ok(RefusedRow {
                number: row.try_get_by_index(0)?,
                reasons: by_language(&row.try_get_by_index::<String>(1)?)?,
                cells: serde_json::from_str(&row.try_get_by_index::<String>(2)?)?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// An import, whole, if the viewer may see it.
    pub async fn import(&self, id: ImportId) -> Result<Option<Model>, StoreError> {
        use sea_orm::FromQueryResult;
        let table = DESCRIPTION.table;
        let mut select = Query::select();
        for (column, _) in super::record::columns::<Model>() {
            select.expr(col(table, column));
        }
        select
            .from(Alias::new(table))
            .and_where(col(table, "id").eq(id.0))
            .cond_where(self.readable(&DESCRIPTION, table));
        let row = self.reader().query_one(&select).await?;
        Ok(row.map(|row| Model::from_query_result(&row, "")).transpose()?)
    }
}
