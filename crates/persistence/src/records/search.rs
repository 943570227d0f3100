//! Full-text search in Chinese and English. The text is cut into tokens by `domain`; the databases only look tokens up.

use sea_orm::{
    ConnectionTrait, Statement, Value,
    sea_query::{Alias, Cond, Expr, ExprTrait, Query, SelectStatement, SimpleExpr},
};
use tundish_domain::records::{Field, FieldValue, RecordKind, Search, text, text::QueryToken};
use uuid::Uuid;

use super::{Fields, Inserts, Record, Scope, StoreError, UnitOfWork, describe, scope::col};
use crate::dialect::Dialect;

/// So many hits on titles are ranked, and so many others.
const RANKED: u64 = 2_000;

/// A record that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Its kind.
    pub kind: RecordKind,
    /// Its id.
    pub id: Uuid,
    /// Its title.
    pub title: String,
}

/// The condition that a record of the alias `table` matches a query.
pub(crate) fn condition(dialect: Dialect, kind: RecordKind, query: &str, table: &str) -> SimpleExpr {
    let Some(matching) = matching(dialect, query, Within::All) else { return super::scope::never() };
    let mut select = source(dialect);
    select
        .expr(col("search_row", "record_id"))
        .and_where(col("search_row", "kind").eq(kind.as_str()))
        .and_where(matching);
    col(table, "id").in_subquery(select)
}

fn source(dialect: Dialect) -> SelectStatement {
    let mut select = Query::select();
    select.from(Alias::new("search_row"));
    if dialect == Dialect::Sqlite {
        let on = Cond::all().add(Expr::cust("\"search_text\".\"rowid\" = \"search_row\".\"id\""));
        select.join(sea_orm::sea_query::JoinType::InnerJoin, Alias::new("search_text"), on);
    }
    select
}

/// Among which words of a record is looked.
#[derive(Clone, Copy)]
enum Within {
    Title,
    All,
}

/// The condition on the index; `None` if the query holds nothing to look for.
fn matching(dialect: Dialect, query: &str, within: Within) -> Option<SimpleExpr> {
    let tokens = text::query_tokens(query);
    if tokens.is_empty() {
        return None;
    }
    Some(match dialect {
        Dialect::Sqlite => {
            let word = |token: &QueryToken| format!("\"{}\"{}", token.text, if token.prefix { "*" } else { "" });
            let words = tokens.iter().map(word).collect::<Vec<_>>().join(" ");
            let query = match within {
                Within::Title => format!("title : ({words})"),
                Within::All => words,
            };
            Expr::cust_with_values("\"search_text\" MATCH ?", [query])
        }
        Dialect::Postgres => {
            let weights = match within {
                Within::Title => "A",
                Within::All => "AB",
            };
            let word =
                |token: &QueryToken| format!("'{}':{}{weights}", token.text, if token.prefix { "*" } else { "" });
            let query: Vec<String> = tokens.iter().map(word).collect();
            Expr::cust_with_values("\"search_row\".\"document\" @@ CAST($1 AS tsquery)", [query.join(" & ")])
        }
    })
}

/// By what hits are ordered, the least first; without statistics of words on `PostgreSQL`, the shortest titles.
fn rank(dialect: Dialect) -> SimpleExpr {
    Expr::cust(match dialect {
        Dialect::Sqlite => "bm25(\"search_text\", 10.0, 1.0)",
        Dialect::Postgres => "length(\"search_row\".\"title\")",
    })
}

/// The texts by which a record is found: its title, and the rest. What has no title is a part of another record, and found
/// as that.
fn texts<R: Record>(record: &R) -> (String, String) {
    let mut body = String::new();
    if R::DESCRIPTION.title().is_none() {
        return (String::new(), body);
    }
    let title = record.title();
    for field in R::DESCRIPTION.fields.iter().filter(|field| field.search != Search::No) {
        // A title that is only the beginning of its text is found by the whole.
        if let Some(FieldValue::Text(text)) = record.value(field).filter(|text| text.as_text() != Some(title.as_str()))
        {
            body.push_str(&text);
            body.push('\n');
        }
    }
    (title, body)
}

/// Whether two states of a record are found by different words.
pub(crate) fn differs<R: Record>(before: &R, after: &R) -> bool {
    texts(before) != texts(after)
}

/// Enters a new record.
pub(crate) fn insert<R: Record>(dialect: Dialect, record: &R, inserts: &mut Inserts) {
    let (title, body) = texts(record);
    let mut row = Query::insert();
    row.into_table(Alias::new("search_row"));
    let [id, kind] = [Expr::from(record.record_id()), Expr::from(R::DESCRIPTION.kind.as_str())];
    match dialect {
        Dialect::Sqlite => {
            row.columns(["record_id", "kind", "title"].map(Alias::new));
            row.values_panic([id, kind, title.clone().into()]);
            let mut index = Query::insert();
            index.into_table(Alias::new("search_text")).columns(["rowid", "title", "body"].map(Alias::new));
            index.values_panic([Expr::cust("last_insert_rowid()"), words(&title).into(), words(&body).into()]);
            inserts.push(row);
            inserts.push(index);
        }
        Dialect::Postgres => {
            row.columns(["record_id", "kind", "title", "document"].map(Alias::new));
            let document = Expr::val(vector(&title, &body)).cast_as(Alias::new("tsvector"));
            row.values_panic([id, kind, title.into(), document]);
            inserts.push(row);
        }
    }
}

/// What the index of `SQLite` keeps of a text.
fn words(text: &str) -> String {
    text::search_tokens(text).join(" ")
}

/// Enters new records.
pub(crate) async fn insert_many<R: Record>(
    db: &impl ConnectionTrait,
    dialect: Dialect,
    records: &[R],
) -> Result<(), StoreError> {
    // The one writer of SQLite may say the numbers itself; PostgreSQL has its sequence.
    let mut last: i64 = match dialect {
        Dialect::Sqlite => {
            let last = Statement::from_string(dialect.backend(), "SELECT COALESCE(MAX(id), 0) FROM search_row");
            db.query_one_raw(last).await?.map_or(Ok(0), |row| row.try_get_by_index(0))?
        }
        Dialect::Postgres => 0,
    };
    for chunk in records.chunks(super::many::rows_at_once(4)) {
        let (mut rows, mut index) = (Query::insert(), Query::insert());
        let fourth = if dialect == Dialect::Sqlite { "id" } else { "document" };
        rows.into_table(Alias::new("search_row")).columns(["record_id", "kind", "title", fourth].map(Alias::new));
        index.into_table(Alias::new("search_text")).columns(["rowid", "title", "body"].map(Alias::new));
        for record in chunk {
            let (title, body) = texts(record);
            let fourth = match dialect {
                Dialect::Sqlite => {
                    last += 1;
                    index.values_panic([last.into(), words(&title).into(), words(&body).into()]);
                    last.into()
                }
                Dialect::Postgres => Expr::val(vector(&title, &body)).cast_as(Alias::new("tsvector")),
            };
            let kind = R::DESCRIPTION.kind.as_str();
            rows.values_panic([record.record_id().into(), kind.into(), title.into(), fourth]);
        }
        db.execute(&rows).await?;
        if dialect == Dialect::Sqlite {
            db.execute(&index).await?;
        }
    }
    Ok(())
}

/// What the parts of a record say, such as the telephone numbers of a contact.
async fn parts<R: Record>(db: &impl ConnectionTrait, record: &R) -> Result<String, StoreError> {
    let mut text = String::new();
    for collection in R::DESCRIPTION.collections {
        let part = describe(collection.kind);
        let words: Vec<&Field> = part.fields.iter().filter(|field| field.search == Search::Body).collect();
        let Some(field) = part.field(collection.field).filter(|_| part.title().is_none() && !words.is_empty()) else {
            continue;
        };
        let mut select = Query::select();
        select
            .exprs(words.iter().map(|word| col(part.table, word.column)))
            .from(Alias::new(part.table))
            .and_where(col(part.table, field.column).eq(record.record_id()));
        for row in db.query_all(&select).await? {
            for at in 0..words.len() {
                text.push_str(row.try_get_by_index::<Option<String>>(at)?.as_deref().unwrap_or_default());
                text.push('\n');
            }
        }
    }
    Ok(text)
}

/// Enters the new words of a record and its parts.
pub(crate) async fn update<R: Record>(
    db: &impl ConnectionTrait,
    dialect: Dialect,
    record: &R,
) -> Result<(), StoreError> {
    let (title, mut body) = texts(record);
    body.push_str(&parts(db, record).await?);
    let backend = dialect.backend();
    let [id, kind]: [Value; 2] = [record.record_id().into(), R::DESCRIPTION.kind.as_str().into()];
    let missing = |changed| StoreError::Rows { table: "search_row", changed };
    match dialect {
        Dialect::Sqlite => {
            let row = Statement::from_sql_and_values(
                backend,
                "UPDATE search_row SET kind = ?, title = ? WHERE record_id = ? RETURNING id",
                [kind, title.clone().into(), id],
            );
            let row = db.query_one_raw(row).await?.ok_or_else(|| missing(0))?;
            let id: i64 = row.try_get_by_index(0)?;
            let delete =
                Statement::from_sql_and_values(backend, "DELETE FROM search_text WHERE rowid = ?", [id.into()]);
            db.execute_raw(delete).await?;
            insert_text(db, id, &title, &body).await
        }
        Dialect::Postgres => {
            let update = Statement::from_sql_and_values(
                backend,
                "UPDATE search_row SET kind = $1, title = $2, document = CAST($3 AS tsvector) WHERE record_id = $4",
                [kind, title.clone().into(), vector(&title, &body).into(), id],
            );
            match db.execute_raw(update).await?.rows_affected() {
                1 => Ok(()),
                changed => Err(missing(changed)),
            }
        }
    }
}

/// Takes records out that are no more.
pub(crate) async fn remove(db: &impl ConnectionTrait, dialect: Dialect, ids: &[Uuid]) -> Result<(), StoreError> {
    let gone = || dialect.among(col("search_row", "record_id"), ids);
    if dialect == Dialect::Sqlite {
        let mut rows = Query::select();
        rows.expr(col("search_row", "id")).from(Alias::new("search_row")).and_where(gone());
        let mut words = Query::delete();
        words.from_table(Alias::new("search_text")).and_where(col("search_text", "rowid").in_subquery(rows));
        db.execute(&words).await?;
    }
    let mut rows = Query::delete();
    rows.from_table(Alias::new("search_row")).and_where(gone());
    db.execute(&rows).await?;
    Ok(())
}

async fn insert_text(db: &impl ConnectionTrait, id: i64, title: &str, body: &str) -> Result<(), StoreError> {
    let insert = Statement::from_sql_and_values(
        db.get_database_backend(),
        "INSERT INTO search_text (rowid, title, body) VALUES (?, ?, ?)",
        [id.into(), words(title).into(), words(body).into()],
    );
    db.execute_raw(insert).await?;
    Ok(())
}

/// A tsvector written out: tokens with a weight, A for the title.
fn vector(title: &str, body: &str) -> String {
    let mut vector = String::new();
    for (text, weight) in [(title, 'A'), (body, 'B')] {
        for token in text::search_tokens(text) {
            vector.push_str(&format!("'{token}':1{weight} "));
        }
    }
    vector
}

impl UnitOfWork {
    /// Lets a record be found by what its parts say now.
    pub async fn found_by_parts<R: Record>(&self, record: &R) -> Result<(), StoreError> {
        update(self.db()?, self.dialect(), record).await
    }
}

impl Scope {
    /// The kinds of records, by their ids alone, of those that there are.
    pub async fn kinds(&self, ids: &[Uuid]) -> Result<Vec<(RecordKind, Uuid)>, StoreError> {
        let mut select = Query::select();
        select
            .expr(col("search_row", "kind"))
            .expr(col("search_row", "record_id"))
            .from(Alias::new("search_row"))
            .and_where(self.database.dialect().among(col("search_row", "record_id"), ids));
        let mut kinds = Vec::new();
        for row in self.reader().query_all(&select).await? {
            let kind = RecordKind::parse(&row.try_get_by_index::<String>(0)?)
                .ok_or_else(|| StoreError::Misfit("kind".to_owned()))?;
            kinds.push((kind, row.try_get_by_index(1)?));
        }
        Ok(kinds)
    }

    /// The readable records of those kinds that match, best first: before all others those whose title does.
    pub async fn search(&self, query: &str, kinds: &[RecordKind], limit: u64) -> Result<Vec<Hit>, StoreError> {
        let most = usize::try_from(limit).unwrap_or(usize::MAX);
        let mut found = self.hits(query, Within::Title, kinds, limit).await?;
        if found.len() < most {
            for hit in self.hits(query, Within::All, kinds, limit).await? {
                if !found.iter().any(|known| known.id == hit.id) {
                    found.push(hit);
                }
            }
            found.truncate(most);
        }
        Ok(found)
    }

    async fn hits(
        &self,
        query: &str,
        within: Within,
        kinds: &[RecordKind],
        limit: u64,
    ) -> Result<Vec<Hit>, StoreError> {
        let dialect = self.database.dialect();
        let Some(matching) = matching(dialect, query, within) else { return Ok(Vec::new()) };
        let mut readable = Cond::any();
        for description in kinds.iter().map(|kind| describe(*kind)) {
            let visible: SelectStatement = self.ids(description, "id", |_| Cond::all());
            readable = readable.add(
                col("search_row", "kind")
                    .eq(description.kind.as_str())
                    .and(col("search_row", "record_id").in_subquery(visible)),
            );
        }
        let mut hits = source(dialect);
        hits.expr(col("search_row", "kind"))
            .expr(col("search_row", "record_id"))
            .expr(col("search_row", "title"))
            .expr_as(rank(dialect), Alias::new("rank"))
            .and_where(matching)
            .cond_where(readable)
            .limit(RANKED);
        let mut best = Query::select();
        best.columns(["kind", "record_id", "title"].map(Alias::new))
            .from_subquery(hits, Alias::new("hits"))
            .order_by_expr(col("hits", "rank"), sea_orm::sea_query::Order::Asc)
            .order_by_expr(col("hits", "record_id"), sea_orm::sea_query::Order::Desc)
            .limit(limit);
        let mut found = Vec::new();
        for row in self.reader().query_all(&best).await? {
            let kind = RecordKind::parse(&row.try_get_by_index::<String>(0)?)
                .ok_or_else(|| StoreError::Misfit("kind".to_owned()))?;
            found.push(Hit { kind, id: row.try_get_by_index(1)?, title: row.try_get_by_index(2)? });
        }
        Ok(found)
    }

    /// Those of the records that may be read.
    pub async fn visible(&self, kind: RecordKind, ids: &[Uuid]) -> Result<Vec<Uuid>, StoreError> {
        let description = describe(kind);
        let select =
            self.ids(description, "id", |table| Cond::all().add(self.database.dialect().among(col(table, "id"), ids)));
        self.reader().query_all(&select).await?.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
    }

    /// The titles of those records that may be read.
    pub async fn titles(&self, kind: RecordKind, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>, StoreError> {
        let description = describe(kind);
        let visible =
            self.ids(description, "id", |table| Cond::all().add(self.database.dialect().among(col(table, "id"), ids)));
        let mut select = Query::select();
        select
            .expr(col("search_row", "record_id"))
            .expr(col("search_row", "title"))
            .from(Alias::new("search_row"))
            .and_where(col("search_row", "record_id").in_subquery(visible));
        self.reader()
            .query_all(&select)
            .await?
            .iter()
            .map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?)))
            .collect()
    }
}
