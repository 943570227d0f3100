//! What a stranger reads: every part of the schema says what it is.

use std::collections::BTreeSet;

use serde_json::json;
use tundish_tests::{Introspection, Person, Server, Store};

/// Fields and inputs whose being null or absent needs no word: reviewed one by one.
const NULL_IS_PLAIN: &[&str] = &[
    // Their result is null beside an error only; that holds for every mutation and stands in the root's description.
    "Mutation.*",
    // Absent is as if they were not there: what every comparator, filter and list says of itself.
    "*Filter.*",
];

fn plain(owner: &str, name: &str) -> bool {
    NULL_IS_PLAIN.iter().any(|entry| {
        let (known, field) = entry.split_once('.').unwrap_or((entry, "*"));
        let fits = known.strip_prefix('*').map_or(known == owner, |suffix| owner.ends_with(suffix));
        fits && (field == "*" || field == name)
    })
}

async fn schema() -> (Server, Introspection) {
    let server = Server::start(Store::Sqlite).await;
    let schema = Introspection::ask(&Person::stranger(&server)).await;
    (server, schema)
}

/// The names on which clients rely. Without `!` a type may be either.
const CORE: &str = "
    Query.viewer: User
    Query.node(id: ID!): Node
    Query.account(id: ID!): Account
    Query.accounts(filter: AccountFilter, search: String, orderBy: [AccountOrder!], first: Int, after: String, last: Int, before: String): AccountConnection!
    Query.contact(id: ID!): Contact
    Query.contacts(filter: ContactFilter, search: String, orderBy: [ContactOrder!], first: Int, after: String, last: Int, before: String): ContactConnection!
    Query.deal(id: ID!): Deal
    Query.deals(filter: DealFilter, search: String, orderBy: [DealOrder!], first: Int, after: String, last: Int, before: String, asOf: DateTime): DealConnection!
    Query.pipelines: [Pipeline!]!
    Query.users(filter: UserFilter, search: String, orderBy: [UserOrder!], first: Int, after: String, last: Int, before: String): UserConnection!
    Query.funnel(pipelineId: ID!, filter: DealFilter, period: PeriodInput, asOf: DateTime): Funnel!
    Query.forecast(period: PeriodInput!, ownerId: ID, teamId: ID, asOf: DateTime): Forecast!
    Query.dealFigures(filter: DealFilter, period: PeriodInput, asOf: DateTime): DealFigures!
    Query.search(query: String!, kinds: [RecordKind!], first: Int): [SearchHit!]!
    Pipeline.stages: [Stage!]!
    Stage.id: ID!
    Stage.name: String!
    Stage.kind: StageKind!
    Stage.probability: Decimal!
    Stage.position: Int!
    StageKind.OPEN StageKind.WON StageKind.LOST
    Funnel.stages: [FunnelStage!]!
    Funnel.wonCount: Int!
    Funnel.lostCount: Int!
    Funnel.winRate: Decimal
    FunnelStage.stage: Stage!
    FunnelStage.count: Int!
    FunnelStage.amount: Money!
    FunnelStage.weightedAmount: Money!
    FunnelStage.entered: Int!
    FunnelStage.advanced: Int!
    FunnelStage.conversionRate: Decimal
    FunnelStage.medianDays: Decimal
    FunnelStage.p90Days: Decimal
    Forecast.target: Money
    Forecast.closed: Money
    Forecast.commit: Money
    Forecast.bestCase: Money
    Forecast.pipeline: Money
    Forecast.weighted: Money
    Forecast.undated: Money
    Forecast.expected: Money
    Forecast.low: Money
    Forecast.high: Money
    Forecast.gap: Money
    Forecast.coverage: Decimal
    Forecast.targetProbability: Decimal
    Forecast.deals: DealConnection!
    DealFigures.count: Int!
    DealFigures.won: Int!
    DealFigures.lost: Int!
    DealFigures.winRate: Decimal
    DealFigures.wonAmount: Money
    DealFigures.averageWonAmount: Money
    DealFigures.cycleDays: DayStatistics
    DealFigures.deals: DealConnection!
    DayStatistics.mean: Decimal
    DayStatistics.min: Decimal
    DayStatistics.p25: Decimal
    DayStatistics.median: Decimal
    DayStatistics.p75: Decimal
    DayStatistics.p90: Decimal
    DayStatistics.max: Decimal
    PeriodInput.from: Date!
    PeriodInput.to: Date!
    Money.amount: Decimal!
    Money.currency: CurrencyCode!
    Money.base: Decimal!
    Mutation.signIn(input: SignInInput!): SignInPayload
    Mutation.signOut: Boolean!
    Mutation.createDeal(input: CreateDealInput!, idempotencyKey: String): DealPayload
    Mutation.updateDeal(id: ID!, input: UpdateDealInput!, ifVersion: Int, idempotencyKey: String): DealPayload
    Mutation.moveDeal(id: ID!, stageId: ID!, amount: MoneyInput, lostReason: String, note: String, ifVersion: Int, idempotencyKey: String): DealPayload
    Mutation.deleteDeal(id: ID!, cascade: Boolean!): DealPayload
    Mutation.restoreDeal(id: ID!): DealPayload
    Mutation.createAccount(input: CreateAccountInput!, idempotencyKey: String): AccountPayload
    Mutation.updateAccount(id: ID!, input: UpdateAccountInput!, ifVersion: Int, idempotencyKey: String): AccountPayload
    Mutation.deleteAccount(id: ID!, cascade: Boolean!): AccountPayload
    Mutation.restoreAccount(id: ID!): AccountPayload
    Mutation.createContact(input: CreateContactInput!, idempotencyKey: String): ContactPayload
    Mutation.updateContact(id: ID!, input: UpdateContactInput!, ifVersion: Int, idempotencyKey: String): ContactPayload
    Mutation.deleteContact(id: ID!, cascade: Boolean!): ContactPayload
    Mutation.restoreContact(id: ID!): ContactPayload
    Mutation.createTeam(input: CreateTeamInput!, idempotencyKey: String): TeamPayload
    Mutation.createUser(input: CreateUserInput!, idempotencyKey: String): UserPayload
    SignInInput.email: String!
    SignInInput.password: String!
    SignInPayload.viewer: User
    SignInPayload.userErrors: [UserError!]!
    CreateDealInput.name: String!
    CreateDealInput.accountId: ID
    CreateDealInput.contactIds: [ID!]
    CreateDealInput.ownerId: ID
    CreateDealInput.pipelineId: ID
    CreateDealInput.stageId: ID
    CreateDealInput.amount: MoneyInput
    CreateDealInput.expectedCloseDate: Date
    CreateDealInput.source: String
    CreateTeamInput.name: String!
    CreateTeamInput.parentId: ID
    CreateTeamInput.managerId: ID
    CreateUserInput.name: String!
    CreateUserInput.email: String
    CreateUserInput.password: String
    CreateUserInput.teamId: ID
    CreateUserInput.roleKey: String
    DealPayload.deal: Deal
    DealPayload.userErrors: [UserError!]!
    UserError.code: UserErrorCode!
    UserError.path: [String!]!
    UserError.message: String!
    DealConnection.totalCount(atMost: Int): Int!
    Subscription.recordEvents(kinds: [RecordKind!], ids: [ID!], afterSeq: String): RecordEvent!
    RecordEvent.seq: String
    RecordEvent.recordedAt: DateTime!
    RecordEvent.effectiveAt: DateTime!
    RecordEvent.origin: EventOrigin!
    RecordEvent.kind: RecordKind!
    RecordEvent.recordId: ID!
    RecordEvent.action: EventAction!
    RecordEvent.changes: [FieldChange!]!
    RecordEvent.actor: User
    RecordEvent.record: Node
    EventAction.CREATED EventAction.UPDATED EventAction.DELETED EventAction.RESTORED EventAction.MOVED EventAction.HIDDEN EventAction.RELOAD
    FieldChange.field: String!
    FieldChange.from: FieldValue
    FieldChange.to: FieldValue
    FieldValue.TextValue FieldValue.NumberValue FieldValue.MoneyValue FieldValue.DateValue FieldValue.DateTimeValue FieldValue.BooleanValue FieldValue.ReferenceValue
    TextValue.value: String!
    NumberValue.value: Decimal!
    MoneyValue.amount: Decimal!
    MoneyValue.currency: CurrencyCode!
    DateValue.value: Date!
    DateTimeValue.value: DateTime!
    BooleanValue.value: Boolean!
    ReferenceValue.id: ID!
    ReferenceValue.label: String
";

/// What of a line of [`CORE`] the schema does not have.
fn missing(schema: &Introspection, line: &str) -> Vec<String> {
    let same = |found: &str, wanted: &str| found == wanted || found.strip_suffix('!') == Some(wanted);
    let Some((path, ty)) = line.rsplit_once(": ").filter(|(path, _)| !path.contains('(') || path.ends_with(')')) else {
        // Values of an enum, members of a union.
        let named = |path: &&str| {
            let (owner, name) = path.split_once('.').unwrap();
            schema.find(owner).is_some_and(|ty| {
                ty.values.iter().any(|(value, _)| value == name) || ty.possible.iter().any(|known| known == name)
            })
        };
        return line.split(' ').filter(|path| !named(path)).map(str::to_owned).collect();
    };
    let (path, arguments) = path.trim_end_matches(')').split_once('(').unwrap_or((path, ""));
    let (owner, name) = path.split_once('.').unwrap();
    let Some(owner) = schema.find(owner) else { return vec![path.to_owned()] };
    if let Some(input) = owner.input(name) {
        return if same(&input.ty.text, ty) { Vec::new() } else { vec![line.to_owned()] };
    }
    let Some(field) = owner.field(name).filter(|field| same(&field.ty.text, ty)) else { return vec![line.to_owned()] };
    let arguments = arguments.split(", ").filter_map(|argument| argument.split_once(": "));
    let lacking = arguments.filter(|(name, ty)| field.argument(name).is_none_or(|argument| argument.ty.text != *ty));
    lacking.map(|(name, ty)| format!("{path}({name}: {ty})")).collect()
}

#[tokio::test]
async fn the_core_names_are_there() {
    let (_server, schema) = schema().await;
    let lines = CORE.lines().map(str::trim).filter(|line| !line.is_empty());
    assert_eq!(lines.flat_map(|line| missing(&schema, line)).collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(missing(&schema, "Query.deal(id: Int!): Deal"), ["Query.deal(id: Int!)"]);
    assert_eq!(missing(&schema, "StageKind.GONE"), ["StageKind.GONE"]);
}

#[tokio::test]
async fn everything_says_what_it_means() {
    let (_server, schema) = schema().await;
    let mut silent = Vec::new();
    let mut note = |path: String, description: &str| {
        if description.trim().is_empty() {
            silent.push(path);
        }
    };
    // The specification says what its own scalars are.
    let built_in = ["ID", "Int", "Float", "String", "Boolean"];
    for ty in schema.types.values().filter(|ty| !built_in.contains(&ty.name.as_str())) {
        note(ty.name.clone(), &ty.description);
        for field in &ty.fields {
            note(format!("{}.{}", ty.name, field.name), &field.description);
            for argument in &field.arguments {
                note(format!("{}.{}({})", ty.name, field.name, argument.name), &argument.description);
            }
        }
        for input in &ty.inputs {
            note(format!("{}.{}", ty.name, input.name), &input.description);
        }
        for (value, description) in &ty.values {
            note(format!("{}.{value}", ty.name), description);
        }
    }
    assert_eq!(silent, Vec::<String>::new(), "these say nothing of themselves");
}

#[tokio::test]
async fn every_name_of_a_type_is_one_of_a_type() {
    let (_server, schema) = schema().await;
    let mut unknown = BTreeSet::new();
    for ty in schema.types.values() {
        let fields = ty
            .fields
            .iter()
            .flat_map(|field| std::iter::once(&field.ty).chain(field.arguments.iter().map(|argument| &argument.ty)));
        let named = fields.chain(ty.inputs.iter().map(|input| &input.ty)).map(|reference| &reference.name);
        for name in named.chain(&ty.interfaces).chain(&ty.possible) {
            if schema.find(name).is_none() {
                unknown.insert(format!("{name} in {}", ty.name));
            }
        }
    }
    assert_eq!(unknown, BTreeSet::new());
}

#[tokio::test]
async fn every_field_that_may_be_null_says_what_null_means() {
    let (_server, schema) = schema().await;
    let explained = |text: &str| text.to_lowercase().contains("null") || text.contains("absent");
    let mut silent = Vec::new();
    for ty in schema.types.values() {
        for field in ty.fields.iter().filter(|field| !field.ty.required() && !plain(&ty.name, &field.name)) {
            if !explained(&field.description) {
                silent.push(format!("{}.{}: {}", ty.name, field.name, field.description));
            }
        }
    }
    assert_eq!(silent, Vec::<String>::new(), "null means something else in each of these, and none says what");
}

#[tokio::test]
async fn records_have_what_the_conventions_promise() {
    let (_server, schema) = schema().await;
    for record in schema.records() {
        for (field, ty) in [
            ("id", "ID!"),
            ("createdAt", "DateTime!"),
            ("updatedAt", "DateTime!"),
            ("version", "Int!"),
            ("viewerCan", "[RecordAction!]!"),
        ] {
            let found = record.field(field).map(|field| field.ty.text.as_str());
            assert_eq!(found, Some(ty), "{}.{field}", record.name);
        }
    }
    for field in &schema.ty("Mutation").fields {
        assert!(!field.ty.required() || field.name == "signOut", "{} would empty the whole answer", field.name);
        for verb in ["get", "list"] {
            assert!(!field.name.starts_with(verb), "{}", field.name);
        }
    }
    let connections = schema.types.values().filter(|ty| ty.name.ends_with("Connection"));
    for connection in connections {
        let fields: Vec<&str> = connection.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(fields, ["edges", "nodes", "pageInfo", "totalCount"], "{}", connection.name);
    }
    let lists = schema.types.values().flat_map(|ty| &ty.fields).filter(|field| field.ty.name.ends_with("Connection"));
    for list in lists {
        for argument in ["first", "after", "last", "before"] {
            assert!(list.argument(argument).is_some(), "{} has no {argument}", list.name);
        }
    }
}

#[tokio::test]
async fn a_schema_that_is_not_public_is_shown_to_nobody_without_a_name() {
    use tundish::config::Options;
    use tundish_application::store::Clock;
    let options = Options { public_schema: Some(false), ..Options::default() };
    let server = Server::start_with(Store::Sqlite, Clock::new(chrono::Utc::now), options).await;
    let stranger = Person::stranger(&server);
    let answer = stranger.send("{ __schema { types { name } } }", json!({})).await;
    assert!(answer["data"].get("__schema").is_none_or(serde_json::Value::is_null), "{answer}");
    let page = stranger.http().get(stranger.url("/graphiql")).send().await.unwrap();
    assert_eq!(page.status(), 404);
}

#[tokio::test]
async fn the_page_to_try_the_api_loads_nothing_from_elsewhere() {
    let server = Server::start(Store::Sqlite).await;
    let stranger = Person::stranger(&server);
    let page = stranger.http().get(stranger.url("/graphiql")).send().await.unwrap();
    let built = page.status() == 200;
    let served = page.text().await.unwrap();
    // Without the web interface there is no page; its source is there always.
    assert!(built && served.contains("/assets/") || served.contains("no web interface"), "{served}");
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/graphiql.html");
    for page in [served, std::fs::read_to_string(source).unwrap()] {
        assert!(!page.contains("//"), "{page}");
    }
    // It is not to be had past the switch.
    let options = tundish::config::Options { public_schema: Some(false), ..Default::default() };
    let clock = tundish_application::store::Clock::new(chrono::Utc::now);
    let server = Server::start_with(Store::Sqlite, clock, options).await;
    let stranger = Person::stranger(&server);
    let page = stranger.http().get(stranger.url("/graphiql.html")).send().await.unwrap();
    assert!(!page.text().await.unwrap().contains("GraphiQL"));
}
