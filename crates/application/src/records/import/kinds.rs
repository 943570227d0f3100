//! The kinds of records that are imported, and what is special to each.

use std::{future::Future, ops::ControlFlow};

use chrono::{DateTime, Utc};
use tundish_domain::records::{EventAction, RecordKind};
use tundish_persistence::{
    activities::{Note, Task},
    commerce::Product,
    customers::{Account, Contact},
    deals::{Arrival, Deal, Departure, Pipeline, Stage, Visit},
    organisation::{Team, User},
    records::{State, UnitOfWork},
};

use super::{Watcher, batch::Engine, reading::Reading};
use crate::{
    deals::{Past, Turn, arrive, turn},
    records::{Editable, Failure, Outcome, Text},
};

/// What is special to a kind of record that is imported.
pub(super) trait Importable: Editable {
    /// The field that is unique among the live records besides their ids, and what to say where its value is taken.
    const UNIQUE: Option<(&'static str, Text)> = None;

    /// The states of a new record, the present one last, and a deal's stays.
    fn arrive(
        self,
        past: &Past,
        uow: &UnitOfWork,
    ) -> impl Future<Output = Outcome<(Vec<State<Self>>, Vec<Visit>)>> + Send {
        let _ = past;
        let state = State { record: self, effective: uow.now(), action: EventAction::Created, parts: Vec::new() };
        async { Ok((vec![state], Vec::new())) }
    }

    /// Completes the new state of a record that is known already, in its present state since `since`.
    fn turn(
        self,
        before: &Self,
        past: &Past,
        since: Option<DateTime<Utc>>,
        uow: &UnitOfWork,
    ) -> impl Future<Output = Outcome<Turned<Self>>> + Send {
        let _ = (before, past, since);
        let turned = Turned { after: self, effective: uow.now(), action: EventAction::Updated, visit: None };
        async { Ok(turned) }
    }
}

/// A record that is known already, in its new state.
pub(super) struct Turned<R> {
    pub(super) after: R,
    pub(super) effective: DateTime<Utc>,
    pub(super) action: EventAction,
    pub(super) visit: Option<(Departure, Arrival)>,
}

impl Importable for Account {}
impl Importable for Contact {}
impl Importable for Note {}
impl Importable for Pipeline {}
impl Importable for Stage {}
impl Importable for Task {}
impl Importable for Team {}

impl Importable for Product {
    const UNIQUE: Option<(&'static str, Text)> = Some(("name", Text::NameTaken));
}

impl Importable for User {
    const UNIQUE: Option<(&'static str, Text)> = Some(("email", Text::EmailTaken));
}

impl Importable for Deal {
    async fn arrive(self, past: &Past, uow: &UnitOfWork) -> Outcome<(Vec<State<Self>>, Vec<Visit>)> {
        arrive(self, past, uow).await
    }

    async fn turn(
        self,
        before: &Self,
        past: &Past,
        since: Option<DateTime<Utc>>,
        uow: &UnitOfWork,
    ) -> Outcome<Turned<Self>> {
        let Turn { after, effective, action, visit } = turn(before, self, past, since, uow).await?;
        Ok(Turned { after, effective, action, visit })
    }
}

/// Does the same for whichever kind it is. Every kind of [`KINDS`] stands here.
macro_rules! for_kind {
    ($kind:expr, $engine:ident.$method:ident($rows:ident, $watcher:ident)) => {
        match $kind {
            RecordKind::Account => $engine.$method::<Account>($rows, $watcher).await,
            RecordKind::Contact => $engine.$method::<Contact>($rows, $watcher).await,
            RecordKind::Product => $engine.$method::<Product>($rows, $watcher).await,
            RecordKind::Deal => $engine.$method::<Deal>($rows, $watcher).await,
            RecordKind::User => $engine.$method::<User>($rows, $watcher).await,
            RecordKind::Team => $engine.$method::<Team>($rows, $watcher).await,
            RecordKind::Pipeline => $engine.$method::<Pipeline>($rows, $watcher).await,
            RecordKind::Stage => $engine.$method::<Stage>($rows, $watcher).await,
            RecordKind::Note => $engine.$method::<Note>($rows, $watcher).await,
            RecordKind::Task => $engine.$method::<Task>($rows, $watcher).await,
            _ => Err(Failure::BadInput("this kind of record is not imported".to_owned())),
        }
    };
}

/// The kinds that can be imported.
pub(super) const KINDS: &[RecordKind] = &[
    RecordKind::Account,
    RecordKind::Contact,
    RecordKind::Product,
    RecordKind::Deal,
    RecordKind::User,
    RecordKind::Team,
    RecordKind::Pipeline,
    RecordKind::Stage,
    RecordKind::Note,
    RecordKind::Task,
];

/// Whether a record of a kind can be made of a name alone.
pub(super) const fn made_by_name(kind: RecordKind) -> bool {
    matches!(
        kind,
        RecordKind::Account | RecordKind::Contact | RecordKind::Product | RecordKind::User | RecordKind::Team
    )
}

/// Writes all rows as records of a kind.
pub(super) async fn write_all(
    kind: RecordKind,
    engine: &mut Engine,
    rows: Reading,
    watcher: &mut impl Watcher,
) -> Outcome<ControlFlow<()>> {
    for_kind!(kind, engine.write_all(rows, watcher))
}

/// Sets the references between the rows' records.
pub(super) async fn link_all(
    kind: RecordKind,
    engine: &mut Engine,
    rows: Reading,
    watcher: &mut impl Watcher,
) -> Outcome<ControlFlow<()>> {
    for_kind!(kind, engine.link_all(rows, watcher))
}
