//! `tundish doctor` finds what was damaged, and makes again what can be.

use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, Database};
use tundish::demo::Story;
use tundish_application::store::doctor::{Check, Finding};
use tundish_tests::{Server, Store};

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
        ],
    )
    .await;
    let found = server.database.examine(false).await.unwrap();
    assert_eq!(checks(&found), [Check::Search, Check::History, Check::Visits], "{found:?}");
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.iter().all(|finding| !finding.repaired));
    let repaired = server.database.examine(true).await.unwrap();
    assert_eq!(repaired.len(), 4);
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
