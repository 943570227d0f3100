//! The figures of the API against those of the reference, after rounding to its digits.

use serde_json::{Map, Value as Json, json};
use tundish_tests::Person;

/// A day of the end of which figures are asked, in New York.
fn end_of(day: &str) -> String {
    let summer = ("2017-03-12".."2017-11-05").contains(&day);
    format!("{day}T23:59:59-0{}:00", if summer { 4 } else { 5 })
}

/// The last day of a month.
fn last_day(year: u32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The days of `2017Q2` or `2017-05`.
fn period(key: &str) -> Json {
    let year: u32 = key[..4].parse().unwrap();
    let (first, last) = match key[4..].strip_prefix('Q') {
        Some(quarter) => (quarter.parse::<u32>().unwrap() * 3 - 2, quarter.parse::<u32>().unwrap() * 3),
        None => (key[5..].parse().unwrap(), key[5..].parse().unwrap()),
    };
    let last_day = last_day(year, last);
    json!({ "from": format!("{year}-{first:02}-01"), "to": format!("{year}-{last:02}-{last_day}") })
}

fn number(json: &Json) -> f64 {
    json.as_str().map_or_else(|| json.as_f64(), |text| text.parse().ok()).unwrap_or_else(|| panic!("no number: {json}"))
}

/// A figure with so many digits behind the point; `-` where there is none.
fn rounded(json: &Json, digits: usize) -> String {
    if json.is_null() { "-".to_owned() } else { format!("{:.digits$}", number(json)) }
}

/// The figures of the API under the names of the reference.
fn renamed(all: &Json, won: &Json) -> Map<String, Json> {
    let closed = json!(number(&all["won"]) + number(&all["lost"]));
    let figures = json!({
        "opportunities": all["count"],
        "closed": closed,
        "won": all["won"],
        "lost": all["lost"],
        "open": all["open"],
        "win_rate": all["winRate"],
        "won_value": all["wonAmount"]["amount"],
        "avg_won_value": all["averageWonAmount"]["amount"],
        "avg_cycle_days_won": won["cycleDays"]["mean"],
    });
    figures.as_object().unwrap().clone()
}

const DIGITS: [(&str, usize); 9] = [
    ("opportunities", 0),
    ("closed", 0),
    ("won", 0),
    ("lost", 0),
    ("open", 0),
    ("win_rate", 6),
    ("won_value", 0),
    ("avg_won_value", 2),
    ("avg_cycle_days_won", 4),
];

/// A block of figures of the API equals one of the reference, in all that the reference tells.
fn agree(what: &str, figures: &Map<String, Json>, block: &Json) {
    let mut block = block.as_object().unwrap().clone();
    if let (Some(engaging), Some(prospecting)) = (block.get("engaging"), block.get("prospecting")) {
        let open = number(engaging) + number(prospecting);
        block.insert("open".to_owned(), json!(open));
    }
    let told: Vec<_> = DIGITS.iter().filter(|(key, _)| block.contains_key(*key)).collect();
    assert!(told.len() >= 5, "{what}: {block:?}");
    for (key, digits) in told {
        assert_eq!(rounded(&figures[*key], *digits), rounded(&block[*key], *digits), "{what}: {key}");
    }
}

/// Whoever asks, and what the figures have to be.
pub(super) struct Reference<'r> {
    pub(super) admin: &'r Person,
    pub(super) json: &'r Json,
}

impl Reference<'_> {
    fn blocks(&self, group: &str) -> &Map<String, Json> {
        self.json[group].as_object().unwrap_or_else(|| panic!("{group}"))
    }

    async fn figures(&self, filter: &Json, period: &Json, as_of: &Json) -> Map<String, Json> {
        let document = "query($filter: DealFilter, $won: DealFilter, $period: PeriodInput, $at: DateTime) { \
                        all: dealFigures(filter: $filter, period: $period, asOf: $at) { ...figures } \
                        won: dealFigures(filter: $won, period: $period, asOf: $at) { ...figures } } \
                        fragment figures on DealFigures { count open won lost winRate \
                        wonAmount { amount currency } averageWonAmount { amount } cycleDays { mean } }";
        let won = json!({ "and": [filter, { "state": { "eq": "WON" } }] });
        let variables = json!({ "filter": filter, "won": won, "period": period, "at": as_of });
        let data = self.admin.ask(document, variables).await;
        assert_eq!(data["all"]["wonAmount"]["currency"], "USD");
        assert_eq!(data["won"]["won"], data["all"]["won"]);
        renamed(&data["all"], &data["won"])
    }

    /// All that the API and the reference both tell.
    pub(super) async fn agrees(&self) {
        agree("overall", &self.figures(&json!({}), &Json::Null, &Json::Null).await, &self.json["overall"]);
        self.by_period().await;
        self.by_group().await;
        self.cycle_days().await;
        self.funnel().await;
        self.as_of().await;
        self.forecast().await;
    }

    async fn by_period(&self) {
        for group in ["by_quarter", "by_month"] {
            for (key, block) in self.blocks(group) {
                agree(key, &self.figures(&json!({}), &period(key), &Json::Null).await, block);
            }
        }
    }

    /// By agent, manager, region, product, series, sector and office, and what regions won in each quarter.
    async fn by_group(&self) {
        let named = |name: &str| json!({ "name": { "eq": name } });
        let account = |key: &str, value: &str| match value {
            "(none)" => json!({ "accountId": { "isNull": true } }),
            _ => json!({ "account": { key: { "eq": value } } }),
        };
        let line = |product: Json| json!({ "lineItems": { "some": { "product": product } } });
        let region = |name: &str| json!({ "owner": { "team": { "parent": named(name) } } });
        type Grouping<'g> = (&'g str, Box<dyn Fn(&str) -> Json + 'g>);
        let groupings: [Grouping<'_>; 7] = [
            ("by_agent", Box::new(|name| json!({ "owner": named(name) }))),
            ("by_manager", Box::new(|name| json!({ "owner": { "team": { "manager": named(name) } } }))),
            ("by_region", Box::new(region)),
            ("by_product", Box::new(|name| line(named(name)))),
            ("by_series", Box::new(|series| line(json!({ "series": { "eq": series } })))),
            ("by_sector", Box::new(|sector| account("industry", sector))),
            ("by_office_location", Box::new(|office| account("officeLocation", office))),
        ];
        for (group, filter) in groupings {
            for (key, block) in self.blocks(group) {
                let figures = self.figures(&filter(key), &Json::Null, &Json::Null).await;
                agree(&format!("{group} {key}"), &figures, block);
            }
        }
        for (name, quarters) in self.blocks("won_value_by_region_and_quarter") {
            for (quarter, won) in quarters.as_object().unwrap() {
                let figures = self.figures(&region(name), &period(quarter), &Json::Null).await;
                assert_eq!(rounded(&figures["won_value"], 0), rounded(won, 0), "{name} {quarter}");
            }
        }
        for place in self.json["top10_accounts_by_won_value"].as_array().unwrap() {
            let filter = json!({ "account": named(place["account"].as_str().unwrap()) });
            let figures = self.figures(&filter, &Json::Null, &Json::Null).await;
            for key in ["won", "won_value"] {
                assert_eq!(rounded(&figures[key], 0), rounded(&place[key], 0), "{place}");
            }
        }
    }

    async fn cycle_days(&self) {
        let document = "query($filter: DealFilter) { dealFigures(filter: $filter) { won lost \
                        cycleDays { mean min p25 median p75 p90 max } } }";
        for (state, block) in self.blocks("cycle_days") {
            let filter = match state.as_str() {
                "closed" => json!({ "state": { "ne": "OPEN" } }),
                state => json!({ "state": { "eq": state.to_uppercase() } }),
            };
            let figures = self.admin.ask(document, json!({ "filter": filter })).await["dealFigures"].take();
            let deals = number(&figures["won"]) + number(&figures["lost"]);
            assert_eq!(rounded(&json!(deals), 0), rounded(&block["n"], 0), "{state}");
            for key in ["mean", "min", "p25", "median", "p75", "p90", "max"] {
                assert_eq!(rounded(&figures["cycleDays"][key], 4), rounded(&block[key], 4), "{state}: {key}");
            }
        }
    }

    async fn pipeline(&self) -> String {
        let pipelines = self.admin.ask("{ pipelines { id active } }", json!({})).await;
        let mut pipelines = pipelines["pipelines"].as_array().unwrap().iter();
        let open = pipelines.find(|pipeline| pipeline["active"] == true).unwrap();
        open["id"].as_str().unwrap().to_owned()
    }

    async fn ask_funnel(&self, period: &Json, as_of: &Json) -> Json {
        let document = "query($pipeline: ID!, $period: PeriodInput, $at: DateTime) { \
                        funnel(pipelineId: $pipeline, period: $period, asOf: $at) { wonCount lostCount winRate wonAmount { amount } \
                        stages { stage { name } count amount { amount } entered left advanced conversionRate medianDays p90Days } } }";
        let variables = json!({ "pipeline": self.pipeline().await, "period": period, "at": as_of });
        self.admin.ask(document, variables).await["funnel"].take()
    }

    /// What is open in each stage, what went through, and what closed.
    async fn funnel(&self) {
        let funnel = self.ask_funnel(&Json::Null, &Json::Null).await;
        let stages = funnel["stages"].as_array().unwrap();
        let names: Vec<_> = stages.iter().map(|stage| stage["stage"]["name"].as_str().unwrap()).collect();
        assert_eq!(names, ["Prospecting", "Engaging"]);
        for stage in stages {
            let block = &self.json["open_pipeline"]["by_stage"][stage["stage"]["name"].as_str().unwrap()];
            assert_eq!(rounded(&stage["count"], 0), rounded(&block["rows"], 0), "{stage}");
            assert_eq!(rounded(&stage["amount"]["amount"], 0), rounded(&block["list_price_total"], 0), "{stage}");
        }
        let (overall, days) = (&self.json["overall"], &self.json["cycle_days"]["closed"]);
        // Since when those in prospecting are there nobody knows; engaging began with the date of engagement.
        assert_eq!((&stages[0]["entered"], &stages[0]["left"]), (&json!(0), &json!(0)));
        let engaged = number(&overall["opportunities"]) - number(&overall["prospecting"]);
        for (key, digits, expected) in [
            ("entered", 0, &json!(engaged)),
            ("left", 0, &overall["closed"]),
            ("advanced", 0, &overall["won"]),
            ("conversionRate", 6, &overall["win_rate"]),
            ("medianDays", 4, &days["median"]),
            ("p90Days", 4, &days["p90"]),
        ] {
            assert_eq!(rounded(&stages[1][key], digits), rounded(expected, digits), "{key}");
        }
        let mut periods = vec![(Json::Null, overall)];
        periods.extend(self.blocks("by_quarter").iter().map(|(key, block)| (period(key), block)));
        for (period, block) in periods {
            let funnel = self.ask_funnel(&period, &Json::Null).await;
            for (key, digits, expected) in
                [("wonCount", 0, "won"), ("lostCount", 0, "lost"), ("winRate", 6, "win_rate")]
            {
                assert_eq!(rounded(&funnel[key], digits), rounded(&block[expected], digits), "{period}: {key}");
            }
            assert_eq!(rounded(&funnel["wonAmount"]["amount"], 0), rounded(&block["won_value"], 0), "{period}");
        }
    }

    /// At the ends of days of the past: what was open, and what had closed by then.
    async fn as_of(&self) {
        for (day, block) in self.blocks("open_as_of") {
            let at = json!(end_of(day));
            let figures = self.figures(&json!({}), &Json::Null, &at).await;
            assert_eq!(rounded(&figures["open"], 0), rounded(&block["open_opportunities"], 0), "{day}");
            // The days are ends of quarters.
            let closed: Vec<_> =
                self.blocks("by_quarter").iter().filter(|(key, _)| period(key)["to"].as_str() <= Some(day)).collect();
            for key in ["won", "lost", "won_value"] {
                let expected = closed.iter().fold(0.0, |sum, (_, block)| sum + number(&block[key]));
                assert_eq!(rounded(&figures[key], 0), rounded(&json!(expected), 0), "{day}: {key}");
            }
            let funnel = self.ask_funnel(&Json::Null, &at).await;
            let engaging = &funnel["stages"][1];
            assert_eq!(rounded(&engaging["count"], 0), rounded(&block["open_opportunities"], 0), "{day}");
            assert_eq!(rounded(&engaging["amount"]["amount"], 0), rounded(&block["list_price_total"], 0), "{day}");
            assert_eq!(funnel["stages"][0]["count"], 0, "{day}");
        }
    }

    /// What closed in a period, for the company and for teams; open deals have no expected day.
    async fn forecast(&self) {
        let document = "query($period: PeriodInput!, $team: ID, $owner: ID) { forecast(period: $period, teamId: $team, ownerId: $owner) { \
                        closed { amount } undated { amount } commit { amount } pipeline { amount } } }";
        let ask = async |period: Json, team: &Json, owner: &Json| {
            let variables = json!({ "period": period, "team": team, "owner": owner });
            self.admin.ask(document, variables).await["forecast"].take()
        };
        for (quarter, block) in self.blocks("by_quarter") {
            let forecast = ask(period(quarter), &Json::Null, &Json::Null).await;
            assert_eq!(rounded(&forecast["closed"]["amount"], 0), rounded(&block["won_value"], 0), "{quarter}");
            let open = &self.json["open_pipeline"]["list_price_total"];
            assert_eq!(rounded(&forecast["undated"]["amount"], 0), rounded(open, 0), "{quarter}");
            assert_eq!((number(&forecast["commit"]["amount"]), number(&forecast["pipeline"]["amount"])), (0.0, 0.0));
        }
        let teams = self.admin.ask("{ teams { id name } users(first: 50) { nodes { id name } } }", json!({})).await;
        let id = |list: &str, name: &str| {
            let nodes = teams[list].as_array().or_else(|| teams[list]["nodes"].as_array()).unwrap();
            let found = nodes.iter().find(|node| node["name"] == name);
            found.unwrap_or_else(|| panic!("{name}"))["id"].clone()
        };
        for (region, quarters) in self.blocks("won_value_by_region_and_quarter") {
            for (quarter, won) in quarters.as_object().unwrap() {
                let forecast = ask(period(quarter), &id("teams", region), &Json::Null).await;
                assert_eq!(rounded(&forecast["closed"]["amount"], 0), rounded(won, 0), "{region} {quarter}");
            }
        }
        for place in self.json["top10_agents_by_won_value"].as_array().unwrap() {
            let owner = id("users", place["agent"].as_str().unwrap());
            let forecast = ask(json!({ "from": "2017-01-01", "to": "2017-12-31" }), &Json::Null, &owner).await;
            assert_eq!(rounded(&forecast["closed"]["amount"], 0), rounded(&place["won_value"], 0), "{place}");
        }
    }
}
