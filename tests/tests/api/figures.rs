//! Funnel, forecast and figures over deals, worked by hand; each figure against the deals behind it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, FixedOffset, NaiveDateTime};
use serde_json::{Value as Json, json};
use tundish_application::{
    insight::merge_totals,
    organisation::renew_base_amounts,
    store::{Clock, deals::Deal, records::Record},
};
use tundish_domain::records::FieldKind;
use tundish_tests::{Company, Person, Server, Store, on_both};

/// The company with a clock that is set by hand, in its own zone.
struct Figures {
    company: Company,
    now: Arc<AtomicI64>,
}

/// An instant by the company's clock, e.g. `2026-03-31 23:30`.
fn local(text: &str) -> DateTime<FixedOffset> {
    let zone = FixedOffset::east_opt(8 * 3600).unwrap();
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap().and_local_timezone(zone).unwrap()
}

impl Figures {
    async fn start(store: Store) -> Self {
        let now = Arc::new(AtomicI64::new(local("2026-03-09 09:00").timestamp()));
        let read = Arc::clone(&now);
        let clock = Clock::new(move || DateTime::from_timestamp(read.load(Ordering::SeqCst), 0).unwrap());
        Self { company: Company::on(Server::start_at(store, clock).await).await, now }
    }

    fn at(&self, text: &str) {
        let next = local(text).timestamp();
        assert!(self.now.swap(next, Ordering::SeqCst) <= next, "the clock goes forward");
    }

    async fn move_to(&self, person: &Person, deal: &str, stage: usize, amount: Option<&str>) {
        let document = "mutation($id: ID!, $stage: ID!, $amount: MoneyInput) { moveDeal(id: $id, stageId: $stage, amount: $amount) { userErrors { message } } }";
        let amount = amount.map(|amount| json!({ "amount": amount }));
        let variables = json!({ "id": deal, "stage": self.company.stages[stage], "amount": amount });
        assert_eq!(person.ask(document, variables).await["moveDeal"]["userErrors"], json!([]));
    }

    /// Sets the owner of a deal, as somebody who may.
    async fn give(&self, person: &Person, deal: &str, owner: &Person) {
        let document = "mutation($id: ID!, $owner: ID) { updateDeal(id: $id, input: { ownerId: $owner }) { userErrors { message } } }";
        let payload = person.ask(document, json!({ "id": deal, "owner": owner.id })).await;
        assert_eq!(payload["updateDeal"]["userErrors"], json!([]));
    }

    async fn set_rate(&self, currency: &str, date: &str, rate: &str) {
        let document =
            "mutation($input: SetExchangeRateInput!) { setExchangeRate(input: $input) { userErrors { message } } }";
        let input = json!({ "currency": currency, "date": date, "rate": rate });
        let payload = self.company.admin.ask(document, json!({ "input": input })).await;
        assert_eq!(payload["setExchangeRate"]["userErrors"], json!([]));
    }

    async fn set_target(&self, of: Json, quarter: &str, amount: &str) {
        let document = "mutation($input: SetTargetInput!) { setTarget(input: $input) { userErrors { message } } }";
        let mut input = json!({ "quarterStart": quarter, "amount": { "amount": amount } });
        input.as_object_mut().unwrap().extend(of.as_object().unwrap().clone());
        let payload = self.company.admin.ask(document, json!({ "input": input })).await;
        assert_eq!(payload["setTarget"]["userErrors"], json!([]));
    }

    /// The funnel of the first pipeline, each figure compared with its deals.
    async fn funnel(&self, person: &Person, arguments: Json) -> Json {
        let deals = "{ totalCount nodes { amount { base } } }";
        let document = format!(
            "query($pipeline: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime) {{
                funnel(pipelineId: $pipeline, filter: $filter, period: $period, asOf: $asOf) {{
                    pipeline {{ id }} wonCount lostCount wonAmount {{ amount }} winRate
                    won: deals(figure: WON, first: 200) {deals} lost: deals(figure: LOST, first: 200) {deals} closed: deals(figure: CLOSED, first: 200) {deals}
                    stages {{
                        stage {{ id }} count amount {{ amount }} weightedAmount {{ amount }} entered left advanced conversionRate medianDays p90Days
                        openDeals: deals(first: 200) {deals} enteredDeals: deals(figure: ENTERED, first: 200) {deals}
                        leftDeals: deals(figure: LEFT, first: 200) {deals} advancedDeals: deals(figure: ADVANCED, first: 200) {deals}
                    }}
                }}
            }}"
        );
        let arguments = with(arguments, "pipeline", &self.company.pipeline);
        let funnel = person.ask(&document, arguments.clone()).await["funnel"].take();
        if let Some(counted) = over_all_days(&arguments) {
            assert_eq!(person.ask(&document, counted).await["funnel"], funnel, "totals agree with the deals");
        }
        let (won, lost) = (count(&funnel["wonCount"]), count(&funnel["lostCount"]));
        behind(&funnel["won"], won, Some(&funnel["wonAmount"]));
        behind(&funnel["lost"], lost, None);
        behind(&funnel["closed"], won + lost, None);
        for stage in funnel["stages"].as_array().unwrap() {
            behind(&stage["openDeals"], count(&stage["count"]), Some(&stage["amount"]));
            for passage in ["entered", "left", "advanced"] {
                // Visits count each time, the deals behind them are listed once.
                let (visits, deals) = (count(&stage[passage]), count(&stage[&format!("{passage}Deals")]["totalCount"]));
                assert!(deals <= visits && (deals > 0) == (visits > 0), "{passage}: {stage}");
            }
        }
        funnel
    }

    /// A forecast, each figure compared with its deals.
    async fn forecast(&self, person: &Person, arguments: Json) -> Json {
        let document = forecast_document();
        let forecast = person.ask(&document, arguments).await["forecast"].take();
        for figure in ["closed", "commit", "bestCase", "pipeline", "undated"] {
            let deals = &forecast[&format!("{figure}Deals")];
            behind(deals, count(&deals["totalCount"]), Some(&forecast[figure]));
        }
        let counted = |figures: &[&str]| -> i64 {
            figures.iter().map(|figure| count(&forecast[&format!("{figure}Deals")]["totalCount"])).sum()
        };
        assert_eq!(counted(&["weighted"]), counted(&["commit", "bestCase", "pipeline"]));
        assert_eq!(counted(&["all"]), counted(&["closed", "weighted", "undated"]));
        forecast
    }

    /// Figures over deals, each compared with its deals.
    async fn figures(&self, person: &Person, arguments: Json) -> Json {
        let deals = "{ totalCount nodes { amount { base } } }";
        let document = format!(
            "query($filter: DealFilter, $period: PeriodInput, $asOf: DateTime) {{ dealFigures(filter: $filter, period: $period, asOf: $asOf) {{
                count open won lost winRate wonAmount {{ amount }} averageWonAmount {{ amount }} cycleDays {{ mean min p25 median p75 p90 max }}
                allDeals: deals(first: 200) {deals} openDeals: deals(figure: OPEN, first: 200) {deals}
                wonDeals: deals(figure: WON, first: 200) {deals} lostDeals: deals(figure: LOST, first: 200) {deals}
            }} }}"
        );
        let figures = person.ask(&document, arguments.clone()).await["dealFigures"].take();
        if let Some(counted) = over_all_days(&arguments) {
            let counted = person.ask(&document, counted).await["dealFigures"].take();
            let keys = ["open", "won", "lost", "winRate", "wonAmount", "averageWonAmount", "cycleDays"];
            assert_eq!(only(&counted, &keys), only(&figures, &keys), "totals agree with the deals");
        }
        behind(&figures["allDeals"], count(&figures["count"]), None);
        behind(&figures["openDeals"], count(&figures["open"]), None);
        behind(&figures["wonDeals"], count(&figures["won"]), Some(&figures["wonAmount"]));
        behind(&figures["lostDeals"], count(&figures["lost"]), None);
        figures
    }
}

fn forecast_document() -> String {
    let amounts: String =
        ["target", "closed", "commit", "bestCase", "pipeline", "weighted", "undated", "expected", "low", "high", "gap"]
            .map(|figure| format!("{figure} {{ amount }} "))
            .concat();
    let deals: String = [
        ("closed", "CLOSED"),
        ("commit", "COMMIT"),
        ("bestCase", "BEST_CASE"),
        ("pipeline", "PIPELINE"),
        ("weighted", "WEIGHTED"),
        ("undated", "UNDATED"),
    ]
    .map(|(figure, name)| {
        format!("{figure}Deals: deals(figure: {name}, first: 200) {{ totalCount nodes {{ amount {{ base }} }} }} ")
    })
    .concat();
    format!(
        "query($period: PeriodInput!, $owner: ID, $team: ID, $asOf: DateTime) {{ forecast(period: $period, ownerId: $owner, teamId: $team, asOf: $asOf) {{
            from to {amounts} coverage targetProbability {deals} allDeals: deals {{ totalCount }}
        }} }}"
    )
}

fn with(mut arguments: Json, key: &str, value: &str) -> Json {
    arguments.as_object_mut().unwrap().insert(key.to_owned(), json!(value));
    arguments
}

fn period(from: &str, to: &str) -> Json {
    json!({ "from": from, "to": to })
}

/// The same question with a period of all days, which is answered from the deals themselves and not from totals.
fn over_all_days(arguments: &Json) -> Option<Json> {
    let mut arguments = arguments.clone();
    let known = arguments.as_object_mut()?;
    if known.contains_key("period") {
        return None;
    }
    known.insert("period".to_owned(), period("2000-01-01", "2100-12-31"));
    Some(arguments)
}

fn first_quarter() -> Json {
    period("2026-01-01", "2026-03-31")
}

fn second_quarter() -> Json {
    period("2026-04-01", "2026-06-30")
}

fn count(figure: &Json) -> i64 {
    figure.as_i64().unwrap_or_else(|| panic!("no count: {figure}"))
}

/// Minor units of an amount with two digits.
fn minor(amount: &Json) -> i64 {
    amount.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// The deals behind a figure are as many, and worth as much, as it says.
fn behind(deals: &Json, expected: i64, amount: Option<&Json>) {
    assert_eq!(count(&deals["totalCount"]), expected, "{deals}");
    let nodes = deals["nodes"].as_array().unwrap();
    assert_eq!(i64::try_from(nodes.len()).unwrap(), expected, "{deals}");
    if let Some(amount) = amount {
        let sum: i64 =
            nodes.iter().filter(|deal| !deal["amount"].is_null()).map(|deal| minor(&deal["amount"]["base"])).sum();
        assert_eq!(sum, minor(&amount["amount"]), "{deals}");
    }
}

/// Some of the fields of an object, amounts as plain texts.
fn only(object: &Json, keys: &[&str]) -> Json {
    let plain = |value: &Json| value.get("amount").unwrap_or(value).clone();
    keys.iter().map(|key| plain(&object[*key])).collect()
}

const FLOW: &[&str] = &["entered", "left", "advanced", "conversionRate", "medianDays", "p90Days"];

on_both! {
    async fn a_funnel_worked_by_hand(figures: Figures) {
        let bob = &figures.company.bob;
        figures.at("2026-03-10 10:00");
        let a = bob.create("Deal", json!({ "name": "A", "amount": { "amount": "100.05" } })).await;
        let b = bob.create("Deal", json!({ "name": "B", "amount": { "amount": "200" } })).await;
        let c = bob.create("Deal", json!({ "name": "C" })).await;
        figures.at("2026-03-12 18:00");
        figures.move_to(bob, &a, 1, None).await;
        figures.move_to(bob, &b, 2, None).await;
        figures.at("2026-03-15 01:00");
        figures.move_to(bob, &a, 0, None).await;
        figures.at("2026-03-16 01:00");
        figures.move_to(bob, &a, 1, None).await;
        figures.at("2026-03-20 09:00");
        figures.move_to(bob, &b, 4, Some("180")).await;
        figures.at("2026-03-21 09:00");
        figures.move_to(bob, &c, 5, None).await;

        let ever = figures.funnel(bob, json!({})).await;
        assert_eq!(only(&ever, &["wonCount", "lostCount", "winRate", "wonAmount"]), json!([1, 1, "0.5", "180.00"]));
        let stages = ever["stages"].as_array().unwrap();
        assert_eq!(stages.len(), 4);
        // The first stage: A twice, B, C; left after 2 (A), 2 (B), 1 (A) and, lost, 11 days.
        assert_eq!(only(&stages[0], FLOW), json!([4, 4, 3, "0.75", "2", "8.3"]));
        assert_eq!(stages[0]["enteredDeals"]["totalCount"], 3);
        assert_eq!(stages[0]["advancedDeals"]["totalCount"], 2);
        // The second: A twice, went back after 3 days; B skipped it.
        assert_eq!(only(&stages[1], FLOW), json!([2, 1, 0, "0", "3", "3"]));
        assert_eq!(only(&stages[1], &["count", "amount", "weightedAmount"]), json!([1, "100.05", "25.01"]));
        assert_eq!(only(&stages[2], FLOW), json!([1, 1, 1, "1", "8", "8"]));
        assert_eq!(only(&stages[3], FLOW), json!([0, 0, 0, null, null, null]));
        assert_eq!(only(&stages[3], &["count", "amount", "weightedAmount"]), json!([0, "0.00", "0.00"]));

        let days = figures.funnel(bob, json!({ "period": period("2026-03-12", "2026-03-15") })).await;
        assert_eq!(only(&days, &["wonCount", "lostCount", "winRate", "wonAmount"]), json!([0, 0, null, "0.00"]));
        assert_eq!(only(&days["stages"][0], FLOW), json!([1, 2, 2, "1", "2", "2"]));
        assert_eq!(days["stages"][1]["count"], 1);

        let then = figures.funnel(bob, json!({ "asOf": local("2026-03-14 23:59") })).await;
        assert_eq!(only(&then, &["wonCount", "lostCount"]), json!([0, 0]));
        assert_eq!(only(&then["stages"][0], FLOW), json!([3, 2, 2, "1", "2", "2"]));
        assert_eq!(only(&then["stages"][0], &["count", "amount"]), json!([1, "0.00"]));
        assert_eq!(only(&then["stages"][1], &["count", "amount", "weightedAmount"]), json!([1, "100.05", "25.01"]));
        assert_eq!(only(&then["stages"][2], &["count", "amount", "weightedAmount"]), json!([1, "200.00", "100.00"]));
        let before = figures.funnel(bob, json!({ "asOf": local("2026-03-10 09:59") })).await;
        assert_eq!(only(&before["stages"][0], FLOW), json!([0, 0, 0, null, null, null]));

        let all = figures.figures(bob, json!({})).await;
        assert_eq!(only(&all, &["count", "open", "won", "lost", "winRate"]), json!([3, 1, 1, 1, "0.5"]));
        assert_eq!(only(&all, &["wonAmount", "averageWonAmount"]), json!(["180.00", "180.00"]));
        // 10 and 11 days.
        assert_eq!(all["cycleDays"], json!({ "mean": "10.5", "min": "10", "p25": "10.25", "median": "10.5", "p75": "10.75", "p90": "10.9", "max": "11" }));
        let lost = figures.figures(bob, json!({ "period": period("2026-03-21", "2026-03-31") })).await;
        assert_eq!(only(&lost, &["count", "open", "won", "lost", "winRate", "averageWonAmount"]), json!([1, 1, 0, 1, "0", null]));
        let none = figures.figures(bob, json!({ "period": second_quarter() })).await;
        assert_eq!(only(&none, &["count", "winRate", "averageWonAmount", "cycleDays"]), json!([0, null, null, null]));
        let then = figures.figures(bob, json!({ "asOf": local("2026-03-20 08:59") })).await;
        assert_eq!(only(&then, &["count", "open", "won"]), json!([3, 3, 0]));

        let delete = "mutation($id: ID!) { deleteDeal(id: $id) { userErrors { code } } }";
        figures.company.ann.ask(delete, json!({ "id": b })).await;
        let gone = figures.funnel(bob, json!({})).await;
        assert_eq!((&gone["wonCount"], &gone["stages"][2]["entered"]), (&json!(0), &json!(0)));
        let gone = figures.funnel(bob, json!({ "asOf": local("2026-03-20 23:59") })).await;
        assert_eq!((&gone["wonCount"], &gone["stages"][0]["left"]), (&json!(0), &json!(2)));
        let restore = "mutation($id: ID!) { restoreDeal(id: $id) { userErrors { code } } }";
        figures.company.ann.ask(restore, json!({ "id": b })).await;
        assert_eq!(figures.funnel(bob, json!({})).await, ever);
        for _ in 0..2 {
            assert!(merge_totals(&figures.company.server.database, 0).await.is_ok());
            assert_eq!(figures.funnel(bob, json!({})).await, ever);
            assert_eq!(figures.figures(bob, json!({})).await, all);
        }
        figures.move_to(bob, &a, 4, None).await;
        assert_eq!(only(&figures.funnel(bob, json!({})).await, &["wonCount", "wonAmount"]), json!([2, "280.05"]));
    }

    async fn a_forecast_worked_by_hand(figures: Figures) {
        let company = &figures.company;
        let bob = &company.bob;
        let deal = async |person: &Person, amount: &str, expected: Option<&str>, category: &str, stage: usize| {
            let input = json!({ "name": "D", "amount": { "amount": amount }, "expectedCloseDate": expected, "category": category, "stageId": company.stages[stage] });
            person.create("Deal", input).await
        };
        deal(bob, "100", Some("2026-04-01"), "COMMIT", 3).await;
        deal(bob, "50.10", Some("2026-06-30"), "BEST_CASE", 1).await;
        deal(bob, "30", Some("2026-05-05"), "PIPELINE", 0).await;
        deal(bob, "7", Some("2026-03-31"), "COMMIT", 0).await;
        deal(bob, "9", Some("2026-07-01"), "COMMIT", 0).await;
        deal(bob, "20.01", None, "COMMIT", 2).await;
        deal(&company.eve, "1000", Some("2026-04-01"), "COMMIT", 3).await;
        deal(&company.dora, "5000", Some("2026-04-01"), "COMMIT", 3).await;
        figures.set_target(json!({ "ownerId": bob.id }), "2026-04-01", "300").await;
        figures.set_target(json!({ "ownerId": company.eve.id }), "2026-04-01", "200").await;
        figures.set_target(json!({ "teamId": company.teams[1] }), "2026-04-01", "4000").await;
        figures.set_target(json!({ "ownerId": company.dora.id }), "2026-04-01", "1").await;
        figures.set_target(json!({ "ownerId": bob.id }), "2026-01-01", "11").await;
        figures.at("2026-04-03 12:00");
        let won = deal(bob, "80", None, "PIPELINE", 0).await;
        figures.move_to(bob, &won, 4, None).await;

        let keys = ["target", "closed", "commit", "bestCase", "pipeline", "weighted", "undated", "expected", "gap", "coverage"];
        let second = || json!({ "period": second_quarter() });
        let own = figures.forecast(bob, second()).await;
        // Weighted: 75 + 12.53 (12.525) + 3; undated 20.01 at a half: 10.01. Coverage: 180.10 ÷ 220.
        let expected = json!(["300.00", "80.00", "100.00", "50.10", "30.00", "90.53", "20.01", "180.54", "220.00", "0.818636"]);
        assert_eq!(only(&own, &keys), expected);
        assert_eq!(only(&own, &["from", "to", "low", "high", "targetProbability"]), json!(["2026-04-01", "2026-06-30", null, null, null]));
        assert_eq!(own["allDeals"]["totalCount"], 5);
        for person in [bob, &company.ann, &company.admin] {
            assert_eq!(figures.forecast(person, with(second(), "owner", &bob.id)).await, own);
        }
        let north = figures.forecast(&company.ann, second()).await;
        let expected = json!(["500.00", "80.00", "1100.00", "50.10", "30.00", "840.53", "20.01", "930.54", "420.00", "2.809762"]);
        assert_eq!(only(&north, &keys), expected);
        assert_eq!(figures.forecast(&company.admin, with(second(), "team", &company.teams[0])).await, north);
        let whole = figures.forecast(&company.admin, second()).await;
        assert_eq!(only(&whole, &["target", "closed", "commit"]), json!(["4500.00", "80.00", "6100.00"]));

        let half = figures.forecast(bob, json!({ "period": period("2026-01-01", "2026-06-30") })).await;
        assert_eq!(only(&half, &["target", "commit"]), json!(["311.00", "107.00"]));
        let days = figures.forecast(bob, json!({ "period": period("2026-04-01", "2026-06-29") })).await;
        assert_eq!(only(&days, &["target", "gap", "coverage", "bestCase", "closed"]), json!([null, null, null, "0.00", "80.00"]));
        let none = figures.forecast(bob, json!({ "period": period("2026-07-01", "2026-09-30") })).await;
        assert_eq!(only(&none, &["target", "gap", "commit", "undated"]), json!([null, null, "9.00", "20.01"]));
        figures.set_target(json!({ "ownerId": bob.id }), "2026-04-01", "80").await;
        assert_eq!(only(&figures.forecast(bob, second()).await, &["gap", "coverage"]), json!(["0.00", null]));
        let then = figures.forecast(bob, json!({ "period": second_quarter(), "asOf": local("2026-04-03 11:59") })).await;
        assert_eq!(only(&then, &["closed", "commit", "gap"]), json!(["0.00", "100.00", "80.00"]));
    }

    async fn whoever_may_not_see_the_deals_gets_no_figures_of_them(figures: Figures) {
        let company = &figures.company;
        let deal = company.bob.create("Deal", json!({ "name": "D", "amount": { "amount": "5" }, "expectedCloseDate": "2026-03-31" })).await;
        let other = company.bob.create("Deal", json!({ "name": "E", "amount": { "amount": "5" } })).await;
        figures.move_to(&company.bob, &other, 4, None).await;
        for person in [&company.cy, &company.dora, &company.eve] {
            let funnel = figures.funnel(person, json!({})).await;
            assert_eq!(only(&funnel, &["wonCount", "winRate"]), json!([0, null]));
            assert_eq!(only(&funnel["stages"][0], &["count", "entered", "left"]), json!([0, 0, 0]));
            assert_eq!(figures.figures(person, json!({ "filter": { "ownerId": { "eq": company.bob.id } } })).await["count"], 0);
            let own = figures.forecast(person, json!({ "period": first_quarter() })).await;
            assert_eq!(only(&own, &["closed", "pipeline"]), json!(["0.00", "0.00"]));
        }
        let document = forecast_document();
        let of = |key: &str, id: &str| with(json!({ "period": first_quarter() }), key, id);
        for person in [&company.cy, &company.dora, &company.eve] {
            assert_eq!(person.refused(&document, of("owner", &company.bob.id)).await, "FORBIDDEN");
            assert_eq!(person.refused(&document, of("team", &company.teams[0])).await, "FORBIDDEN");
        }
        assert_eq!(company.bob.refused(&document, of("team", &company.teams[0])).await, "FORBIDDEN");
        assert_eq!(company.ann.refused(&document, of("owner", &company.cy.id)).await, "FORBIDDEN");
        assert_eq!(company.admin.refused(&document, of("owner", &deal)).await, "NOT_FOUND");
        assert_eq!(company.admin.refused(&document, of("team", "x")).await, "NOT_FOUND");
        let both = with(of("owner", &company.bob.id), "team", &company.teams[0]);
        assert_eq!(company.admin.refused(&document, both).await, "BAD_USER_INPUT");
        let reversed = json!({ "period": period("2026-03-31", "2026-03-30") });
        assert_eq!(company.admin.refused(&document, reversed.clone()).await, "BAD_USER_INPUT");
        let query = "query($period: PeriodInput) { dealFigures(period: $period) { count } }";
        assert_eq!(company.admin.refused(query, reversed).await, "BAD_USER_INPUT");
        assert_eq!(company.admin.refused("{ funnel(pipelineId: \"x\") { wonCount } }", json!({})).await, "NOT_FOUND");
        assert_eq!(Person::stranger(&company.server).refused("{ dealFigures { count } }", json!({})).await, "UNAUTHENTICATED");
    }

    async fn days_are_those_of_the_company(figures: Figures) {
        let company = &figures.company;
        let one = company.bob.create("Deal", json!({ "name": "Q1", "amount": { "amount": "1" } })).await;
        let two = company.bob.create("Deal", json!({ "name": "Q2", "amount": { "amount": "2" } })).await;
        figures.at("2026-03-31 23:30");
        figures.move_to(&company.bob, &one, 4, None).await;
        figures.at("2026-04-01 00:30");
        figures.move_to(&company.bob, &two, 4, None).await;
        for (quarter, amount) in [(first_quarter(), "1.00"), (second_quarter(), "2.00")] {
            let arguments = json!({ "period": quarter });
            assert_eq!(only(&figures.figures(&company.bob, arguments.clone()).await, &["won", "wonAmount"]), json!([1, amount]));
            assert_eq!(only(&figures.forecast(&company.bob, arguments.clone()).await, &["closed"]), json!([amount]));
            let funnel = figures.funnel(&company.bob, arguments).await;
            assert_eq!((only(&funnel, &["wonAmount"]), &funnel["stages"][0]["left"]), (json!([amount]), &json!(1)));
        }
    }

    async fn a_reopened_deal_counts_by_its_latest_close(figures: Figures) {
        let bob = &figures.company.bob;
        let deal = bob.create("Deal", json!({ "name": "D", "amount": { "amount": "10" } })).await;
        figures.at("2026-03-20 12:00");
        figures.move_to(bob, &deal, 4, None).await;
        figures.at("2026-03-21 12:00");
        figures.move_to(bob, &deal, 2, None).await;
        let won = async |arguments: Json| count(&figures.figures(bob, arguments).await["won"]);
        assert_eq!(won(json!({})).await, 0);
        assert_eq!(won(json!({ "asOf": local("2026-03-20 23:59") })).await, 1);
        figures.at("2026-04-02 12:00");
        figures.move_to(bob, &deal, 4, None).await;
        assert_eq!(won(json!({ "period": first_quarter() })).await, 0);
        assert_eq!(won(json!({ "period": second_quarter() })).await, 1);
        assert_eq!(won(json!({ "period": first_quarter(), "asOf": local("2026-03-20 23:59") })).await, 1);
        assert_eq!(won(json!({})).await, 1);
        let funnel = figures.funnel(bob, json!({})).await;
        assert_eq!(only(&funnel["stages"][2], FLOW), json!([1, 1, 1, "1", "12", "12"]));
    }

    async fn closed_deals_stay_with_whoever_closed_them(figures: Figures) {
        let company = &figures.company;
        let (bob, eve, ann, admin) = (&company.bob, &company.eve, &company.ann, &company.admin);
        let deal = bob.create("Deal", json!({ "name": "D", "amount": { "amount": "10" } })).await;
        figures.at("2026-03-20 12:00");
        figures.move_to(bob, &deal, 4, None).await;
        let open = bob.create("Deal", json!({ "name": "O", "amount": { "amount": "3" }, "expectedCloseDate": "2026-03-31" })).await;
        let of = |person: &Person| json!({ "filter": { "ownerId": { "eq": person.id } } });
        let team = |team: usize| json!({ "filter": { "owner": { "teamId": { "eq": company.teams[team] } } } });
        let quarter = |key: &str, id: &str| with(json!({ "period": first_quarter() }), key, id);
        let shown = async |person: &Person, arguments: Json| only(&figures.figures(person, arguments).await, &["won", "open"]);
        let forecast = async |person: &Person, arguments: Json| only(&figures.forecast(person, arguments).await, &["closed", "pipeline"]);
        assert_eq!(shown(ann, of(bob)).await, json!([1, 1]));
        figures.at("2026-03-21 12:00");
        figures.give(ann, &deal, eve).await;
        figures.give(ann, &open, eve).await;
        // The win stays Bob's; the open deal is Eve's.
        assert_eq!(shown(ann, of(bob)).await, json!([1, 0]));
        assert_eq!(shown(ann, of(eve)).await, json!([0, 1]));
        assert_eq!(shown(ann, team(0)).await, json!([1, 1]));
        assert_eq!(forecast(ann, quarter("owner", &bob.id)).await, json!(["10.00", "0.00"]));
        assert_eq!(forecast(ann, quarter("owner", &eve.id)).await, json!(["0.00", "3.00"]));
        assert_eq!(forecast(eve, json!({ "period": first_quarter() })).await, json!(["0.00", "3.00"]));
        assert_eq!(forecast(ann, json!({ "period": first_quarter() })).await, json!(["10.00", "3.00"]));
        // Bob has lost sight of both, Eve has them in her list.
        assert_eq!(shown(bob, json!({})).await, json!([0, 0]));
        assert_eq!(shown(eve, json!({})).await, json!([1, 1]));
        let then = json!({ "asOf": local("2026-03-20 23:00"), "filter": { "ownerId": { "eq": bob.id } } });
        assert_eq!(shown(ann, then).await, json!([1, 1]));
        // Visits: Bob's of the first stage ended as his; the present one of the open deal is Eve's now.
        let entered = async |person: &Person, arguments: Json| only(&figures.funnel(person, arguments).await["stages"][0], &["entered", "left"]);
        assert_eq!(entered(ann, of(bob)).await, json!([1, 1]));
        assert_eq!(entered(ann, of(eve)).await, json!([1, 0]));
        assert_eq!(entered(ann, team(0)).await, json!([2, 1]));
        assert_eq!(entered(ann, json!({ "filter": { "not": { "owner": { "name": { "eq": "Bob" } } } } })).await, json!([1, 0]));
        // To the other team: its manager sees the deal, whose win is not his team's.
        figures.give(admin, &deal, &company.dora).await;
        assert_eq!(shown(ann, json!({})).await, json!([0, 1]));
        assert_eq!(shown(admin, team(0)).await, json!([1, 1]));
        assert_eq!(shown(admin, team(1)).await, json!([0, 0]));
        assert_eq!(shown(&company.cy, json!({})).await, json!([1, 0]));
        assert_eq!(forecast(&company.cy, json!({ "period": first_quarter() })).await, json!(["0.00", "0.00"]));
        assert_eq!(forecast(admin, quarter("team", &company.teams[0])).await, json!(["10.00", "3.00"]));
    }

    async fn open_amounts_follow_the_rates(figures: Figures) {
        let company = &figures.company;
        let bob = &company.bob;
        figures.set_rate("USD", "2026-03-01", "7").await;
        figures.set_rate("JPY", "2026-03-01", "0.05").await;
        figures.at("2026-03-10 10:00");
        let input = |amount: &str, currency: &str| json!({ "name": currency, "amount": { "amount": amount, "currency": currency }, "expectedCloseDate": "2026-03-31" });
        let open = bob.create("Deal", input("100.01", "USD")).await;
        let closing = bob.create("Deal", input("200", "USD")).await;
        bob.create("Deal", input("12345", "JPY")).await;
        bob.create("Deal", input("1", "CNY")).await;
        figures.set_target(json!({ "ownerId": bob.id }), "2026-01-01", "0").await;
        let usd = json!({ "input": { "ownerId": bob.id, "quarterStart": "2026-01-01", "amount": { "amount": "1000", "currency": "USD" } } });
        company.admin.ask("mutation($input: SetTargetInput!) { setTarget(input: $input) { userErrors { code } } }", usd).await;
        let forecast = async |arguments: Json| only(&figures.forecast(bob, arguments).await, &["target", "closed", "pipeline", "weighted"]);
        let now = || json!({ "period": first_quarter() });
        // 700.07 + 1400 + 617.25 + 1; a tenth of each, rounded: 70.01 + 140 + 61.73 + 0.10.
        assert_eq!(forecast(now()).await, json!(["7000.00", "0.00", "2718.32", "271.84"]));
        let version = async || bob.ask("query($id: ID!) { deal(id: $id) { version amount { base } } }", json!({ "id": open })).await["deal"].take();
        // A rate that holds from a later day changes nothing yet.
        figures.set_rate("USD", "2026-03-15", "7.5").await;
        assert_eq!(version().await, json!({ "version": 1, "amount": { "base": "700.07" } }));
        figures.at("2026-03-15 00:01");
        // 100.01 and 200 dollars, the target.
        assert!(matches!(renew_base_amounts(&company.server.database).await, Ok(3)));
        assert!(matches!(renew_base_amounts(&company.server.database).await, Ok(0)));
        assert_eq!(version().await, json!({ "version": 1, "amount": { "base": "750.08" } }));
        assert_eq!(forecast(now()).await, json!(["7500.00", "0.00", "2868.33", "286.84"]));
        figures.at("2026-03-20 12:00");
        figures.move_to(bob, &closing, 4, None).await;
        figures.set_rate("USD", "2026-03-20", "8").await;
        assert_eq!(version().await, json!({ "version": 1, "amount": { "base": "800.08" } }));
        // The closed deal keeps the rate of its day.
        assert_eq!(forecast(now()).await, json!(["8000.00", "1500.00", "1418.33", "141.84"]));
        // Of the past: that day's rates for what was open then, targets of today.
        let then = |text: &str| json!({ "period": first_quarter(), "asOf": local(text) });
        assert_eq!(forecast(then("2026-03-12 12:00")).await, json!(["8000.00", "0.00", "2718.32", "271.84"]));
        assert_eq!(forecast(then("2026-03-15 00:00")).await, json!(["8000.00", "0.00", "2868.33", "286.84"]));
        assert_eq!(forecast(then("2026-03-20 13:00")).await, json!(["8000.00", "1500.00", "1418.33", "141.84"]));
        let document = "query($asOf: DateTime, $filter: DealFilter) { deals(asOf: $asOf, filter: $filter, orderBy: [{ field: AMOUNT, direction: DESC }]) { nodes { amount { base } } } }";
        let listed = async |filter: Json| {
            let data = bob.ask(document, json!({ "asOf": local("2026-03-12 12:00"), "filter": filter })).await;
            let nodes = data["deals"]["nodes"].as_array().unwrap().clone();
            nodes.iter().map(|deal| deal["amount"]["base"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(listed(json!({})).await, ["1400.00", "700.07", "617.25", "1.00"]);
        assert_eq!(listed(json!({ "amount": { "gte": "700.07" } })).await, ["1400.00", "700.07"]);
        let funnel = figures.funnel(bob, then("2026-03-12 12:00")).await;
        assert_eq!(only(&funnel["stages"][0], &["count", "amount"]), json!([4, "2718.32"]));
    }

    async fn figures_take_every_filter_that_lists_take(figures: Figures) {
        let bob = &figures.company.bob;
        let account = bob.create("Account", json!({ "name": "Acme" })).await;
        let won = bob.create("Deal", json!({ "name": "Won", "accountId": account, "amount": { "amount": "5" } })).await;
        figures.move_to(bob, &won, 4, None).await;
        bob.create("Deal", json!({ "name": "Open" })).await;
        let references = Deal::DESCRIPTION.fields.iter().filter(|field| matches!(field.kind, FieldKind::Reference(_)));
        let mut filters: Vec<Json> = references.map(|field| json!({ field.key: {} })).collect();
        for collection in Deal::DESCRIPTION.collections {
            filters.extend(["some", "none"].map(|which| json!({ collection.key: { which: {} } })));
        }
        assert!(filters.len() > 10, "{filters:?}");
        for filter in filters {
            // Each compares itself with the deals behind it, and the totals with the deals.
            figures.figures(bob, json!({ "filter": filter })).await;
            figures.funnel(bob, json!({ "filter": filter })).await;
        }
        let of_customers = figures.figures(bob, json!({ "filter": { "account": {} } })).await;
        assert_eq!(only(&of_customers, &["count", "won", "wonAmount"]), json!([1, 1, "5.00"]));
    }
}
