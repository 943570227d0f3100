//! `tundish doctor` finds what was damaged, and makes again what can be.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, Database};
use tundish::demo::Story;
use tundish_application::{
    records::Actor,
    store::{
        deals::Deal,
        doctor::{Check, Finding},
    },
};
use tundish_domain::{
    kernel::ids::UserId,
    records::{EventAction, EventOrigin, RecordAction},
};
use tundish_tests::{Company, Server, Store, Tables};

async fn damage(server: &Server, statements: &[&str]) {
    let database = Database::connect(&server.url).await.unwrap();
    for statement in statements {
        let changed = database.execute_unprepared(statement).await.unwrap().rows_affected();
        assert!(changed > 0, "{statement} changed nothing");
    }
    database.close().await.unwrap();
}

fn checks(findings: &[Finding]) -> Vec<Check> {
    let mut checks: Vec<Check> = findings.iter().map(|finding| finding.check).collect();
    checks.dedup();
    checks
}

async fn whole_until_damaged(store: Store) {
    let story = Story::until(NaiveDate::from_ymd_opt(2026, 3, 2).unwrap());
    let walk = story.walk();
    let server = Server::start_at(store, walk.clock()).await;
    assert!(story.live(&server.database, &walk).await.is_ok());
    assert_eq!(server.database.examine(false).await.unwrap(), []);

    let some = |table: &str| format!("(SELECT id FROM {table} ORDER BY id LIMIT 1)");
    damage(
        &server,
        &[
            &format!("UPDATE search_row SET title = 'Elsewhere' WHERE record_id = {}", some("account")),
            &format!("DELETE FROM search_row WHERE record_id = {}", some("contact")),
            &format!("UPDATE deal_history SET name = 'Another' WHERE valid_to IS NULL AND id = {}", some("deal")),
            &format!("UPDATE stage_visit SET advanced = NOT advanced WHERE id = {}", some("stage_visit")),
            "UPDATE deal_closed_total SET count = count + 2, amount = amount - 5 WHERE state = 'LOST' AND days = (SELECT MAX(days) FROM deal_closed_total WHERE state = 'LOST')",
            "DELETE FROM stage_visit_total WHERE days = (SELECT MAX(days) FROM stage_visit_total)",
        ],
    )
    .await;
    let found = server.database.examine(false).await.unwrap();
    assert_eq!(checks(&found), [Check::Search, Check::History, Check::Visits, Check::Totals], "{found:?}");
    let of = |check| found.iter().filter(move |finding| finding.check == check);
    assert_eq!(found.len() - of(Check::Totals).count(), 4, "{found:?}");
    let told = |part: &str| of(Check::Totals).any(|finding| finding.what.contains(part));
    assert!(told("deal_closed_total of pipeline Sales, state LOST, owner "), "{found:?}");
    assert!(told("count 2 too much, amount 5 too little") && told("stage_visit_total of "), "{found:?}");
    assert!(found.iter().all(|finding| !finding.repaired));
    let repaired = server.database.examine(true).await.unwrap();
    assert_eq!(repaired.len(), found.len());
    assert!(repaired.iter().all(|finding| finding.repaired), "{repaired:?}");
    assert_eq!(server.database.examine(false).await.unwrap(), []);

    // The truth itself cannot be made again.
    damage(
        &server,
        &[
            &format!("UPDATE event SET payload = payload || ' ' WHERE id = {}", some("event")),
            "UPDATE event SET seq = seq + 1000000 WHERE seq = (SELECT MAX(seq) FROM event)",
            &format!("UPDATE deal SET stage_id = id WHERE id = {}", some("deal")),
        ],
    )
    .await;
    let lasting = server.database.examine(true).await.unwrap();
    let lost: Vec<&Finding> = lasting.iter().filter(|finding| !finding.repaired).collect();
    assert_eq!(lost.len(), 3, "{lasting:?}");
    assert_eq!(
        lost.iter().map(|finding| finding.check).collect::<Vec<_>>(),
        [Check::References, Check::Numbers, Check::Digests]
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sqlite() {
    whole_until_damaged(Store::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgres() {
    whole_until_damaged(Store::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_repair_waits_for_whoever_is_writing() {
    let company = Company::start(Store::Postgres).await;
    let id = company.bob.create("Deal", serde_json::json!({ "name": "Boiler" })).await;
    let database = &company.server.database;
    let bob = Actor::of_user(database, UserId(company.bob.id.parse().unwrap()), EventOrigin::User).await.unwrap();
    let uow = bob.begin().await.unwrap();
    let deal = uow.checked::<Deal>(id.parse().unwrap(), RecordAction::Update).await.unwrap().unwrap();
    let after = Deal { name: "Kettle".to_owned(), ..(*deal).clone() };
    uow.save(deal, after, EventAction::Updated).await.unwrap();
    let repairing = tokio::spawn({
        let database = std::sync::Arc::clone(database);
        async move { database.examine(true).await }
    });
    let tables = Tables::of(&company.server).await;
    let waiting =
        "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while tables.number(waiting).await == 0 {
        assert!(!repairing.is_finished(), "it repairs what somebody else is changing");
        tokio::task::yield_now().await;
    }
    uow.commit().await.unwrap();
    assert_eq!(repairing.await.unwrap().unwrap(), []);
}
