//! The rows that an import refused, as a file to mend and import again, with the reasons in the language of who asks for it.

use tundish_domain::{kernel::ids::ImportId, organisation::Language};
use tundish_persistence::records::{Import, Scope};

use crate::records::{Actor, Failure, Outcome};

/// How many rows are read at once.
const PAGE: u64 = 500;
/// The mark by which spreadsheets know UTF-8; without it they show Chinese text as something else.
const MARK: &str = "\u{FEFF}";

/// The refused rows of an import as CSV, part by part, so that memory holds one page of them.
pub struct RefusedRows {
    scope: Scope,
    import: Import,
    language: Language,
    /// The number of the last row given; `None` before the header.
    after: Option<i64>,
}

impl RefusedRows {
    /// The refused rows of an import that the actor may see and that has any.
    pub async fn of(actor: &Actor, id: ImportId) -> Outcome<Self> {
        let scope = actor.scope().newest();
        let import = scope
            .import(id)
            .await?
            .filter(|import| import.rows_refused + import.rows_unlinked > 0)
            .ok_or(Failure::NotFound)?;
        Ok(Self { scope, import, language: actor.viewer().language, after: None })
    }

    /// The next part of the file, beginning with its header: `row`, `reason`, then the columns as they were. `None`: that was all.
    pub async fn next(&mut self) -> Outcome<Option<String>> {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        let Some(after) = self.after else {
            self.after = Some(0);
            let columns: Vec<String> = serde_json::from_str(&self.import.columns).unwrap_or_default();
            let header = ["row", "reason"].map(str::to_owned).into_iter().chain(columns);
            writer.write_record(header).map_err(broken)?;
            return Ok(Some(format!("{MARK}{}", text(writer)?)));
        };
        let rows = self.scope.refused_rows(&self.import, after, PAGE).await?;
        let Some(last) = rows.last() else { return Ok(None) };
        self.after = Some(last.number);
        for row in rows {
            let told = [row.number.to_string(), row.reason(self.language).to_owned()];
            writer.write_record(told.into_iter().chain(row.cells)).map_err(broken)?;
        }
        text(writer).map(Some)
    }
}

fn text(writer: csv::Writer<Vec<u8>>) -> Outcome<String> {
    let bytes = writer.into_inner().map_err(|error| broken(error.into_error().into()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Writing into memory does not fail; if it did, it would be our fault.
fn broken(error: csv::Error) -> Failure {
    Failure::Internal(tundish_persistence::records::StoreError::Misfit(error.to_string()))
}
