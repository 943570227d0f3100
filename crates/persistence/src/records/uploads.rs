//! Files that were sent, in pieces, so that neither a request nor a row holds one as a whole.

use chrono::{DateTime, Utc};
use sea_orm::{
    ConnectionTrait, QueryResult,
    sea_query::{Alias, ExprTrait, Query, SelectStatement},
};
use tundish_domain::{
    kernel::ids::{UploadId, UserId},
    records::ImportState,
};
use uuid::Uuid;

use super::{Scope, StoreError, UnitOfWork, scope::col};
use crate::database::Database;

/// A file that has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// Its id.
    pub id: UploadId,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: i64,
}

const TABLE: &str = "upload";
const PIECES: &str = "upload_piece";

/// The viewer's own upload of that id, if it has arrived as a whole, and not before `since`.
fn own(id: UploadId, owner: UserId, since: DateTime<Utc>) -> SelectStatement {
    let mut select = Query::select();
    select
        .columns(["id", "name", "size"].map(Alias::new))
        .from(Alias::new(TABLE))
        .and_where(col(TABLE, "id").eq(id.0))
        .and_where(col(TABLE, "owner_id").eq(owner.0))
        .and_where(col(TABLE, "size").is_not_null())
        .and_where(col(TABLE, "created_at").gte(since));
    select
}

fn read(row: &QueryResult) -> Result<Upload, StoreError> {
    Ok(Upload {
        id: UploadId(row.try_get_by_index(0)?),
        name: row.try_get_by_index(1)?,
        size: row.try_get_by_index(2)?,
    })
}

impl UnitOfWork {
    /// Begins an upload of the viewer. It is not there for anybody until it has arrived.
    pub async fn begin_upload(&self, id: UploadId, name: &str) -> Result<(), StoreError> {
        let mut insert = Query::insert();
        insert
            .into_table(Alias::new(TABLE))
            .columns(["id", "owner_id", "name", "created_at"].map(Alias::new))
            .values_panic([id.0.into(), self.viewer().user.0.into(), name.into(), self.now().into()]);
        self.db()?.execute(&insert).await?;
        Ok(())
    }

    /// Keeps the piece of an upload at that position, from 0.
    pub async fn keep_piece(&self, id: UploadId, position: i64, bytes: &[u8]) -> Result<(), StoreError> {
        let mut insert = Query::insert();
        insert
            .into_table(Alias::new(PIECES))
            .columns(["upload_id", "position", "bytes"].map(Alias::new))
            .values_panic([id.0.into(), position.into(), bytes.to_vec().into()]);
        self.db()?.execute(&insert).await?;
        Ok(())
    }

    /// An upload has arrived as a whole.
    pub async fn end_upload(&self, id: UploadId, size: i64) -> Result<(), StoreError> {
        let mut update = Query::update();
        update.table(Alias::new(TABLE)).value(Alias::new("size"), size).and_where(col(TABLE, "id").eq(id.0));
        self.db()?.execute(&update).await?;
        Ok(())
    }

    /// The viewer's own upload of that id, if it has arrived, and not before `since`.
    pub async fn own_upload(&self, id: UploadId, since: DateTime<Utc>) -> Result<Option<Upload>, StoreError> {
        let row = self.db()?.query_one(&own(id, self.viewer().user, since)).await?;
        row.as_ref().map(read).transpose()
    }

    /// The uploads begun before an instant that no import still reads.
    pub async fn idle_uploads(&self, before: DateTime<Utc>) -> Result<Vec<UploadId>, StoreError> {
        let going: Vec<&str> =
            ImportState::ALL.iter().filter(|state| !state.has_ended()).map(|state| state.as_str()).collect();
        let mut read = Query::select();
        read.expr(col("import", "upload_id")).from(Alias::new("import")).and_where(col("import", "state").is_in(going));
        let mut select = Query::select();
        select
            .expr(col(TABLE, "id"))
            .from(Alias::new(TABLE))
            .and_where(col(TABLE, "created_at").lt(before))
            .and_where(col(TABLE, "id").not_in_subquery(read));
        let rows = self.db()?.query_all(&select).await?;
        rows.iter().map(|row| Ok(UploadId(row.try_get_by_index(0)?))).collect()
    }

    /// Forgets an upload and its pieces.
    pub async fn forget_upload(&self, id: UploadId) -> Result<(), StoreError> {
        for (table, column) in [(PIECES, "upload_id"), (TABLE, "id")] {
            let mut delete = Query::delete();
            delete.from_table(Alias::new(table)).and_where(col(table, column).eq(id.0));
            self.db()?.execute(&delete).await?;
        }
        Ok(())
    }
}

impl Scope {
    /// The viewer's own upload of that id, if it has arrived, and not before `since`.
    pub async fn own_upload(&self, id: Uuid, since: DateTime<Utc>) -> Result<Option<Upload>, StoreError> {
        let row = self.database.newest().query_one(&own(UploadId(id), self.viewer.user, since)).await?;
        row.as_ref().map(read).transpose()
    }
}

impl Database {
    /// The piece of an upload at that position; `None` behind the last one.
    pub async fn piece(&self, id: UploadId, position: i64) -> Result<Option<Vec<u8>>, StoreError> {
        let mut select = Query::select();
        select
            .column(Alias::new("bytes"))
            .from(Alias::new(PIECES))
            .and_where(col(PIECES, "upload_id").eq(id.0))
            .and_where(col(PIECES, "position").eq(position));
        Ok(self.newest().query_one(&select).await?.map(|row| row.try_get_by_index(0)).transpose()?)
    }
}
