//! The small tables in memory: company, people, teams, pipelines, stages, choices.
//!
//! Every change of one of them raises a version in the database; whoever begins a request reads that version together
//! with the session and loads the directory anew where it differs, on every node.

use std::{collections::HashMap, sync::Arc};

use chrono_tz::Tz;
use sea_orm::{ConnectionTrait, EntityTrait, QueryOrder};
use tundish_domain::{
    deals::StageKind,
    kernel::{
        currency::Currency,
        ids::{PipelineId, StageId, TeamId, UserId},
    },
    organisation::{Language, Role},
    records::RecordKind,
};
use uuid::Uuid;

use super::{Fields, Record, Row, StoreError, Viewer};
use crate::{
    database::Database,
    deals::{Pipeline, Stage, pipeline, stage},
    organisation::{Choice, Company, Team, User, choice, company, team, user},
};

/// A snapshot of the small tables.
#[derive(Debug, Default)]
pub struct Directory {
    version: i64,
    company: Option<Company>,
    users: Vec<User>,
    teams: Vec<Team>,
    pipelines: Vec<Pipeline>,
    stages: Vec<Stage>,
    choices: Vec<Choice>,
    rows: HashMap<Uuid, Arc<Row>>,
}

impl Directory {
    #[expect(
        clippy::disallowed_methods,
        reason = "the small tables are read whole, for everybody; rights follow at use"
    )]
    pub(crate) async fn load(db: &impl ConnectionTrait) -> Result<Self, StoreError> {
        let select = sea_orm::Statement::from_string(db.get_database_backend(), "SELECT version FROM directory");
        let version = db.query_one_raw(select).await?.map_or(Ok(0), |row| row.try_get_by_index(0))?;
        let mut directory = Self {
            version,
            company: company::Entity::find().one(db).await?,
            users: user::Entity::find().order_by_asc(user::Column::Id).all(db).await?,
            teams: team::Entity::find().order_by_asc(team::Column::Id).all(db).await?,
            pipelines: pipeline::Entity::find()
                .order_by_asc(pipeline::Column::Position)
                .order_by_asc(pipeline::Column::Id)
                .all(db)
                .await?,
            stages: stage::Entity::find()
                .order_by_asc(stage::Column::Position)
                .order_by_asc(stage::Column::Id)
                .all(db)
                .await?,
            choices: choice::Entity::find()
                .order_by_asc(choice::Column::Position)
                .order_by_asc(choice::Column::Id)
                .all(db)
                .await?,
            rows: HashMap::new(),
        };
        let mut rows = HashMap::new();
        directory.company.iter().for_each(|record| keep(&mut rows, record));
        directory.users.iter().for_each(|record| keep(&mut rows, record));
        directory.teams.iter().for_each(|record| keep(&mut rows, record));
        directory.pipelines.iter().for_each(|record| keep(&mut rows, record));
        directory.stages.iter().for_each(|record| keep(&mut rows, record));
        directory.choices.iter().for_each(|record| keep(&mut rows, record));
        directory.teams.retain(|team| team.deleted_at.is_none());
        directory.stages.retain(|stage| stage.deleted_at.is_none());
        directory.rows = rows;
        Ok(directory)
    }

    /// The company; none before the set-up.
    pub const fn company(&self) -> Option<&Company> {
        self.company.as_ref()
    }

    /// The company's time zone.
    pub fn time_zone(&self) -> Tz {
        self.company.as_ref().and_then(|company| company.time_zone.parse().ok()).unwrap_or(Tz::UTC)
    }

    /// The company's currency.
    pub fn base_currency(&self) -> Option<Currency> {
        self.company.as_ref()?.base_currency.parse().ok()
    }

    /// The month, 1 to 12, with which the fiscal year begins.
    pub fn fiscal_year_start(&self) -> u32 {
        self.company.as_ref().and_then(|company| u32::try_from(company.fiscal_year_start_month).ok()).unwrap_or(1)
    }

    /// The company's language.
    pub fn language(&self) -> Language {
        self.company.as_ref().and_then(|company| Language::parse(&company.default_language)).unwrap_or_default()
    }

    /// Everyone, also those who left.
    pub fn users(&self) -> &[User] {
        &self.users
    }

    /// A person.
    pub fn user(&self, id: UserId) -> Option<&User> {
        self.users.iter().find(|user| user.id == id)
    }

    /// The teams.
    pub fn teams(&self) -> &[Team] {
        &self.teams
    }

    /// A team.
    pub fn team(&self, id: TeamId) -> Option<&Team> {
        self.teams.iter().find(|team| team.id == id)
    }

    /// The pipelines, in their order.
    pub fn pipelines(&self) -> &[Pipeline] {
        &self.pipelines
    }

    /// A pipeline.
    pub fn pipeline(&self, id: PipelineId) -> Option<&Pipeline> {
        self.pipelines.iter().find(|pipeline| pipeline.id == id)
    }

    /// The stages of a pipeline, in their order.
    pub fn stages(&self, pipeline: PipelineId) -> impl Iterator<Item = &Stage> {
        self.stages.iter().filter(move |stage| stage.pipeline_id == pipeline)
    }

    /// A stage.
    pub fn stage(&self, id: StageId) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.id == id)
    }

    /// The first open stage of a pipeline.
    pub fn first_stage(&self, pipeline: PipelineId) -> Option<&Stage> {
        self.stages(pipeline).find(|stage| stage.kind == StageKind::Open)
    }

    /// The choices of all lists, in their order.
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// Whether a list has that key.
    pub fn has_choice(&self, list: &str, key: &str) -> bool {
        self.choices.iter().any(|choice| choice.list == list && choice.key == key)
    }

    /// Whether a key of a list can be chosen anew.
    pub fn can_choose(&self, list: &str, key: &str) -> bool {
        self.choices.iter().any(|choice| choice.list == list && choice.key == key && choice.active)
    }

    /// A row of one of the small tables, complete.
    pub fn row(&self, id: Uuid) -> Option<&Arc<Row>> {
        self.rows.get(&id)
    }

    /// The live rows of one of the small tables, complete, in the order of their ids.
    pub fn rows_of(&self, kind: RecordKind) -> Vec<&Arc<Row>> {
        let live = self.rows.values().filter(|row| row.kind == kind && row.get("deletedAt").is_none());
        let mut rows: Vec<&Arc<Row>> = live.collect();
        rows.sort_unstable_by_key(|row| row.id);
        rows
    }

    /// The teams below those, and those themselves.
    pub fn subtree(&self, roots: &[TeamId]) -> Vec<TeamId> {
        let mut found: Vec<TeamId> = Vec::new();
        let mut open: Vec<TeamId> = roots.to_vec();
        while let Some(team) = open.pop() {
            // A team that was met before would mean a circle; it is not walked twice.
            if !found.contains(&team) {
                found.push(team);
                open.extend(self.teams.iter().filter(|child| child.parent_id == Some(team)).map(|child| child.id));
            }
        }
        found
    }

    /// The members of those teams.
    pub fn members(&self, teams: &[TeamId]) -> Vec<UserId> {
        self.users
            .iter()
            .filter(|user| user.team_id.is_some_and(|team| teams.contains(&team)))
            .map(|user| user.id)
            .collect()
    }

    /// A person as a viewer, with the rights of this moment; `None` for unknown and deactivated people.
    pub fn viewer(&self, id: UserId, fallback: Option<Language>) -> Option<Viewer> {
        let user = self.user(id).filter(|user| user.active)?;
        let mut led: Vec<TeamId> = match user.role {
            Role::Manager => {
                let managed = self.teams.iter().filter(|team| team.manager_id == Some(id)).map(|team| team.id);
                managed.chain(user.team_id).collect()
            }
            _ => user.team_id.into_iter().collect(),
        };
        let teams = if user.role == Role::Manager { self.subtree(&led) } else { led.clone() };
        // One of them may lie below another one.
        led.retain(|team| {
            let above = self.teams.iter().find(|known| known.id == *team).and_then(|known| known.parent_id);
            !above.is_some_and(|above| teams.contains(&above))
        });
        let mut people = if user.role == Role::Manager { self.members(&teams) } else { Vec::new() };
        if !people.contains(&id) {
            people.push(id);
        }
        people.sort_unstable();
        let own = user.language.as_deref().and_then(Language::parse);
        Some(Viewer {
            user: id,
            role: user.role,
            team: user.team_id,
            teams: teams.into(),
            led: led.into(),
            people: people.into(),
            language: own.or(fallback).unwrap_or_else(|| self.language()),
            time_zone: user.time_zone.as_deref().and_then(|zone| zone.parse().ok()).unwrap_or_else(|| self.time_zone()),
        })
    }
}

fn keep<R: Record>(rows: &mut HashMap<Uuid, Arc<Row>>, record: &R) {
    rows.insert(record.record_id(), Arc::new(Row::complete(record)));
}

/// The version of the small tables in the database, if the schema is still one that this program knows.
pub(crate) async fn directory_version(database: &Database, db: &impl ConnectionTrait) -> Result<i64, StoreError> {
    let select = format!("SELECT version, {} FROM directory", crate::schema::NEWEST);
    let row = db.query_one_raw(sea_orm::Statement::from_string(db.get_database_backend(), select)).await?;
    let Some(row) = row else { return Ok(0) };
    database.refuse_newer(row.try_get_by_index(1)?)?;
    Ok(row.try_get_by_index(0)?)
}

/// Whether a kind is kept in memory.
pub(crate) fn is_kept(kind: RecordKind) -> bool {
    super::describe(kind).small
}

impl Database {
    /// The directory, as of that version or later.
    pub async fn directory(&self, version: i64) -> Result<Arc<Directory>, StoreError> {
        let known = Arc::clone(&*self.directory.read().await);
        if known.version >= version {
            return Ok(known);
        }
        // Whoever begins a unit of work has a connection and waits for the directory; so nobody keeps that while he waits for
        // a connection.
        let _turn = self.loading.lock().await;
        let known = self.current_directory().await;
        if known.version >= version {
            return Ok(known);
        }
        let loaded = Arc::new(Directory::load(self.newest()).await?);
        *self.directory.write().await = Arc::clone(&loaded);
        Ok(loaded)
    }

    /// The directory as of that version or later, loaded by the connection on which the version was read where it must be.
    pub(crate) async fn directory_within(
        &self,
        version: i64,
        db: &impl ConnectionTrait,
    ) -> Result<Arc<Directory>, StoreError> {
        let known = self.current_directory().await;
        if known.version >= version {
            return Ok(known);
        }
        let loaded = Arc::new(Directory::load(db).await?);
        let mut kept = self.directory.write().await;
        if kept.version < loaded.version {
            *kept = Arc::clone(&loaded);
        }
        Ok(loaded)
    }

    /// The directory as it was last loaded.
    pub async fn current_directory(&self) -> Arc<Directory> {
        Arc::clone(&*self.directory.read().await)
    }

    /// The directory as it is in the database now.
    pub async fn fresh_directory(&self) -> Result<Arc<Directory>, StoreError> {
        self.directory(directory_version(self, self.newest()).await?).await
    }
}
