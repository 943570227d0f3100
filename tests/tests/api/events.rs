//! The event log: in order and without gaps, whoever writes at once.

use std::{
    collections::BTreeSet,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use serde_json::json;
use tundish_application::{
    records::{Actor, Input, InputValue, update},
    store::{
        activities::Note,
        deals::{Deal, Stage},
        records::Record,
    },
};
use tundish_domain::{
    kernel::ids::{DealId, NoteId, UserId},
    records::{EventAction, EventOrigin, RecordAction},
};
use tundish_tests::{Company, Live, MovingClock, Store, Tables, on_both};

/// How long an answer may take; only a failing test waits so long.
const PATIENCE: Duration = Duration::from_secs(20);

/// Gives a future up after so many looks at it.
struct Impatient<F> {
    future: Pin<Box<F>>,
    polls: usize,
}

impl<F: Future> Future for Impatient<F> {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        self.polls = self.polls.saturating_sub(1);
        if self.future.as_mut().poll(context).is_ready() || self.polls == 0 { Poll::Ready(()) } else { Poll::Pending }
    }
}

/// A note about a deal, as a use case would write it.
fn note(id: NoteId, deal: DealId, writer: UserId) -> Note {
    let now = chrono::DateTime::UNIX_EPOCH;
    Note {
        id,
        body: "text".into(),
        deal_id: Some(deal),
        account_id: None,
        contact_id: None,
        owner_id: Some(writer),
        created_at: now,
        updated_at: now,
        deleted_at: None,
        deletion_id: None,
        version: 0,
    }
}

/// The numbers of all events, in the order of their ids.
async fn numbers(tables: &Tables) -> Vec<i64> {
    tables.last_event().await;
    tables.numbers("SELECT seq FROM event ORDER BY seq").await
}

fn gapless(numbers: &[i64]) -> bool {
    numbers.iter().copied().eq(1..=i64::try_from(numbers.len()).unwrap())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_began_first_and_waited_comes_after_what_it_waited_for() {
    let clock = MovingClock::default();
    let company = Company::start_at(Store::Postgres, &clock).await;
    let id = company.bob.create("Deal", json!({ "name": "First" })).await;
    let bob = UserId(company.bob.id.parse().unwrap());
    let actor = Actor::of_user(&company.server.database, bob, EventOrigin::User).await.unwrap();
    let uow = actor.begin().await.unwrap();
    clock.forward(5);
    let change = "mutation($id: ID!, $stage: ID!) { moveDeal(id: $id, stageId: $stage) { userErrors { code } } }";
    company.bob.ask(change, json!({ "id": id, "stage": company.stages[1] })).await;
    let deal = uow.checked::<Deal>(id.parse().unwrap(), RecordAction::Update).await.unwrap().unwrap();
    let after = Deal { name: "Last".to_owned(), ..(*deal).clone() };
    let last = deal.updated_at;
    let saved = uow.save(deal, after, EventAction::Updated).await.unwrap();
    assert_eq!(saved.record.updated_at, last);
    uow.commit().await.unwrap();
    // No two rows of the history hold at once, and none ends before it begins.
    let tables = Tables::of(&company.server).await;
    let backwards = "SELECT COUNT(*) FROM deal_history WHERE valid_to < valid_from";
    let overlapping = "SELECT COUNT(*) FROM deal_history one INNER JOIN deal_history other ON one.id = other.id AND one.version < other.version \
                       WHERE one.valid_to IS NULL OR one.valid_to > other.valid_from";
    assert_eq!((tables.number(backwards).await, tables.number(overlapping).await), (0, 0));
    assert_eq!(
        tables
            .number(
                "SELECT COUNT(*) FROM event one INNER JOIN event other ON one.record_id = other.record_id \
                              AND one.version < other.version AND one.recorded_at > other.recorded_at"
            )
            .await,
        0
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn events_whose_transactions_commit_out_of_order_are_all_heard_once() {
    let company = Company::start(Store::Postgres).await;
    let deal = company.bob.create("Deal", json!({ "name": "Deal" })).await;
    let deal: DealId = DealId(deal.parse().unwrap());
    let bob = UserId(company.bob.id.parse().unwrap());
    let tables = Tables::of(&company.server).await;
    let actor = Actor::of_user(&company.server.database, bob, EventOrigin::User).await.unwrap();
    let mut live = Live::open(&company.bob).await;
    let document = "subscription($after: String) { recordEvents(kinds: [NOTE], afterSeq: $after) { seq recordId } }";
    live.begin("news", document, json!({ "after": tables.last_event().await })).await;
    let mut written = BTreeSet::new();
    let mut heard = Vec::new();
    for round in 0..10 {
        let mut open = Vec::new();
        for _ in 0..4 {
            let uow = actor.begin().await.unwrap();
            let id = uow.new_id();
            uow.insert(note(NoteId(id), deal, bob)).await.unwrap();
            written.insert(id.to_string());
            open.push(uow);
        }
        // The last one first; one is given up.
        if round % 3 == 0 {
            let given_up = open.remove(1);
            drop(given_up);
        }
        let mut committed = 0;
        while let Some(uow) = open.pop() {
            uow.commit().await.unwrap();
            committed += 1;
            if committed == 2 && round % 2 == 0 {
                // In the middle they are numbered and heard, while an older one is still open.
                while heard.len() % 4 < 2 {
                    heard.push(live.event().await);
                }
            }
        }
        let expected = tables.number("SELECT COUNT(*) FROM event WHERE kind = 'NOTE'").await;
        while heard.len() < usize::try_from(expected).unwrap() {
            heard.push(live.event().await);
        }
    }
    assert!(gapless(&numbers(&tables).await));
    let seqs: Vec<i64> = heard.iter().map(|event| event["seq"].as_str().unwrap().parse().unwrap()).collect();
    assert!(seqs.is_sorted() && seqs.windows(2).all(|pair| pair[0] < pair[1]), "{seqs:?}");
    let ids: BTreeSet<String> = heard.iter().map(|event| event["recordId"].as_str().unwrap().to_owned()).collect();
    let given_up: BTreeSet<String> = written.difference(&ids).cloned().collect();
    assert_eq!((ids.len(), given_up.len()), (heard.len(), 4));
    // Whoever comes back from the middle hears the rest.
    for middle in [0, seqs.len() / 2, seqs.len() - 1] {
        let mut late = Live::open(&company.bob).await;
        late.begin("news", document, json!({ "after": seqs[middle].to_string() })).await;
        for expected in &seqs[middle + 1..] {
            assert_eq!(late.event().await["seq"], json!(expected.to_string()));
        }
    }
}

on_both! {
    async fn who_hangs_up_takes_no_answer_from_others(company: Company) {
        let deal: uuid::Uuid = company.admin.create("Deal", json!({ "name": "Deal" })).await.parse().unwrap();
        let user = UserId(company.admin.id.parse().unwrap());
        let stage: uuid::Uuid = company.stages[0].parse().unwrap();
        let actor = Actor::of_user(&company.server.database, user, EventOrigin::User).await.unwrap();
        // Whoever changes a small table commits at once, together with those that wait. He hangs up at every point of that.
        for polls in 1..120 {
            let other = actor.begin().await.unwrap();
            other.insert(note(NoteId(other.new_id()), DealId(deal), user)).await.unwrap();
            let input = Input::new().with(Stage::DESCRIPTION, "name", InputValue::Text(format!("Name {polls}")));
            let renaming = Impatient { future: Box::pin(update::<Stage>(&actor, stage, &input, None, None)), polls };
            let ((), told) = futures::future::join(renaming, tokio::time::timeout(PATIENCE, other.commit())).await;
            told.unwrap_or_else(|_| panic!("no answer after {polls} polls")).unwrap();
            let counted = company.admin.ask("{ notes { totalCount } }", json!({})).await;
            assert_eq!(counted["notes"]["totalCount"], polls);
        }
    }

    async fn thirty_two_write_at_once_and_nobody_hears_of_a_lock(company: Company) {
        let deals: Vec<String> = futures::future::join_all((0..8).map(|n| company.ann.create("Deal", json!({ "name": n.to_string() })))).await;
        let company = Arc::new(company);
        let writers: Vec<_> = (0..32).map(|writer| {
            let (company, deals) = (Arc::clone(&company), deals.clone());
            tokio::spawn(async move {
                for round in 0..6 {
                    let deal = &deals[(writer + round) % deals.len()];
                    let document = "mutation($id: ID!, $stage: ID!, $name: String, $title: String!) { \
                        updateDeal(id: $id, input: { description: $name }) { userErrors { message } } \
                        moveDeal(id: $id, stageId: $stage) { userErrors { message } } \
                        createTask(input: { title: $title, dealId: $id }) { userErrors { message } } }";
                    let variables = json!({ "id": deal, "stage": company.stages[round % 6], "name": format!("{writer} {round}"), "title": "Task" });
                    let data = company.ann.ask(document, variables).await;
                    for field in ["updateDeal", "moveDeal", "createTask"] {
                        assert_eq!(data[field]["userErrors"], json!([]), "{field}");
                    }
                }
            })
        }).collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let tables = Tables::of(&company.server).await;
        assert!(gapless(&numbers(&tables).await));
        let counted = company.ann.ask("{ tasks { totalCount } }", json!({})).await;
        assert_eq!(counted["tasks"]["totalCount"], 32 * 6);
        // A record's version counts its events, also when many changed it.
        for deal in &deals {
            let data = company.ann.ask("query($id: ID!) { deal(id: $id) { version } }", json!({ "id": deal })).await;
            let data_version = data["deal"]["version"].as_i64().unwrap();
            let filter = match company.store {
                Store::Postgres => format!("record_id = '{deal}'"),
                Store::Sqlite => format!("record_id = x'{}'", deal.replace('-', "")),
            };
            assert_eq!(tables.number(&format!("SELECT COUNT(*) FROM event WHERE {filter}")).await, data_version);
            let versions = tables.numbers(&format!("SELECT version FROM event WHERE {filter} ORDER BY seq")).await;
            assert!(gapless(&versions), "{versions:?}");
        }
    }

    async fn the_same_key_at_the_same_moment_makes_one(company: Company) {
        let document = "mutation { createDeal(input: { name: \"Once\" }, idempotencyKey: \"k\") { deal { id } userErrors { message } } }";
        let answers = futures::future::join_all((0..16).map(|_| company.bob.ask(document, json!({})))).await;
        let ids: BTreeSet<String> = answers.iter().map(|answer| answer["createDeal"]["deal"]["id"].as_str().unwrap().to_owned()).collect();
        assert_eq!(ids.len(), 1);
        assert_eq!(company.bob.ask("{ deals { totalCount } }", json!({})).await["deals"]["totalCount"], 1);
    }

    async fn a_client_that_hangs_up_leaves_nothing_open(company: Company) {
        for _ in 0..30 {
            let request = company.bob.http().post(company.bob.url("/graphql"));
            let request = request.json(&json!({ "query": "mutation { createDeal(input: { name: \"Lost\" }) { deal { id } } }" }));
            // Given up at any moment of the way.
            let _ = tokio::time::timeout(std::time::Duration::from_micros(800), request.send()).await;
        }
        company.bob.create("Deal", json!({ "name": "After" })).await;
        let tables = Tables::of(&company.server).await;
        assert!(gapless(&numbers(&tables).await));
        let deals = tables.number("SELECT COUNT(*) FROM deal").await;
        assert_eq!(tables.number("SELECT COUNT(*) FROM event WHERE kind = 'DEAL'").await, deals);
        assert_eq!(tables.number("SELECT COUNT(*) FROM stage_visit").await, deals);
        assert_eq!(tables.number("SELECT COUNT(*) FROM deal_history").await, deals);
    }
}
