//! Who sees and does what: every way to a record, under every role, against the table of rights.

mod model;
mod world;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use model::{Action, Role, Somebody};
use serde_json::{Value as Json, json};
use tundish_tests::{Company, Live, Person, Tables, on_both};
use world::World;

const ACTIONS: [Action; 4] = [Action::Read, Action::Update, Action::Assign, Action::Delete];

/// What a person sees and may do: the actions by the id of the record.
type Sight = BTreeMap<String, Vec<Action>>;

fn action(name: &Json) -> Action {
    match name.as_str() {
        Some("UPDATE") => Action::Update,
        Some("ASSIGN") => Action::Assign,
        Some("DELETE") => Action::Delete,
        other => panic!("{other:?} is no action on a record that is alive"),
    }
}

/// The actions on a node; reading it is one.
fn actions(node: &Json) -> (String, Vec<Action>) {
    let told = node["viewerCan"].as_array().unwrap().iter().map(action);
    let mut actions: Vec<Action> = std::iter::once(Action::Read).chain(told).collect();
    actions.sort_unstable();
    (node["id"].as_str().unwrap().to_owned(), actions)
}

impl World {
    /// What should be.
    fn expected(&self, who: &Somebody, kind: Option<&str>) -> Sight {
        let items = self.model.items.iter().filter(|(_, item)| kind.is_none_or(|kind| item.kind == kind));
        let seen = items.map(|(id, _)| id).filter(|id| self.model.may(who, Action::Read, id));
        seen.map(|id| (id.clone(), ACTIONS.into_iter().filter(|action| self.model.may(who, *action, id)).collect()))
            .collect()
    }

    /// What `nodes` finds of all records.
    async fn by_id(&self, person: &Person) -> Sight {
        let fragments: String =
            self.schema.records().map(|record| format!("... on {} {{ viewerCan }} ", record.name)).collect();
        let document = format!("query($ids: [ID!]!) {{ nodes(ids: $ids) {{ id {fragments} }} }}");
        let ids: Vec<&String> = self.model.items.keys().collect();
        let mut sight = Sight::new();
        for ids in ids.chunks(100) {
            let data = person.ask(&document, json!({ "ids": ids })).await;
            sight.extend(data["nodes"].as_array().unwrap().iter().filter(|node| !node.is_null()).map(actions));
        }
        sight
    }

    /// The lists of records: the query's name and the record's.
    fn lists(&self) -> Vec<(String, String)> {
        self.schema
            .records()
            .filter_map(|record| Some((self.schema.list_of(&record.name)?.name.clone(), record.name.clone())))
            .collect()
    }

    fn labels(&self, ids: impl IntoIterator<Item = String>) -> Vec<String> {
        ids.into_iter()
            .map(|id| self.model.items.get(&id).map_or(id, |item| format!("{} {}", item.kind, item.label)))
            .collect()
    }

    /// How a sight differs from what it should be.
    fn differences(&self, found: &Sight, expected: &Sight) -> Vec<String> {
        let ids: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
        ids.into_iter()
            .filter(|id| found.get(*id) != expected.get(*id))
            .map(|id| {
                let label = self.model.items.get(id).map_or(id.clone(), |item| format!("{} {}", item.kind, item.label));
                format!("{label}: {:?} instead of {:?}", found.get(id), expected.get(id))
            })
            .collect()
    }

    /// The matrix for people to read: a line a record, a column a person.
    fn matrix(&self, sights: &[(String, Sight)]) -> String {
        let mut text = format!("{:<28}", "");
        sights.iter().for_each(|(name, _)| write!(text, "{name:<7}").unwrap());
        let mut items: Vec<(&String, &model::Item)> = self.model.items.iter().collect();
        items.sort_by(|(_, left), (_, right)| (&left.kind, &left.label).cmp(&(&right.kind, &right.label)));
        for (id, item) in items {
            write!(text, "\n{:<28}", format!("{} {}", item.kind, item.label)).unwrap();
            for (_, sight) in sights {
                let may = sight.get(id).map_or(&[] as &[Action], Vec::as_slice);
                let letters: String = ACTIONS
                    .iter()
                    .zip(['R', 'U', 'A', 'D'])
                    .map(|(action, letter)| if may.contains(action) { letter } else { '·' })
                    .collect();
                write!(text, "{letters:<7}").unwrap();
            }
        }
        text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    /// What each record of a list leads to: by id and field, the ids.
    async fn relations(
        &self,
        person: &Person,
        list: &str,
        record: &str,
    ) -> BTreeMap<(String, String), BTreeSet<String>> {
        let is_record = |name: &str| self.schema.records().any(|record| record.name == name);
        let mut parts = Vec::new();
        for field in &self.schema.ty(record).fields {
            let bare = field.arguments.iter().all(|argument| !argument.needed());
            if is_record(&field.ty.name) && bare {
                parts.push(format!("{} {{ id }}", field.name));
            } else if field.ty.name.ends_with("Connection") {
                parts.push(format!("{}(first: 30) {{ nodes {{ id }} totalCount }}", field.name));
            } else if field.ty.name == "Timeline" {
                parts.push(format!(
                    "{}(first: 30) {{ edges {{ node {{ ... on Note {{ id }} ... on Task {{ id }} }} }} }}",
                    field.name
                ));
            }
        }
        let mut found = BTreeMap::new();
        if parts.is_empty() {
            return found;
        }
        let document = format!("{{ {list}(first: 50) {{ nodes {{ id {} }} }} }}", parts.join(" "));
        let data = person.ask(&document, json!({})).await;
        for node in data[list]["nodes"].as_array().unwrap() {
            let id = node["id"].as_str().unwrap();
            for (field, value) in node.as_object().unwrap().iter().filter(|(field, _)| *field != "id") {
                let mut ids = BTreeSet::new();
                collect_ids(value, &mut ids);
                if let Some(total) = value["totalCount"].as_u64() {
                    assert_eq!(total, ids.len() as u64, "{list}.{field} counts what it does not show");
                }
                found.insert((id.to_owned(), field.clone()), ids);
            }
        }
        found
    }
}

/// The ids anywhere in a value.
fn collect_ids(value: &Json, ids: &mut BTreeSet<String>) {
    match value {
        Json::Object(object) => {
            ids.extend(object.get("id").and_then(Json::as_str).map(str::to_owned));
            object.values().for_each(|value| collect_ids(value, ids));
        }
        Json::Array(list) => list.iter().for_each(|value| collect_ids(value, ids)),
        _ => {}
    }
}

on_both! {
    async fn records_lists_and_counts_follow_the_table(company: Company) {
        let world = World::of(company).await;
        for record in world.schema.records() {
            assert!(world.model.items.values().any(|item| item.kind == record.name), "no record of the kind {} is looked at", record.name);
        }
        let mut sights = Vec::new();
        for (somebody, person) in &world.viewers {
            let sight = world.by_id(person).await;
            assert_eq!(world.differences(&sight, &world.expected(somebody, None)), Vec::<String>::new(), "nodes for {}", somebody.name);
            for (list, record) in world.lists() {
                let document = format!("{{ {list}(first: 200) {{ nodes {{ id viewerCan }} totalCount }} }}");
                let data = person.ask(&document, json!({})).await;
                let found: Sight = data[&list]["nodes"].as_array().unwrap().iter().map(actions).collect();
                assert_eq!(world.differences(&found, &world.expected(somebody, Some(&record))), Vec::<String>::new(), "{list} for {}", somebody.name);
                assert_eq!(data[&list]["totalCount"], json!(found.len()), "{list} for {}", somebody.name);
            }
            sights.push((somebody.name.to_owned(), sight));
        }
        insta::assert_snapshot!("rights", world.matrix(&sights));
    }

    async fn relations_and_search_follow_the_table(company: Company) {
        let world = World::of(company).await;
        for (list, record) in world.lists() {
            let all = world.relations(&world.company.admin, &list, &record).await;
            for (somebody, person) in &world.viewers {
                let found = world.relations(person, &list, &record).await;
                for ((id, field), ids) in &found {
                    let whole = all[&(id.clone(), field.clone())].iter();
                    let known = whole.filter(|id| !world.model.items.contains_key(*id) || world.model.may(somebody, Action::Read, id));
                    let expected: BTreeSet<String> = known.cloned().collect();
                    let at = world.labels([id.clone()]);
                    assert_eq!(world.labels(ids.clone()), world.labels(expected), "{}.{field} of {at:?} for {}", record, somebody.name);
                }
            }
        }
        for (somebody, person) in &world.viewers {
            let searched = ["Account", "Contact", "Deal", "Product", "Task", "Note", "User"];
            for (id, item) in world.model.items.iter().filter(|(_, item)| searched.contains(&item.kind.as_str())) {
                let document = "query($word: String!, $kind: RecordKind!) { search(query: $word, kinds: [$kind]) { node { id } } }";
                let data = person.ask(document, json!({ "word": item.label, "kind": item.kind.to_uppercase() })).await;
                let mut found = BTreeSet::new();
                collect_ids(&data, &mut found);
                let expected: BTreeSet<String> = world.model.may(somebody, Action::Read, id).then(|| id.clone()).into_iter().collect();
                assert_eq!(found, expected, "searching {} as {}", item.label, somebody.name);
                let list = world.schema.list_of(&item.kind).unwrap().name.clone();
                let document = format!("query($word: String!) {{ {list}(search: $word) {{ nodes {{ id }} totalCount }} }}");
                let data = person.ask(&document, json!({ "word": item.label })).await;
                assert_eq!(data[&list]["totalCount"], json!(expected.len()), "{list} with {} as {}", item.label, somebody.name);
            }
        }
    }

    async fn filters_do_not_tell_of_what_one_does_not_see(company: Company) {
        let world = World::of(company).await;
        for (list, record) in world.lists() {
            let filter_type = world.schema.ty(&format!("{record}Filter"));
            let document = format!("query($filter: {}) {{ {list}(filter: $filter) {{ totalCount nodes {{ id }} }} }}", filter_type.name);
            for (somebody, person) in &world.viewers {
                let count = async |filter: Json| person.ask(&document, json!({ "filter": filter })).await[&list]["totalCount"].as_u64().unwrap();
                let all = world.model.seen(somebody, &record).len() as u64;
                assert_eq!(count(json!({ "id": { "in": world.model.hidden(somebody, &record) } })).await, 0, "{list} by id for {}", somebody.name);
                for input in &filter_type.inputs {
                    let at = format!("{list} by {} for {}", input.name, somebody.name);
                    let (kind, many) = match input.ty.name.strip_suffix("ToManyFilter") {
                        Some(kind) => (kind, true),
                        None => (input.ty.name.strip_suffix("Filter").unwrap_or_default(), false),
                    };
                    let related = many || world.schema.ty(&input.ty.name).input("and").is_some();
                    if !related || ["and", "or", "not"].contains(&input.name.as_str()) {
                        continue;
                    }
                    let hidden = json!({ "id": { "in": world.model.hidden(somebody, kind) } });
                    if many {
                        assert_eq!(count(json!({ &input.name: { "some": hidden } })).await, 0, "{at}");
                        assert_eq!(count(json!({ &input.name: { "none": hidden } })).await, all, "{at}");
                    } else {
                        assert_eq!(count(json!({ &input.name: hidden })).await, 0, "{at}");
                        assert_eq!(count(json!({ "not": { &input.name: hidden } })).await, all, "{at}");
                    }
                }
            }
        }
    }

    async fn figures_follow_the_table(company: Company) {
        let world = World::of(company).await;
        let pipeline = &world.company.pipeline;
        let teams = world.company.admin.ask("{ teams { id name } }", json!({})).await["teams"].take();
        let period = json!({ "from": "2026-01-01", "to": "2026-03-31" });
        for (somebody, person) in &world.viewers {
            let seen = world.model.seen(somebody, "Deal").len();
            let document = "query($pipeline: ID!) { dealFigures { count open } funnel(pipelineId: $pipeline) { stages { count } } }";
            let data = person.ask(document, json!({ "pipeline": pipeline })).await;
            assert_eq!(data["dealFigures"], json!({ "count": seen, "open": seen }), "{}", somebody.name);
            let stages = data["funnel"]["stages"].as_array().unwrap().iter();
            assert_eq!(stages.map(|stage| stage["count"].as_u64().unwrap()).sum::<u64>(), seen as u64, "{}", somebody.name);
            let forecast = async |argument: &str, id: &str| {
                let document = format!("query($period: PeriodInput!, $id: ID) {{ forecast(period: $period, {argument}: $id) {{ deals(figure: UNDATED) {{ totalCount }} }} }}");
                person.send(&document, json!({ "period": period, "id": id })).await
            };
            let mut own = 0;
            for (other, asked) in &world.viewers {
                let of_other = world.model.items.values().filter(|item| item.kind == "Deal" && item.owner == Some(other.name)).count();
                let all = somebody.role == Role::Administrator || somebody.name == other.name || (somebody.role == Role::Manager && somebody.leads(other.name));
                let answer = forecast("ownerId", &asked.id).await;
                let at = format!("forecast of {} for {}: {answer}", other.name, somebody.name);
                if all {
                    own += of_other;
                    assert_eq!(answer["data"]["forecast"]["deals"]["totalCount"], json!(of_other), "{at}");
                } else {
                    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{at}");
                }
            }
            if somebody.role != Role::Administrator {
                let document = "query($period: PeriodInput!) { forecast(period: $period) { deals(figure: UNDATED) { totalCount } } }";
                let data = person.ask(document, json!({ "period": period })).await;
                assert_eq!(data["forecast"]["deals"]["totalCount"], json!(own), "{}", somebody.name);
            }
            for team in teams.as_array().unwrap() {
                let name = team["name"].as_str().unwrap();
                let all = somebody.role == Role::Administrator || (somebody.role == Role::Manager && model::subtree(somebody.team).contains(&name));
                let answer = forecast("teamId", team["id"].as_str().unwrap()).await;
                let code = answer["errors"][0]["extensions"]["code"].as_str();
                assert_eq!(code, (!all).then_some("FORBIDDEN"), "forecast of {name} for {}: {answer}", somebody.name);
            }
        }
    }

    async fn lists_without_pages_are_for_everybody_who_is_signed_in(company: Company) {
        let world = World::of(company).await;
        let is_record = |name: &str| world.schema.records().any(|record| record.name == name);
        let plain = world.schema.ty("Query").fields.iter().filter(|field| is_record(&field.ty.name) && field.arguments.iter().all(|argument| !argument.needed()) && field.name != "viewer");
        let plain: Vec<&str> = plain.map(|field| field.name.as_str()).collect();
        for known in ["teams", "pipelines", "choices", "company"] {
            assert!(plain.contains(&known), "{plain:?}");
        }
        for list in plain {
            let document = format!("{{ {list} {{ id }} }}");
            let whole = world.company.admin.ask(&document, json!({})).await;
            for (somebody, person) in &world.viewers {
                assert_eq!(person.ask(&document, json!({})).await, whole, "{list} for {}", somebody.name);
            }
            let stranger = Person::stranger(&world.company.server);
            assert_eq!(stranger.refused(&document, json!({})).await, "UNAUTHENTICATED", "{list}");
        }
    }

    async fn news_follow_the_table(company: Company) {
        let world = World::of(company).await;
        let document = "subscription($after: String) { recordEvents(afterSeq: $after) { recordId action changes { field } } }";
        let after = Tables::of(&world.company.server).await.last_event().await;
        let mut followers = Vec::new();
        for (somebody, person) in &world.viewers {
            let mut live = Live::open(person).await;
            live.begin("news", document, json!({ "after": after })).await;
            followers.push((somebody, live));
        }
        let changed: Vec<(&String, &str, &str)> = world.model.items.iter().filter_map(|(id, item)| {
            let field = match item.kind.as_str() {
                "Account" | "Contact" | "Deal" | "Product" => "name",
                "Task" => "title",
                "Note" => "body",
                _ => return None,
            };
            Some((id, item.kind.as_str(), field))
        }).collect();
        let sentinel = world.model.items.iter().find(|(_, item)| item.kind == "Company").unwrap().0;
        // Few enough at a time to be told one by one.
        for (round, changed) in changed.chunks(40).enumerate() {
            for (id, kind, field) in changed {
                let document = format!("mutation($id: ID!) {{ update{kind}(id: $id, input: {{ {field}: \"news {round}\" }}) {{ userErrors {{ message }} }} }}");
                // A product's name is its own.
                let document = if *kind == "Product" { document.replace("name", "series") } else { document };
                world.company.admin.ask(&document, json!({ "id": id })).await;
            }
            let rename = "mutation($id: ID!, $name: String) { updateCompany(id: $id, input: { name: $name }) { userErrors { message } } }";
            world.company.admin.ask(rename, json!({ "id": sentinel, "name": format!("Company {round}") })).await;
            for (somebody, live) in &mut followers {
                let mut told = BTreeSet::new();
                loop {
                    let event = live.event().await;
                    let id = event["recordId"].as_str().unwrap().to_owned();
                    if id == *sentinel {
                        break;
                    }
                    // The first session of the evening is no record of the table.
                    if world.model.items.contains_key(&id) {
                        assert_eq!(event["action"], "UPDATED", "{event}");
                        told.insert(id);
                    }
                }
                let expected: BTreeSet<String> = changed.iter().map(|(id, ..)| (*id).clone()).filter(|id| world.model.may(somebody, Action::Read, id)).collect();
                assert_eq!(world.labels(told), world.labels(expected), "what {} is told", somebody.name);
            }
        }
    }

    async fn doing_is_allowed_where_it_is_told(company: Company) {
        let world = World::of(company).await;
        for (somebody, person) in &world.viewers {
            for (id, item) in &world.model.items {
                let kind = &item.kind;
                // Nothing to change, and a version that never was: only the right decides.
                let update = format!("mutation($id: ID!) {{ done: update{kind}(id: $id, input: {{}}) {{ userErrors {{ code }} }} }}");
                let delete = format!("mutation($id: ID!) {{ done: delete{kind}(id: $id, ifVersion: 999) {{ userErrors {{ code }} }} }}");
                for (action, name, document) in [(Action::Update, "update", update), (Action::Delete, "delete", delete)] {
                    if world.schema.mutation(&format!("{name}{kind}")).is_none() {
                        continue;
                    }
                    let answer = person.send(&document, json!({ "id": id })).await;
                    let code = answer["errors"][0]["extensions"]["code"].as_str();
                    let expected = if world.model.may(somebody, action, id) {
                        None
                    } else if world.model.may(somebody, Action::Read, id) {
                        Some("FORBIDDEN")
                    } else {
                        Some("NOT_FOUND")
                    };
                    assert_eq!(code, expected, "{name} {kind} {} as {}: {answer}", item.label, somebody.name);
                }
            }
        }
    }

    async fn fields_for_managers_are_empty_for_others_and_nobody_finds_by_them(company: Company) {
        let schema = tundish_tests::Introspection::ask(&company.admin).await;
        let mut looked_at = 0;
        for record in schema.records() {
            for field in record.fields.iter().filter(|field| field.description.contains("Seen by managers")) {
                looked_at += 1;
                let (list, leaf) = (&schema.list_of(&record.name).unwrap().name, schema.leaf(&field.ty.name));
                let document = format!("{{ {list} {{ nodes {{ id value: {}{leaf} }} }} }}", field.name);
                let data = company.bob.ask(&document, json!({})).await;
                for node in data[list]["nodes"].as_array().unwrap() {
                    assert!(node["value"].is_null() || node["id"] == json!(company.bob.id), "{}.{}: {node}", record.name, field.name);
                }
                let filter = format!("{{ {}: {{ isNull: false }} }}", field.name);
                let order = field.name.chars().fold(String::new(), |name, c| if c.is_uppercase() { name + "_" + &c.to_string() } else { name + &c.to_uppercase().to_string() });
                let mut documents = vec![
                    format!("{{ {list}(filter: {filter}) {{ totalCount }} }}"),
                    format!("{{ {list}(filter: {{ or: [{{ not: {filter} }}] }}) {{ totalCount }} }}"),
                    format!("{{ {list}(orderBy: [{{ field: {order} }}]) {{ totalCount }} }}"),
                ];
                for other in schema.records() {
                    let Some(list) = schema.list_of(&other.name) else { continue };
                    let filters = &schema.ty(&format!("{}Filter", other.name)).inputs;
                    for input in filters.iter().filter(|input| input.ty.name == format!("{}Filter", record.name) && !input.ty.list() && input.name != "not") {
                        documents.push(format!("{{ {}(filter: {{ {}: {filter} }}) {{ totalCount }} }}", list.name, input.name));
                    }
                }
                for document in documents {
                    assert_eq!(company.bob.refused(&document, json!({})).await, "FORBIDDEN", "{document}");
                    company.ann.ask(&document, json!({})).await;
                }
            }
        }
        assert!(looked_at >= 4, "the fields of people that only managers see");
    }

    async fn whoever_also_leads_a_team_below_the_own_one_sets_its_target(company: Company) {
        let (north, ann) = (&company.teams[0], &company.ann);
        let east = company.admin.create("Team", json!({ "name": "East", "parentId": north, "managerId": ann.id })).await;
        let document = "mutation($input: SetTargetInput!) { setTarget(input: $input) { userErrors { code path } } }";
        let set = async |team: &str| {
            let input = json!({ "teamId": team, "quarterStart": "2026-01-01", "amount": { "amount": "1000" } });
            ann.ask(document, json!({ "input": input })).await["setTarget"]["userErrors"].take()
        };
        assert_eq!(set(&east).await, json!([]));
        assert_eq!(set(north).await, json!([{ "code": "FORBIDDEN", "path": ["teamId"] }]));
    }
}
