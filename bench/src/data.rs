//! The data: one company with 50 people, 5,000 customers and 100,000 open deals, made by the database itself.

use std::path::{Path, PathBuf};

use sqlx::{
    AssertSqlSafe, PgPool, SqlitePool,
    postgres::PgPoolOptions,
    sqlite::{SqliteConnectOptions, SqlitePoolOptions},
};
use uuid::Uuid;

/// A database.
#[derive(Clone, Debug)]
pub enum Store {
    /// A file.
    Sqlite(PathBuf),
    /// The address of a database.
    Postgres(String),
}

/// How many deals.
pub const DEALS: u32 = 100_000;
/// How many customers.
pub const ACCOUNTS: u32 = 5_000;
/// How many people.
pub const USERS: u32 = 50;
/// How many stages the deals stand in.
pub const STAGES: u32 = 4;
/// The industries of the customers.
pub const INDUSTRIES: [&str; 8] =
    ["manufacturing", "software", "retail", "finance", "medical", "education", "logistics", "energy"];

/// Ids are made of a kind and a number, in the form of a UUIDv7.
pub const fn id(kind: u16, number: u32) -> Uuid {
    let high = 0x0199_0000_u128 << 96 | (kind as u128) << 80 | 0x7000_u128 << 64;
    Uuid::from_u128(high | 0x8000_0000_0000_0000 | number as u128)
}

const USER: u16 = 1;
const ACCOUNT: u16 = 2;
const CONTACT: u16 = 3;
const STAGE: u16 = 4;
const DEAL: u16 = 5;
const PART: u16 = 6;
const NOTE: u16 = 7;
const TASK: u16 = 8;
const VISIT: u16 = 9;
const TEAM: u16 = 11;

/// The pipeline of all deals.
pub const PIPELINE: Uuid = id(10, 1);

/// A stage of the pipeline.
pub const fn stage(number: u32) -> Uuid {
    id(STAGE, number)
}

/// A customer.
pub const fn account(number: u32) -> Uuid {
    id(ACCOUNT, number)
}

/// A person.
pub const fn user(number: u32) -> Uuid {
    id(USER, number)
}

/// A deal.
pub const fn deal(number: u32) -> Uuid {
    id(DEAL, number)
}

impl Store {
    /// Connections to a file, as durable as Tundish's own.
    pub async fn sqlite_pool(&self, file: &Path, connections: u32, read_only: bool) -> Result<SqlitePool, sqlx::Error> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("foreign_keys", "ON")
            .pragma("busy_timeout", "10000")
            .pragma("cache_size", "-8192")
            .pragma("temp_store", "MEMORY");
        let options = if read_only { options.pragma("query_only", "1") } else { options };
        SqlitePoolOptions::new().max_connections(connections).test_before_acquire(false).connect_with(options).await
    }

    /// Connections to a server, as many as Tundish takes for reading or for writing.
    pub async fn postgres_pool(&self, url: &str) -> Result<PgPool, sqlx::Error> {
        PgPoolOptions::new().max_connections(8).test_before_acquire(false).connect(url).await
    }

    /// Fills a database that has the schema and a company.
    pub async fn fill(&self) -> Result<(), sqlx::Error> {
        self.carry_out(Words { sqlite: matches!(self, Self::Sqlite(_)) }.company()).await
    }

    /// Closes half of the deals of a filled database, and enters so many further closed ones, over ten years. One person
    /// of two is in a team, whose manager is [`MANAGER`].
    pub async fn close(&self, further: u32) -> Result<(), sqlx::Error> {
        self.carry_out(Words { sqlite: matches!(self, Self::Sqlite(_)) }.closed(further)).await
    }

    async fn carry_out(&self, statements: Vec<String>) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(file) => {
                let pool = self.sqlite_pool(file, 1, false).await?;
                let mut transaction = pool.begin().await?;
                for statement in statements {
                    sqlx::query(AssertSqlSafe(statement)).execute(&mut *transaction).await?;
                }
                transaction.commit().await?;
                for statement in ["ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"] {
                    sqlx::query(statement).execute(&pool).await?;
                }
                pool.close().await;
            }
            Self::Postgres(url) => {
                let pool = self.postgres_pool(url).await?;
                let mut transaction = pool.begin().await?;
                for statement in statements {
                    sqlx::query(AssertSqlSafe(statement)).execute(&mut *transaction).await?;
                }
                transaction.commit().await?;
                sqlx::query("VACUUM ANALYZE").execute(&pool).await?;
                pool.close().await;
            }
        }
        Ok(())
    }

    /// The address in Tundish's configuration.
    pub fn arguments(&self) -> Vec<String> {
        match self {
            Self::Sqlite(file) => {
                let folder = file.parent().unwrap_or(Path::new("."));
                vec!["--data-dir".to_owned(), folder.display().to_string()]
            }
            Self::Postgres(url) => vec!["--database-url".to_owned(), url.clone()],
        }
    }
}

/// The address of the manager whom [`Store::close`] makes.
pub const MANAGER: &str = "manager@example.com";

/// The deal's columns that are filled.
const DEAL_COLUMNS: &str = "id, name, name_folded, name_sort, account_id, owner_id, pipeline_id, stage_id, state, amount, amount_currency, \
                            amount_base, expected_close_date, category, source, started_date, stage_entered_date, created_at, updated_at, version";

/// The statements that make the data, in the words of either database.
#[derive(Clone, Copy)]
struct Words {
    sqlite: bool,
}

impl Words {
    fn id(self, kind: u16, number: &str) -> String {
        if self.sqlite {
            format!("unhex(printf('01990000%04x70008%015x', {kind}, {number}))")
        } else {
            let number = format!("lpad(to_hex(({number})::bigint), 15, '0')");
            format!("('01990000' || lpad(to_hex({kind}), 4, '0') || '70008' || {number})::uuid")
        }
    }

    fn series(self, from: u32, to: u32) -> String {
        if self.sqlite {
            format!(
                "(WITH RECURSIVE s(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM s WHERE n < {to}) SELECT n FROM s) AS s"
            )
        } else {
            format!("generate_series({from}::bigint, {to}::bigint) AS s(n)")
        }
    }

    const fn at(self) -> &'static str {
        if self.sqlite { "'2025-06-02T08:00:00+00:00'" } else { "'2025-06-02T08:00:00+00:00'::timestamptz" }
    }

    const fn today(self) -> &'static str {
        if self.sqlite { "'2025-06-02'" } else { "'2025-06-02'::date" }
    }

    /// A day so many days after another; the number is an expression.
    fn days_after(self, day: &str, days: &str) -> String {
        if self.sqlite {
            format!("date('{day}', ({days}) || ' days')")
        } else {
            format!("('{day}'::date + ({days})::integer)")
        }
    }

    /// Half of the deals of the company closed, and more closed ones.
    fn closed(self, further: u32) -> Vec<String> {
        let (team, at, today) = (self.id(TEAM, "1"), self.at(), self.today());
        let manager = self.id(USER, "2");
        let won = self.id(STAGE, &(STAGES + 1).to_string());
        let closed = self.days_after("2025-06-02", "-(n * 7919 % 3650)");
        let started = self.days_after("2025-06-02", "-(n * 7919 % 3650) - n % 120");
        let state = "CASE WHEN n % 3 = 0 THEN 'LOST' ELSE 'WON' END";
        let (owner, pipeline) = (self.id(USER, &format!("n % {USERS} + 1")), self.id(10, "1"));
        let last = DEALS + further;
        let mut statements = vec![
            format!(
                "INSERT INTO team (id, name, name_folded, name_sort, manager_id, created_at, updated_at, version) \
                 VALUES ({team}, 'Half', 'half', 'half', {manager}, {at}, {at}, 1)"
            ),
            format!(
                "UPDATE \"user\" SET team_id = {team} WHERE substr(name, length(name)) IN ('0', '2', '4', '6', '8')"
            ),
            format!("UPDATE \"user\" SET role = 'manager', email = '{MANAGER}', team_id = {team} WHERE id = {manager}"),
            format!(
                "INSERT INTO stage (id, pipeline_id, name, name_folded, name_sort, translations, kind, probability, position, created_at, updated_at, version) \
                 VALUES ({won}, {pipeline}, 'Done', 'done', 'done', '{{}}', 'WON', 10000, 9, {at}, {at}, 1)"
            ),
        ];
        // What was open and is closed now, and what was closed long ago.
        let closing = format!(
            "UPDATE deal SET stage_id = {won}, state = 'WON', closed_date = {today}, closed_owner_id = owner_id, closed_team_id = {team} WHERE amount % 200 = 0"
        );
        statements.push(closing);
        statements.push(format!(
            "UPDATE stage_visit SET left_date = {today}, left_at = {at}, to_stage_id = {won}, advanced = (1 = 1) \
             WHERE deal_id IN (SELECT id FROM deal WHERE state <> 'OPEN')"
        ));
        if further > 0 {
            let series = self.series(DEALS + 1, last);
            let deal = format!(
                "{}, 'Deal ' || n, 'deal ' || n, 'deal ' || n, {}, {owner}, {pipeline}, {won}, {state}, 500000, 'CNY', 500000, {closed}, \
                 'PIPELINE', 'web', {started}, {closed}, {at}, {at}, 1",
                self.id(DEAL, "n"),
                self.id(ACCOUNT, &format!("n * 17 % {ACCOUNTS} + 1")),
            );
            statements.push(format!(
                "INSERT INTO deal ({DEAL_COLUMNS}, closed_date, closed_owner_id, closed_team_id) SELECT {deal}, {closed}, {owner}, {team} FROM {series}"
            ));
            statements.push(format!(
                "INSERT INTO stage_visit (id, deal_id, pipeline_id, stage_id, entered_date, left_date, to_stage_id, advanced, owner_id, team_id) \
                 SELECT {}, {}, {pipeline}, {}, {started}, {closed}, {won}, (n % 3 <> 0), {owner}, {team} FROM {series}",
                self.id(VISIT, "n"),
                self.id(DEAL, "n"),
                self.id(STAGE, &format!("n % {STAGES} + 1")),
            ));
        }
        statements.push("UPDATE directory SET version = version + 1".to_owned());
        statements
    }

    /// The company.
    fn company(self) -> Vec<String> {
        let sqlite = self.sqlite;
        let id = |kind: u16, number: &str| self.id(kind, number);
        let series = |to: u32| self.series(1, to);
        let (at, today) = (self.at(), self.today());
        let day = self.days_after("2025-07-01", "n % 300");
        let record = format!("{at}, {at}, 1");
        let industries: String =
            (0..).zip(INDUSTRIES).map(|(place, name)| format!("WHEN {place} THEN '{name}' ")).collect();
        // Not a rest of the number alone: stages are, and every industry must buy in every stage.
        let industry = format!("CASE n * 7919 % 1009 % {} {industries} END", INDUSTRIES.len());
        let owner = id(USER, &format!("n % {USERS} + 1"));
        let of_account = id(ACCOUNT, &format!("n * 17 % {ACCOUNTS} + 1"));
        let of_stage = id(STAGE, &format!("n % {STAGES} + 1"));
        let pipeline = id(10, "1");
        let amount = "(n * 7919 % 1000003) * 100";
        let deal = format!(
            "{}, 'Deal ' || n, 'deal ' || n, 'deal ' || n, {of_account}, {owner}, {pipeline}, {of_stage}, 'OPEN', {amount}, 'CNY', \
         {amount}, {day}, 'PIPELINE', 'web', {today}, {today}, {record}",
            id(DEAL, "n")
        );
        let document = |title: &str| {
            if sqlite {
                (String::new(), String::new())
            } else {
                (", document".to_owned(), format!(", to_tsvector('simple', {title})"))
            }
        };
        let (column, vector) = document("'deal ' || n");
        vec![
            format!(
                "INSERT INTO \"user\" (id, name, name_folded, name_sort, role, active, created_at, updated_at, version) \
             SELECT {}, 'Person ' || n, 'person ' || n, 'person ' || n, 'representative', (1 = 1), {record} FROM {}",
                id(USER, "n"),
                series(USERS)
            ),
            format!(
                "INSERT INTO account (id, name, name_folded, name_sort, owner_id, industry, created_at, updated_at, version) \
             SELECT {}, 'Customer ' || n, 'customer ' || n, 'customer ' || n, {owner}, {industry}, {record} FROM {}",
                id(ACCOUNT, "n"),
                series(ACCOUNTS)
            ),
            format!(
                "INSERT INTO contact (id, name, name_folded, name_sort, account_id, owner_id, job_title, created_at, updated_at, version) \
             SELECT {}, 'Contact ' || n, 'contact ' || n, 'contact ' || n, {}, {owner}, 'Buyer', {record} FROM {}",
                id(CONTACT, "n"),
                id(ACCOUNT, &format!("n % {ACCOUNTS} + 1")),
                series(ACCOUNTS * 2)
            ),
            format!(
                "INSERT INTO pipeline (id, name, name_folded, name_sort, translations, position, active, created_at, updated_at, version) \
             VALUES ({pipeline}, 'Bench', 'bench', 'bench', '{{}}', 7, (1 = 1), {record})"
            ),
            format!(
                "INSERT INTO stage (id, pipeline_id, name, name_folded, name_sort, translations, kind, probability, position, created_at, updated_at, version) \
             SELECT {}, {pipeline}, 'Stage ' || n, 'stage ' || n, 'stage ' || n, '{{}}', 'OPEN', n * 2000, n, {record} FROM {}",
                id(STAGE, "n"),
                series(STAGES)
            ),
            format!("INSERT INTO deal ({DEAL_COLUMNS}) SELECT {deal} FROM {}", series(DEALS)),
            format!("INSERT INTO deal_history ({DEAL_COLUMNS}, valid_from) SELECT {deal}, {at} FROM {}", series(DEALS)),
            format!(
                "INSERT INTO stage_visit (id, deal_id, pipeline_id, stage_id, entered_date, entered_at, advanced, owner_id) \
             SELECT {}, {}, {pipeline}, {of_stage}, {today}, {at}, (1 = 0), {owner} FROM {}",
                id(VISIT, "n"),
                id(DEAL, "n"),
                series(DEALS)
            ),
            format!(
                "INSERT INTO search_row (record_id, kind, title{column}) SELECT {}, 'DEAL', 'Deal ' || n{vector} FROM {}",
                id(DEAL, "n"),
                series(DEALS)
            ),
            format!(
                "INSERT INTO deal_contact (id, deal_id, contact_id, role, created_at, updated_at, version) \
             SELECT {}, {}, {}, 'INFLUENCER', {record} FROM {}",
                id(PART, "n"),
                id(DEAL, &format!("n % {DEALS} + 1")),
                id(CONTACT, &format!("(n * 7 + n / {DEALS}) % {} + 1", ACCOUNTS * 2)),
                series(DEALS * 2)
            ),
            format!(
                "INSERT INTO note (id, body, deal_id, owner_id, created_at, updated_at, version) \
             SELECT {}, 'Called about the offer, number ' || n, {}, {owner}, {record} FROM {}",
                id(NOTE, "n"),
                id(DEAL, &format!("n % {DEALS} + 1")),
                series(DEALS * 2)
            ),
            format!(
                "INSERT INTO task (id, title, deal_id, owner_id, due_date, created_at, updated_at, version) \
             SELECT {}, 'Call again, number ' || n, {}, {owner}, {day}, {record} FROM {}",
                id(TASK, "n"),
                id(DEAL, &format!("n % {DEALS} + 1")),
                series(DEALS)
            ),
            "UPDATE directory SET version = version + 1".to_owned(),
        ]
    }
}
