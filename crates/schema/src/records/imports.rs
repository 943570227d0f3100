//! Imports: looking at a file, starting, watching, cancelling.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object as GraphqlObject, SimpleObject};
use tundish_application::{records::import_runs, store::records::Row};
use tundish_domain::{kernel::ids::UploadId, records::FieldValue};
use uuid::Uuid;

use super::{
    context::{actor, coded, failure, language, own_id, writer},
    mutations::record_queries,
    object::GraphqlRecord,
    payload::{Payload, payload},
};
use crate::models::Import;

/// What is computed of an import.
pub struct ImportExtra(Arc<Row>);

impl From<Arc<Row>> for ImportExtra {
    fn from(row: Arc<Row>) -> Self {
        Self(row)
    }
}

impl GraphqlRecord for Import {
    type Extra = ImportExtra;

    const NEEDS: &'static [(&'static str, &'static [&'static str])] =
        &[("refusedUrl", &["rowsRefused", "rowsUnlinked"])];
}

/// What is computed of an import.
#[GraphqlObject]
impl ImportExtra {
    /// Where the refused rows can be downloaded as CSV: as they were, with `row` and `reason`, in the language of who asks, in
    /// front; null: there are none.
    async fn refused_url(&self) -> Option<String> {
        let any = |key: &str| matches!(self.0.get(key), Some(FieldValue::Integer(rows)) if *rows > 0);
        (any("rowsRefused") || any("rowsUnlinked")).then(|| format!("/imports/{}/refused.csv", self.0.id))
    }
}

record_queries! {
    /// Queries of imports.
    ImportQueries for Import {
        one "import": "An import by its id; null if there is none that the viewer may see. For administrators.";
        list "imports": "The imports. For administrators.";
    }
}

/// A file's look before it is imported.
#[derive(SimpleObject)]
pub struct ImportPreview {
    /// The encoding in which it is read, e.g. `UTF-8` or `GB18030`.
    encoding: String,
    /// What stands between its cells: `comma`, `semicolon`, `tab` or `pipe`.
    delimiter: String,
    /// The line of its header, from 1; 0: it has none.
    header_line: i32,
    /// Its columns.
    columns: Vec<ImportColumn>,
    /// Its first rows: as many cells as there are columns.
    rows: Vec<Vec<String>>,
    /// Those of the first rows that cannot be read.
    refused: Vec<ImportRefusedRow>,
}

/// A column's look.
#[derive(SimpleObject)]
pub struct ImportColumn {
    /// Its name, different from all others.
    name: String,
    /// Different values of the first rows, none empty.
    samples: Vec<String>,
}

/// A row that cannot be read.
#[derive(SimpleObject)]
pub struct ImportRefusedRow {
    /// Its number among the rows with data, from 1.
    number: i32,
    /// Why, in the viewer's language.
    reason: String,
}

/// Numbers of rows and lines; a file of more rows than 2³¹ is larger than any upload.
fn number(number: u64) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// Queries of files to import.
#[derive(Default)]
pub struct ImportFileQueries;

/// Queries of files to import.
#[GraphqlObject]
impl ImportFileQueries {
    /// The first rows of a file that the viewer has sent to `POST /uploads`; null: there is no such upload of the viewer's.
    /// BAD_USER_INPUT, with the reason in the viewer's language, where the file cannot be read as a table.
    async fn import_preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The upload's id.")] upload_id: ID,
        #[graphql(desc = "How many rows, 1 to 100.", default = 10)] rows: i32,
    ) -> async_graphql::Result<Option<ImportPreview>> {
        let actor = actor(ctx)?;
        let most = import_runs::PREVIEW_MAX;
        let rows = usize::try_from(rows).ok().filter(|rows| (1..=most).contains(rows));
        let rows = rows.ok_or_else(|| coded(format!("rows is from 1 to {most}"), "BAD_USER_INPUT"))?;
        let Ok(upload) = upload_id.parse::<Uuid>() else { return Ok(None) };
        let preview = import_runs::preview(&actor, UploadId(upload), rows).await;
        let Some(preview) = preview.map_err(|error| failure(ctx, error))? else { return Ok(None) };
        let column = |column: tundish_application::records::import::source::ColumnPreview| ImportColumn {
            name: column.name,
            samples: column.samples,
        };
        let language = language(ctx);
        Ok(Some(ImportPreview {
            encoding: preview.encoding.name().to_owned(),
            delimiter: preview.delimiter.name().to_owned(),
            header_line: number(preview.header_line),
            columns: preview.columns.into_iter().map(column).collect(),
            rows: preview.rows.into_iter().map(|row| row.cells).collect(),
            refused: preview
                .refused
                .into_iter()
                .map(|row| ImportRefusedRow { number: number(row.number), reason: row.reason.in_language(language) })
                .collect(),
        }))
    }
}

/// What is to be imported, and how.
#[derive(InputObject)]
pub struct StartImportInput {
    /// The file: an upload of the viewer's from the last day.
    upload_id: ID,
    /// What becomes of its columns: TOML, at most 200,000 bytes, beginning with `kind = "Account"` or another record.
    mapping: String,
    /// Whether it only tries, and writes no records.
    #[graphql(default)]
    dry_run: bool,
}

/// What is done with imports.
#[derive(Default)]
pub struct ImportMutations;

/// What is done with imports.
#[GraphqlObject]
impl ImportMutations {
    /// Starts an import in the background. Its progress comes as events of the kind IMPORT. For administrators.
    async fn start_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The file and its mapping.")] input: StartImportInput,
        #[graphql(desc = "The same key gives the same result once, for 24 hours; at most 200 characters.")]
        idempotency_key: Option<String>,
    ) -> async_graphql::Result<Option<Payload<Import>>> {
        let actor = writer(ctx)?;
        let upload = input.upload_id.parse().unwrap_or(Uuid::nil());
        let key = idempotency_key.as_deref();
        let outcome = import_runs::start(&actor, upload, &input.mapping, input.dry_run, key).await;
        payload(ctx, outcome, None).await.map(Some)
    }

    /// Stops an import; what it has written stays. For administrators.
    async fn cancel_import(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The import's id.")] id: ID,
    ) -> async_graphql::Result<Option<Payload<Import>>> {
        let actor = writer(ctx)?;
        let id = own_id(&id)?;
        payload(ctx, import_runs::cancel(&actor, id).await, Some(id)).await.map(Some)
    }
}
