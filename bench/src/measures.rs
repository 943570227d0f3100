//! What is measured, and what it is measured against.

use std::{fmt::Write as _, fs, time::Duration};

use clap::ValueEnum;
use serde_json::{Value as Json, json};

use crate::{
    data::{ACCOUNTS, DEALS, INDUSTRIES, MANAGER, PIPELINE, STAGES, USERS, account, deal, stage, user},
    import,
    load::{Connection, Requests, Wire, get, post, run},
    report::Row,
    sides::{Base, Database, Failure, Side, command},
};

/// A part of the benchmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// A page of 50 deals of a stage by amount, with account and owner.
    List,
    /// The same, of the accounts of an industry.
    Filtered,
    /// One deal with account, contacts and activities.
    One,
    /// Entering a deal.
    Create,
    /// The funnel over all open deals.
    Funnel,
    /// The funnel with 50,000 open deals beside 50,000 and beside 950,000 closed ones.
    History,
    /// An import of 100,000 rows.
    Import,
    /// Memory after the start and after load.
    Memory,
    /// From the start to the first answer.
    Start,
}

/// How long and how often is measured.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// How long one side is under load in a round.
    pub duration: Duration,
    /// How many rounds; their median counts.
    pub rounds: usize,
}

fn graphql(token: &str, document: &str, variables: &Json) -> Wire {
    post("/graphql", Some(token), &json!({ "query": document, "variables": variables }).to_string())
}

const LIST: &str = "query($filter: DealFilter, $after: String) { deals(filter: $filter, orderBy: [{ field: AMOUNT, direction: DESC }], first: 50, after: $after) \
    { nodes { id name amount { amount currency } expectedCloseDate account { id name } owner { id name } } pageInfo { hasNextPage endCursor } } }";
const ONE: &str = "query($id: ID!) { deal(id: $id) { id name amount { amount currency } expectedCloseDate account { id name industry } owner { id name } \
    buyingRoles { role contact { id name jobTitle } } notes(first: 20) { nodes { id body } } tasks(first: 20) { nodes { id title dueDate } } } }";
const CREATE: &str =
    "mutation($input: CreateDealInput!) { createDeal(input: $input) { deal { id } userErrors { message } } }";
const FUNNEL: &str = "query($id: ID!) { funnel(pipelineId: $id) { stages { stage { id } count amount { amount } } } }";

/// Everything that the page of the funnel shows, of all time and of a quarter.
const WHOLE_FUNNEL: &str = "query($id: ID!) { all: funnel(pipelineId: $id) { ...F } quarter: funnel(pipelineId: $id, period: { from: \"2025-04-01\", to: \"2025-06-30\" }) { ...F } } \
    fragment F on Funnel { wonCount lostCount winRate wonAmount { amount } \
    stages { stage { id } count amount { amount } weightedAmount { amount } entered left advanced conversionRate medianDays p90Days } }";

/// How many pages into a list the cursors reach.
const PAGES: usize = 20;

/// Entering the same deal, on the bare side and on ours.
fn writes(token: &str) -> (Wire, Wire) {
    let bare = json!({
        "name": "A new machine", "account": account(7), "owner": user(7), "stage": stage(1), "amount": 12_345_600,
        "at": "2025-06-03T08:00:00Z",
    });
    let input = json!({
        "name": "A new machine", "accountId": account(7), "ownerId": user(7), "stageId": stage(1),
        "amount": { "amount": "123456.00", "currency": "CNY" },
    });
    (post("/deals", None, &bare.to_string()), graphql(token, CREATE, &json!({ "input": input })))
}

/// The requests of a part for both sides: the same ones in the same order.
async fn requests(part: Part, base: &Base, ours: &Side) -> Result<(Vec<Wire>, Vec<Wire>), Failure> {
    let token = &base.token;
    let (mut bare, mut tundish) = (Vec::new(), Vec::new());
    match part {
        Part::List => {
            for stage in (1..=STAGES).map(stage) {
                let mut after: Option<(String, String)> = None;
                for _ in 0..PAGES {
                    let (query, cursor) = after.clone().unzip();
                    bare.push(get(&format!("/deals?stage={stage}{}", query.unwrap_or_default()), None));
                    let filter = json!({ "stageId": { "eq": stage } });
                    let page = graphql(token, LIST, &json!({ "filter": filter, "after": cursor }));
                    after = Some(next(ours, &page).await?);
                    tundish.push(page);
                }
            }
        }
        Part::Filtered => {
            for industry in INDUSTRIES {
                for stage in (1..=STAGES).map(stage) {
                    bare.push(get(&format!("/deals?stage={stage}&industry={industry}"), None));
                    let filter = json!({ "stageId": { "eq": stage }, "account": { "industry": { "eq": industry } } });
                    tundish.push(graphql(token, LIST, &json!({ "filter": filter })));
                }
            }
        }
        Part::One => {
            for deal in (1..=500).map(|number| deal(number * 199)) {
                bare.push(get(&format!("/deals/{deal}"), None));
                tundish.push(graphql(token, ONE, &json!({ "id": deal })));
            }
        }
        Part::Funnel => {
            bare.push(get("/funnel", None));
            tundish.push(graphql(token, FUNNEL, &json!({ "id": PIPELINE })));
        }
        _ => {
            let (one, other) = writes(token);
            bare.push(one);
            tundish.push(other);
        }
    }
    Ok((bare, tundish))
}

/// Where the page behind a page begins: as a query string for the bare side, and as our cursor.
async fn next(ours: &Side, page: &Wire) -> Result<(String, String), Failure> {
    let mut connection = Connection::open(ours.address).await?;
    let answer: Json = serde_json::from_slice(connection.ask(page).await?)?;
    let deals = &answer["data"]["deals"];
    let last = deals["nodes"].as_array().and_then(|nodes| nodes.last()).ok_or("a page is empty")?;
    let amount = last["amount"]["amount"].as_str().ok_or("a deal has no amount")?.replace('.', "");
    let id = last["id"].as_str().ok_or("a deal has no id")?;
    let cursor = deals["pageInfo"]["endCursor"].as_str().ok_or("a page has no cursor")?;
    Ok((format!("&after_amount={amount}&after_id={id}"), cursor.to_owned()))
}

/// The share of the bare side's rate that is wanted.
const fn goal(part: Part, database: Database) -> f64 {
    match (part, database) {
        (Part::List, _) => 0.4,
        (Part::Filtered, _) => 0.33,
        (Part::Create, Database::Postgres) => 0.3,
        (Part::Create, Database::Sqlite) | (Part::Funnel, _) => 0.8,
        _ => 0.5,
    }
}

const fn title(part: Part) -> &'static str {
    match part {
        Part::List => "List of 50 deals with account and owner, answers/s",
        Part::Filtered => "The same, by the account's industry, answers/s",
        Part::One => "One deal with contacts and activities, answers/s",
        Part::Create => "Entering a deal, answers/s",
        Part::Funnel => "Funnel over 100,000 open deals, answers/s",
        Part::Import => "Import of 100,000 rows, rows/s",
        Part::History => "Funnel of all time and of a quarter",
        Part::Memory => "Memory",
        Part::Start => "Start",
    }
}

/// Measures a part.
pub async fn measure(part: Part, base: &Base, effort: Effort) -> Result<Vec<Row>, Failure> {
    match part {
        Part::Memory => memory(base, effort).await,
        Part::Start => start(base, effort).await,
        Part::Import => import_rows(base, effort).await,
        Part::History => history(base, effort).await,
        _ => rates(part, base, effort).await,
    }
}

/// The rates of both sides, in turn, round by round.
async fn rates(part: Part, base: &Base, effort: Effort) -> Result<Vec<Row>, Failure> {
    let (bare, ours) =
        (Side::bare(&base.copy("bare").await?).await?, Side::tundish(&base.copy("tundish").await?).await?);
    let (bare_requests, our_requests) = requests(part, base, &ours).await?;
    let (bare_write, our_write) = writes(&base.token);
    // What is itself a write needs no others.
    let interleaved = part != Part::Create;
    let bare_load = Requests {
        address: bare.address,
        reads: bare_requests.into(),
        write: Some(bare_write).filter(|_| interleaved),
    };
    let our_load =
        Requests { address: ours.address, reads: our_requests.into(), write: Some(our_write).filter(|_| interleaved) };
    for load in [&bare_load, &our_load] {
        run(load, effort.duration.min(Duration::from_secs(1))).await?;
    }
    let (mut bare_rates, mut our_rates, mut medians) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..effort.rounds {
        bare_rates.push(run(&bare_load, effort.duration).await?.rate);
        let throughput = run(&our_load, effort.duration).await?;
        our_rates.push(throughput.rate);
        medians.push((throughput.median, throughput.p99));
    }
    medians.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (typical, slow) = medians[medians.len() / 2];
    let row = Row::ratio(
        title(part),
        base.database().name(),
        median(bare_rates),
        median(our_rates),
        goal(part, base.database()),
    );
    Ok(vec![row.remark(format!("median {typical:.1} ms, 99 % within {slow:.1} ms"))])
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

/// Memory 30 seconds after the start, and a minute after the list under load.
async fn memory(base: &Base, effort: Effort) -> Result<Vec<Row>, Failure> {
    let ours = Side::tundish(&base.copy("tundish").await?).await?;
    tokio::time::sleep(Duration::from_secs(30)).await;
    let idle = ours.memory()?;
    let (_, list) = requests(Part::List, base, &ours).await?;
    let (_, write) = writes(&base.token);
    let load = Requests { address: ours.address, reads: list.into(), write: Some(write) };
    run(&load, effort.duration * 3).await?;
    let peak = ours.memory()?;
    tokio::time::sleep(Duration::from_mins(1)).await;
    let name = base.database().name();
    Ok(vec![
        Row::limit("Memory 30 s after the start, MB", name, idle, 60.0),
        Row::limit("Memory a minute after the list under load, MB", name, ours.memory()?, 150.0)
            .remark(format!("{peak:.0} MB at its end")),
    ])
}

/// From the start to the first `/readyz`, also after a process that was killed while it wrote.
async fn start(base: &Base, effort: Effort) -> Result<Vec<Row>, Failure> {
    let store = base.copy("tundish").await?;
    let (_, write) = writes(&base.token);
    let (mut calm, mut killed) = (Vec::new(), Vec::new());
    for _ in 0..effort.rounds {
        calm.push(Side::tundish(&store).await?.ready_after.as_secs_f64() * 1000.0);
        let ours = Side::tundish(&store).await?;
        let load = Requests { address: ours.address, reads: vec![write.clone()].into(), write: None };
        let writing = tokio::spawn(async move { run(&load, Duration::from_secs(3)).await.is_ok() });
        tokio::time::sleep(Duration::from_secs(2)).await;
        ours.kill()?;
        writing.await?;
        killed.push(Side::tundish(&store).await?.ready_after.as_secs_f64() * 1000.0);
    }
    let name = base.database().name();
    Ok(vec![
        Row::limit("From the start to the first /readyz, ms", name, median(calm), 300.0),
        Row::limit("The same after kill -9 under writes, ms", name, median(killed), 2000.0),
    ])
}

/// How the funnel's time grows with what has closed, for an administrator and for a manager.
async fn history(base: &Base, effort: Effort) -> Result<Vec<Row>, Failure> {
    let mut times: Vec<Vec<f64>> = Vec::new();
    for further in [0, 9 * DEALS] {
        let store = base.copy("tundish").await?;
        store.close(further).await?;
        let manager = command(&store, &["token", "create", "--email", MANAGER, "--name", "Benchmark"])?;
        let ours = Side::tundish(&store).await?;
        let mut of_each = Vec::new();
        for token in [&base.token, &manager] {
            let request = graphql(token, WHOLE_FUNNEL, &json!({ "id": PIPELINE }));
            let load = Requests { address: ours.address, reads: vec![request].into(), write: None };
            // The totals are merged soon after the start.
            run(&load, effort.duration).await?;
            let mut rounds = Vec::new();
            for _ in 0..effort.rounds {
                rounds.push(run(&load, effort.duration).await?.p95);
            }
            of_each.push(median(rounds));
        }
        times.push(of_each);
    }
    let name = base.database().name();
    let row = |who: &str, place: usize| {
        let measure =
            format!("{} beside 950,000 closed deals instead of 50,000, {who}, p95 in ms", title(Part::History));
        Row::growth(&measure, name, times[0][place], times[1][place], 2.0)
    };
    Ok(vec![row("an administrator", 0), row("a manager", 1)])
}

async fn import_rows(base: &Base, effort: Effort) -> Result<Vec<Row>, Failure> {
    let folder = tempfile::tempdir()?;
    let (file, mapping) = (folder.path().join("deals.csv"), folder.path().join("deals.toml"));
    let mut rows = String::from("number,name,customer,owner,amount,expected\n");
    for number in 1..=DEALS {
        let (customer, owner) = (number * 13 % ACCOUNTS + 1, number % USERS + 1);
        let amount = u64::from(number) * 7919 % 1_000_003;
        writeln!(
            rows,
            "{number},Imported {number},Customer {customer},Person {owner},{amount}.00,2026-0{}-15",
            number % 9 + 1
        )?;
    }
    fs::write(&file, rows)?;
    fs::write(&mapping, import::MAPPING)?;
    let (mut bare, mut ours) = (Vec::new(), Vec::new());
    // Each takes long enough to be a mean of its own.
    for _ in 0..effort.rounds.min(3) {
        bare.push(import::bare(&base.copy("bare").await?, &file).await?);
        ours.push(import::tundish(&base.copy("tundish").await?, &file, &mapping).await?);
    }
    let rate = |seconds: Vec<f64>| f64::from(DEALS) / median(seconds);
    Ok(vec![Row::ratio(
        title(Part::Import),
        base.database().name(),
        rate(bare),
        rate(ours),
        goal(Part::Import, base.database()),
    )])
}
