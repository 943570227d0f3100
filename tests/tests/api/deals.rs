//! Deals through the API: entering, changing, moving, deleting, and who may.

use serde_json::{Value as Json, json};
use tundish_application::records::forget_keys;
use tundish_tests::{Company, MovingClock, Person, Store, Tables, on_both};

async fn deal(person: &Person, id: &str) -> Json {
    let document = "query($id: ID!) { deal(id: $id) { name version state closedDate lostReason amount { amount currency base } \
                    stage { id } owner { id } account { name } viewerCan deletedAt } }";
    person.ask(document, json!({ "id": id })).await["deal"].take()
}

async fn update(person: &Person, id: &str, input: Json, version: Option<i64>) -> Json {
    let document = "mutation($id: ID!, $input: UpdateDealInput!, $version: Int) { updateDeal(id: $id, input: $input, ifVersion: $version) \
                    { deal { name version description } userErrors { code path } } }";
    person.ask(document, json!({ "id": id, "input": input, "version": version })).await["updateDeal"].take()
}

async fn move_to(person: &Person, id: &str, stage: &str, more: Json) -> Json {
    let document = "mutation($id: ID!, $stage: ID!, $reason: String, $amount: MoneyInput) { moveDeal(id: $id, stageId: $stage, lostReason: $reason, amount: $amount) \
                    { deal { state closedDate lostReason version stage { id } } userErrors { code path } } }";
    let mut variables = json!({ "id": id, "stage": stage });
    variables.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    person.ask(document, variables).await["moveDeal"].take()
}

on_both! {
    async fn a_deal_begins_in_the_first_stage_for_its_maker(company: Company) {
        let id = company.bob.create("Deal", json!({ "name": "  ERP 项目 ", "amount": { "amount": "1250.5" } })).await;
        let found = deal(&company.bob, &id).await;
        assert_eq!(found["name"], "ERP 项目");
        assert_eq!(found["amount"], json!({ "amount": "1250.50", "currency": "CNY", "base": "1250.50" }));
        assert_eq!(found["stage"]["id"], json!(company.stages[0]));
        assert_eq!(found["owner"]["id"], json!(company.bob.id));
        assert_eq!(found["version"], 1);
        assert_eq!(found["viewerCan"], json!(["UPDATE"]));
        assert_eq!(deal(&company.ann, &id).await["viewerCan"], json!(["UPDATE", "ASSIGN", "DELETE"]));
    }

    async fn what_one_may_not_see_does_not_exist(company: Company) {
        let id = company.bob.create("Deal", json!({ "name": "Secret" })).await;
        for other in [&company.eve, &company.cy, &company.dora] {
            assert_eq!(deal(other, &id).await, Json::Null);
            let found = other.ask("query($id: ID!) { node(id: $id) { id } deals { totalCount } search(query: \"Secret\") { title } }", json!({ "id": id })).await;
            assert_eq!(found, json!({ "node": null, "deals": { "totalCount": 0 }, "search": [] }));
            let document = "mutation($id: ID!) { updateDeal(id: $id, input: { name: \"Mine\" }) { deal { id } userErrors { code } } }";
            assert_eq!(other.refused(document, json!({ "id": id })).await, "NOT_FOUND");
        }
        assert_eq!(Person::stranger(&company.server).refused("{ deals { totalCount } }", json!({})).await, "UNAUTHENTICATED");
        assert_eq!(deal(&company.bob, &id).await["name"], "Secret");
    }

    async fn no_deal_is_worth_more_than_figures_can_sum_up(company: Company) {
        let product = company.admin.create("Product", json!({ "name": "Pump", "listPrice": { "amount": "5" } })).await;
        let id = company.bob.create("Deal", json!({ "name": "Huge", "amount": { "amount": "7" } })).await;
        let document = "mutation($id: ID!, $lines: [DealLineInput!]!) { setDealLines(id: $id, lines: $lines, takeOverTotal: true) { userErrors { code path } } }";
        let lines = json!([{ "productId": product, "quantity": "100000000000", "unitPrice": { "amount": "90000" } }]);
        let refused = company.bob.ask(document, json!({ "id": id, "lines": lines })).await;
        assert_eq!(refused["setDealLines"]["userErrors"], json!([{ "code": "OUT_OF_RANGE", "path": ["lines", "0", "quantity"] }]));
        let rate = "mutation($rate: Decimal!) { setExchangeRate(input: { currency: \"USD\", date: \"2020-01-01\", rate: $rate }) { userErrors { code } } }";
        company.admin.ask(rate, json!({ "rate": "1000000" })).await;
        let dear = company.bob.try_create("Deal", json!({ "name": "Dear", "amount": { "amount": "100000", "currency": "USD" } })).await;
        assert_eq!(dear["userErrors"][0]["code"], "OUT_OF_RANGE", "{dear}");
        assert_eq!(dear["userErrors"][0]["path"], json!(["amount"]));
        let seen = "query($id: ID!) { deal(id: $id) { amount { amount } lineItems { quantity } } \
                    forecast(period: { from: \"2020-01-01\", to: \"2099-12-31\" }) { undated { amount } } }";
        let seen = company.bob.ask(seen, json!({ "id": id })).await;
        assert_eq!(seen, json!({ "deal": { "amount": { "amount": "7.00" }, "lineItems": [] }, "forecast": { "undated": { "amount": "7.00" } } }));
    }

    async fn no_deal_is_left_with_an_account_that_is_gone(company: Company) {
        let delete = "mutation($id: ID!) { deleteAccount(id: $id) { userErrors { code } } }";
        for round in 0..8 {
            let account = company.ann.create("Account", json!({ "name": format!("Acme {round}") })).await;
            let input = json!({ "name": "Late", "accountId": account });
            let (made, deleted) = tokio::join!(company.ann.try_create("Deal", input), company.ann.ask(delete, json!({ "id": account })));
            let refused = |payload: &Json| payload["userErrors"] != json!([]);
            assert_ne!(refused(&made), refused(&deleted["deleteAccount"]), "{made} {deleted}");
        }
    }

    async fn a_representative_neither_gives_away_nor_deletes(company: Company) {
        let id = company.bob.create("Deal", json!({ "name": "Mine" })).await;
        let refused = update(&company.bob, &id, json!({ "ownerId": company.eve.id }), None).await;
        assert_eq!(refused["userErrors"], json!([{ "code": "FORBIDDEN", "path": ["ownerId"] }]));
        let document = "mutation($id: ID!) { deleteDeal(id: $id) { deal { id } userErrors { code } } }";
        assert_eq!(company.bob.refused(document, json!({ "id": id })).await, "FORBIDDEN");
        let foreign = company.bob.try_create("Deal", json!({ "name": "Hers", "ownerId": company.eve.id })).await;
        assert_eq!(foreign["userErrors"][0]["code"], "FORBIDDEN");
        assert_eq!(deal(&company.bob, &id).await["owner"]["id"], json!(company.bob.id));
        assert_eq!(update(&company.ann, &id, json!({ "ownerId": company.eve.id }), None).await["userErrors"], json!([]));
        assert_eq!(deal(&company.bob, &id).await, Json::Null);
        assert_eq!(deal(&company.eve, &id).await["owner"]["id"], json!(company.eve.id));
    }

    async fn changes_of_other_fields_are_merged_and_of_the_same_refused(company: Company) {
        let id = company.bob.create("Deal", json!({ "name": "One" })).await;
        assert_eq!(update(&company.ann, &id, json!({ "name": "Two" }), Some(1)).await["deal"]["version"], 2);
        let merged = update(&company.bob, &id, json!({ "description": "Kept" }), Some(1)).await;
        assert_eq!(merged["deal"], json!({ "name": "Two", "version": 3, "description": "Kept" }));
        let stale = update(&company.bob, &id, json!({ "name": "Three" }), Some(1)).await;
        assert_eq!(stale["userErrors"], json!([{ "code": "STALE_VERSION", "path": ["name"] }]));
        assert_eq!(stale["deal"], json!({ "name": "Two", "version": 3, "description": "Kept" }));
        let absent = update(&company.bob, &id, json!({}), None).await;
        assert_eq!(absent["deal"], json!({ "name": "Two", "version": 3, "description": "Kept" }));
        let cleared = update(&company.bob, &id, json!({ "description": null }), None).await;
        assert_eq!(cleared["deal"], json!({ "name": "Two", "version": 4, "description": null }));
        let emptied = update(&company.bob, &id, json!({ "name": "  " }), None).await;
        assert_eq!(emptied["userErrors"], json!([{ "code": "REQUIRED", "path": ["name"] }]));
    }

    async fn winning_losing_and_reopening(company: Company) {
        let id = company.bob.create("Deal", json!({ "name": "Path" })).await;
        let (second, won, lost) = (&company.stages[1], &company.stages[4], &company.stages[5]);
        let early = move_to(&company.bob, &id, second, json!({ "reason": "price" })).await;
        assert_eq!(early["userErrors"], json!([{ "code": "INVALID", "path": ["lostReason"] }]));
        assert_eq!(move_to(&company.bob, &id, second, json!({})).await["deal"]["version"], 2);
        let closed = move_to(&company.bob, &id, lost, json!({ "reason": "price" })).await;
        assert_eq!((&closed["deal"]["state"], &closed["deal"]["lostReason"]), (&json!("LOST"), &json!("price")));
        assert!(closed["deal"]["closedDate"].is_string());
        let reopened = move_to(&company.bob, &id, second, json!({})).await;
        assert_eq!(reopened["deal"]["closedDate"], Json::Null);
        assert_eq!((&reopened["deal"]["state"], &reopened["deal"]["lostReason"]), (&json!("OPEN"), &Json::Null));
        let won = move_to(&company.bob, &id, won, json!({ "amount": { "amount": "99.99" } })).await;
        assert_eq!(won["deal"]["state"], "WON");
        assert_eq!(deal(&company.bob, &id).await["amount"]["amount"], "99.99");
    }

    async fn a_total_that_is_taken_over_is_worth_what_it_was_on_the_day_of_closing(company: Company) {
        let rate = "mutation($date: Date!, $rate: Decimal!) { setExchangeRate(input: { currency: \"USD\", date: $date, rate: $rate }) { userErrors { code } } }";
        company.admin.ask(rate, json!({ "date": "2020-01-01", "rate": "7" })).await;
        let product = company.admin.create("Product", json!({ "name": "Pump", "listPrice": { "amount": "10", "currency": "USD" } })).await;
        let id = company.bob.create("Deal", json!({ "name": "Pumps", "amount": { "amount": "1" } })).await;
        let set = "mutation($id: ID!, $lines: [DealLineInput!]!, $take: Boolean!) { setDealLines(id: $id, lines: $lines, takeOverTotal: $take) \
                   { deal { amount { amount currency base } lineItems { unitPrice { base } } } userErrors { code path } } }";
        let lines = async |lines: Json, take: bool| company.bob.ask(set, json!({ "id": id, "lines": lines, "take": take })).await["setDealLines"]["deal"].take();
        let pumps = json!([{ "productId": product, "quantity": "3" }]);
        assert_eq!(lines(pumps.clone(), false).await["amount"], json!({ "amount": "1.00", "currency": "CNY", "base": "1.00" }));
        assert_eq!(lines(pumps.clone(), true).await["amount"], json!({ "amount": "30.00", "currency": "USD", "base": "210.00" }));
        // In several currencies the lines add up in the base currency.
        let mixed = json!([{ "productId": product, "quantity": "1" }, { "productId": product, "quantity": "1", "unitPrice": { "amount": "5", "currency": "CNY" } }]);
        assert_eq!(lines(mixed, true).await["amount"], json!({ "amount": "75.00", "currency": "CNY", "base": "75.00" }));
        move_to(&company.bob, &id, &company.stages[4], json!({})).await;
        let tables = Tables::of(&company.server).await;
        tables.execute("UPDATE deal SET closed_date = '2025-03-01'").await;
        company.admin.ask(rate, json!({ "date": "2025-06-01", "rate": "8" })).await;
        let closed = lines(pumps, true).await;
        assert_eq!(closed, json!({ "amount": { "amount": "30.00", "currency": "USD", "base": "210.00" }, "lineItems": [{ "unitPrice": { "base": "70.00" } }] }));
    }

    async fn the_sum_of_lines_is_worth_what_the_deal_is_worth_that_takes_it_over(company: Company) {
        let rate = "mutation { setExchangeRate(input: { currency: \"USD\", date: \"2020-01-01\", rate: \"7.1\" }) { userErrors { code } } }";
        company.admin.ask(rate, json!({})).await;
        let product = company.admin.create("Product", json!({ "name": "Screw" })).await;
        let id = company.bob.create("Deal", json!({ "name": "Screws" })).await;
        let set = "mutation($id: ID!, $lines: [DealLineInput!]!) { setDealLines(id: $id, lines: $lines, takeOverTotal: true) \
                   { deal { amount { amount currency base } lineItemsTotal { amount base } lineItems { total { amount currency base } } } userErrors { code path } } }";
        // A cent is worth 7.1 fen, which a price rounds to 7.
        let screws = json!([{ "productId": product, "quantity": "10000", "unitPrice": { "amount": "0.01", "currency": "USD" } }]);
        let deal = company.bob.ask(set, json!({ "id": id, "lines": screws })).await["setDealLines"]["deal"].take();
        assert_eq!(deal["amount"], json!({ "amount": "100.00", "currency": "USD", "base": "710.00" }));
        assert_eq!(deal["lineItemsTotal"]["base"], "710.00");
        assert_eq!(deal["lineItems"][0]["total"], json!({ "amount": "100.00", "currency": "USD", "base": "710.00" }));
        company.admin.ask(&rate.replace("7.1", "7.3").replace("2020", "2021"), json!({})).await;
        let followed = company.bob.ask("query($id: ID!) { deal(id: $id) { lineItemsTotal { base } } }", json!({ "id": id })).await;
        assert_eq!(followed["deal"]["lineItemsTotal"]["base"], "730.00");
    }

    async fn parts_keep_what_is_in_the_recycle_bin_by_now(company: Company) {
        let product = company.admin.create("Product", json!({ "name": "Pump" })).await;
        let account = company.bob.create("Account", json!({ "name": "Acme" })).await;
        let contact = company.bob.create("Contact", json!({ "name": "Li", "accountId": account })).await;
        let other = company.bob.create("Contact", json!({ "name": "Wang", "accountId": account })).await;
        let id = company.bob.create("Deal", json!({ "name": "Pumps", "accountId": account, "contactIds": [contact] })).await;
        let set_lines = "mutation($id: ID!, $lines: [DealLineInput!]!) { setDealLines(id: $id, lines: $lines) { deal { lineItems { id createdAt quantity } } userErrors { code path } } }";
        let line = company.bob.ask(set_lines, json!({ "id": id, "lines": [{ "productId": product, "quantity": "1" }] })).await["setDealLines"]["deal"]["lineItems"][0].take();
        let gone = "mutation($product: ID!, $contact: ID!) { deleteProduct(id: $product) { userErrors { code } } deleteContact(id: $contact) { userErrors { code } } }";
        let deleted = company.admin.ask(gone, json!({ "product": product, "contact": contact })).await;
        assert_eq!(deleted["deleteContact"]["userErrors"], json!([]), "{deleted}");
        let more = json!([{ "id": line["id"], "productId": product, "quantity": "2" }]);
        let changed = company.bob.ask(set_lines, json!({ "id": id, "lines": more })).await["setDealLines"].take();
        assert_eq!(changed["userErrors"], json!([]));
        assert_eq!(changed["deal"]["lineItems"], json!([{ "id": line["id"], "createdAt": line["createdAt"], "quantity": "2" }]));
        let twice = json!([more[0], more[0]]);
        assert_eq!(company.bob.refused(set_lines, json!({ "id": id, "lines": twice })).await, "BAD_USER_INPUT");
        let set_roles = "mutation($id: ID!, $roles: [BuyingRoleInput!]!) { setBuyingRoles(id: $id, roles: $roles) { userErrors { code path } } }";
        let roles = json!([{ "contactId": other, "role": "USER" }]);
        assert_eq!(company.bob.ask(set_roles, json!({ "id": id, "roles": roles })).await["setBuyingRoles"]["userErrors"], json!([]));
        company.admin.ask("mutation($id: ID!) { restoreContact(id: $id) { userErrors { code } } }", json!({ "id": contact })).await;
        let found = company.bob.ask("query($id: ID!) { deal(id: $id) { buyingRoles { contact { name } } } }", json!({ "id": id })).await;
        let mut names: Vec<&str> = found["deal"]["buyingRoles"].as_array().unwrap().iter().filter_map(|role| role["contact"]["name"].as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["Li", "Wang"]);
    }

    async fn more_contacts_than_a_deal_can_have_are_refused(company: Company) {
        let ids = vec![company.bob.id.clone(); 201];
        let refused = company.bob.try_create("Deal", json!({ "name": "Crowd", "contactIds": ids })).await;
        assert_eq!((&refused["userErrors"][0]["code"], &refused["userErrors"][0]["path"]), (&json!("OUT_OF_RANGE"), &json!(["contactIds"])));
    }

    async fn the_same_key_gives_the_same_deal_once(company: Company) {
        let document = "mutation($input: CreateDealInput!) { createDeal(input: $input, idempotencyKey: \"k1\") { deal { id } userErrors { code path } } }";
        let first = company.bob.ask(document, json!({ "input": { "name": "Once" } })).await;
        let again = company.bob.ask(document, json!({ "input": { "name": "Once" } })).await;
        assert_eq!(first, again);
        let other = company.bob.ask(document, json!({ "input": { "name": "Twice" } })).await;
        assert_eq!(other["createDeal"]["userErrors"], json!([{ "code": "IDEMPOTENCY_KEY_REUSED", "path": ["idempotencyKey"] }]));
        let counted = company.bob.ask("{ deals { totalCount } }", json!({})).await;
        assert_eq!(counted["deals"]["totalCount"], 1);
    }

    async fn deleting_takes_what_belongs_and_restoring_brings_it_back(company: Company) {
        let account = company.bob.create("Account", json!({ "name": "Acme" })).await;
        let id = company.bob.create("Deal", json!({ "name": "Belongs", "accountId": account })).await;
        let delete = "mutation($id: ID!, $cascade: Boolean) { deleteAccount(id: $id, cascade: $cascade) { account { deletedAt } userErrors { code path } } }";
        let refused = company.ann.ask(delete, json!({ "id": account })).await;
        assert_eq!(refused["deleteAccount"]["userErrors"], json!([{ "code": "IN_USE", "path": ["cascade"] }]));
        let deleted = company.ann.ask(delete, json!({ "id": account, "cascade": true })).await;
        assert!(deleted["deleteAccount"]["account"]["deletedAt"].is_string());
        assert_eq!(deal(&company.bob, &id).await, Json::Null);
        let restore = "mutation($id: ID!) { restoreAccount(id: $id) { account { deletedAt } userErrors { code } } }";
        let restored = company.ann.ask(restore, json!({ "id": account })).await;
        assert_eq!(restored["restoreAccount"], json!({ "account": { "deletedAt": null }, "userErrors": [] }));
        assert_eq!(deal(&company.bob, &id).await["account"]["name"], "Acme");
    }

    async fn filters_reach_related_records_and_keep_to_what_is_seen(company: Company) {
        let software = company.bob.create("Account", json!({ "name": "上海通达", "industry": "software" })).await;
        company.bob.create("Deal", json!({ "name": "A", "accountId": software, "amount": { "amount": "10" } })).await;
        company.bob.create("Deal", json!({ "name": "B", "amount": { "amount": "30" } })).await;
        company.bob.create("Deal", json!({ "name": "C" })).await;
        let names = async |filter: Json| -> Vec<String> {
            let data = company.bob.ask("query($filter: DealFilter) { deals(filter: $filter, orderBy: [{ field: NAME }]) { nodes { name } } }", json!({ "filter": filter })).await;
            data["deals"]["nodes"].as_array().unwrap().iter().map(|deal| deal["name"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(names(json!({ "account": { "industry": { "eq": "software" } } })).await, ["A"]);
        assert_eq!(names(json!({ "not": { "account": { "industry": { "eq": "software" } } } })).await, ["B", "C"]);
        assert_eq!(names(json!({ "accountId": { "isNull": true } })).await, ["B", "C"]);
        assert_eq!(names(json!({ "amount": { "gte": "10", "lt": "30" } })).await, ["A"]);
        assert_eq!(names(json!({ "amount": { "ne": "10" } })).await, ["B", "C"]);
        assert_eq!(names(json!({ "or": [{ "name": { "eq": "a" } }, { "amount": { "isNull": true } }] })).await, ["A", "C"]);
        assert_eq!(names(json!({ "createdAt": { "within": { "last": 1, "unit": "DAY" } } })).await, ["A", "B", "C"]);
        assert_eq!(names(json!({ "tasks": { "none": {} } })).await, ["A", "B", "C"]);
        assert_eq!(names(json!({ "or": [] })).await, Vec::<String>::new());
        let nested = company.bob.ask("{ accounts { nodes { name deals(filter: { name: { eq: \"A\" } }) { totalCount nodes { name } } } } }", json!({})).await;
        assert_eq!(nested["accounts"]["nodes"], json!([{ "name": "上海通达", "deals": { "totalCount": 1, "nodes": [{ "name": "A" }] } }]));
    }

    async fn pages_go_on_where_they_stopped_in_both_directions(company: Company) {
        for (name, amount) in [("a", Some("5")), ("b", None), ("c", Some("5")), ("d", Some("1")), ("e", None)] {
            let amount = amount.map(|amount| json!({ "amount": amount }));
            company.bob.create("Deal", json!({ "name": name, "amount": amount })).await;
        }
        for (direction, nulls) in [("ASC", "FIRST"), ("ASC", "LAST"), ("DESC", "FIRST"), ("DESC", "LAST")] {
            let order = json!([{ "field": "AMOUNT", "direction": direction, "nulls": nulls }]);
            let page = async |arguments: &str, cursor: Option<&str>| {
                let document = format!("query($order: [DealOrder!], $cursor: String) {{ deals(orderBy: $order, {arguments}) {{ nodes {{ name }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}");
                company.bob.ask(&document, json!({ "order": order, "cursor": cursor })).await["deals"].take()
            };
            let names = |page: &Json| -> Vec<String> { page["nodes"].as_array().unwrap().iter().map(|deal| deal["name"].as_str().unwrap().to_owned()).collect() };
            let whole = names(&page("first: 5, after: $cursor", None).await);
            let mut forwards = Vec::new();
            let mut cursor: Option<String> = None;
            loop {
                let found = page("first: 2, after: $cursor", cursor.as_deref()).await;
                forwards.extend(names(&found));
                cursor = found["pageInfo"]["endCursor"].as_str().map(str::to_owned);
                if found["pageInfo"]["hasNextPage"] == false {
                    break;
                }
            }
            assert_eq!(forwards, whole, "{direction} {nulls}");
            let mut backwards: Vec<String> = Vec::new();
            let mut cursor: Option<String> = None;
            loop {
                let found = page("last: 2, before: $cursor", cursor.as_deref()).await;
                backwards = names(&found).into_iter().chain(backwards).collect();
                cursor = found["pageInfo"]["startCursor"].as_str().map(str::to_owned);
                if found["pageInfo"]["hasPreviousPage"] == false {
                    break;
                }
            }
            assert_eq!(backwards, whole, "{direction} {nulls}");
        }
    }
}

async fn a_key_is_remembered_for_a_day(store: Store) {
    let clock = MovingClock::default();
    let company = Company::start_at(store, &clock).await;
    let tables = Tables::of(&company.server).await;
    let document = "mutation($name: String!) { createDeal(input: { name: $name }, idempotencyKey: \"k\") { deal { id } userErrors { code } } }";
    let create =
        async |name: &str| company.bob.ask(document, json!({ "name": name })).await["createDeal"]["deal"]["id"].take();
    let first = create("Once").await;
    clock.forward(23 * 60 * 60);
    assert!(forget_keys(&company.server.database).await.is_ok());
    assert_eq!(create("Once").await, first);
    clock.forward(2 * 60 * 60);
    // It is as good as new, also before the old one was swept away.
    let second = create("Twice").await;
    assert!(second.is_string() && second != first);
    assert_eq!(create("Twice").await, second);
    clock.forward(25 * 60 * 60);
    assert!(forget_keys(&company.server.database).await.is_ok());
    assert_eq!(tables.number("SELECT COUNT(*) FROM idempotency_key").await, 0);
    assert_ne!(create("Twice").await, second);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_is_remembered_for_a_day_on_sqlite() {
    a_key_is_remembered_for_a_day(Store::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_key_is_remembered_for_a_day_on_postgres() {
    a_key_is_remembered_for_a_day(Store::Postgres).await;
}
