//! The rows that an import refused, as a file to mend and import again, with the reasons in the language of who asks for it.

use std::io;

use tundish_domain::{kernel::ids::ImportId, organisation::Language};
use tundish_persistence::records::{Import, Scope};

use crate::records::{Actor, Failure, Outcome, import};

/// How many rows are read at once.
const PAGE: u64 = 500;

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
        let mut part = Vec::new();
        if let Some(after) = self.after {
            let page = self.scope.refused_rows(&self.import, after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(None) };
            self.after = Some(last.number);
            let mut rows = import::RefusedRows::go_on(&mut part, self.language);
            for row in &page {
                rows.write(&row.number.to_string(), row.reason(self.language), &row.cells).map_err(broken)?;
            }
            rows.flush().map_err(broken)?;
        } else {
            self.after = Some(0);
            let columns: Vec<String> = serde_json::from_str(&self.import.columns).unwrap_or_default();
            let begun = import::RefusedRows::begin(&mut part, &columns, self.language);
            begun.and_then(|mut rows| rows.flush()).map_err(broken)?;
        }
        Ok(Some(String::from_utf8_lossy(&part).into_owned()))
    }
}

/// Writing into memory does not fail; if it did, it would be our fault.
fn broken(error: io::Error) -> Failure {
    Failure::Internal(tundish_persistence::records::StoreError::Misfit(error.to_string()))
}
