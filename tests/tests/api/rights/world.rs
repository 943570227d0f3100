//! A company with records of every kind in every relation to its people.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};
use tundish_tests::{Company, Introspection, Person, people::PASSWORD};

use super::model::{Item, Model, PEOPLE, Role, Somebody};

/// The company, its records, and who looks at them.
pub struct World {
    /// The company.
    pub company: Company,
    /// The schema.
    pub schema: Introspection,
    /// What should be.
    pub model: Model,
    /// The administrator and everybody of [`PEOPLE`], signed in.
    pub viewers: Vec<(Somebody, Person)>,
}

impl World {
    /// Makes it.
    pub async fn of(company: Company) -> Self {
        let schema = Introspection::ask(&company.admin).await;
        let east = company.admin.create("Team", json!({ "name": "East", "parentId": company.teams[0] })).await;
        let mut viewers =
            vec![(Somebody { name: "Admin", role: Role::Administrator, team: "" }, company.admin.clone())];
        for somebody in PEOPLE {
            let person = match somebody.name {
                "Ann" => company.ann.clone(),
                "Bob" => company.bob.clone(),
                "Eve" => company.eve.clone(),
                "Cy" => company.cy.clone(),
                "Dora" => company.dora.clone(),
                name => {
                    let role = if somebody.role == Role::Manager { "manager" } else { "representative" };
                    let email = format!("{}@example.com", name.to_lowercase());
                    let input =
                        json!({ "name": name, "email": email, "password": PASSWORD, "roleKey": role, "teamId": east });
                    company.admin.create("User", input).await;
                    Person::sign_in(&company.server, &email).await
                }
            };
            viewers.push((somebody.clone(), person));
        }
        let teams =
            BTreeMap::from([("North", company.teams[0].clone()), ("South", company.teams[1].clone()), ("East", east)]);
        let mut world = Self { company, schema, model: Model::default(), viewers };
        for ty in world.schema.records() {
            let update = world.schema.find(&format!("Update{}Input", ty.name));
            if update.is_some_and(|input| input.input("ownerId").is_some()) {
                world.model.assignable.insert(ty.name.clone());
            }
            if world.schema.mutation(&format!("delete{}", ty.name)).is_some() {
                world.model.deletable.insert(ty.name.clone());
            }
        }
        world.owned().await;
        world.targets(&teams).await;
        world.settings().await;
        world
    }

    async fn add(&mut self, kind: &str, input: Json, item: Item) -> String {
        let id = self.company.admin.create(kind, input).await;
        self.model.items.insert(id.clone(), Item { kind: kind.to_owned(), ..item });
        id
    }

    /// For everybody, and for nobody: accounts, deals, contacts, tasks and notes, attached and loose.
    async fn owned(&mut self) {
        let product =
            self.add("Product", json!({ "name": "Pump", "listPrice": { "amount": "5" } }), labelled("Pump")).await;
        let owners: Vec<(Option<&'static str>, Option<String>)> = self.viewers[1..]
            .iter()
            .map(|(somebody, person)| (Some(somebody.name), Some(person.id.clone())))
            .chain([(None, None)])
            .collect();
        let mut accounts = BTreeMap::new();
        let mut deals = BTreeMap::new();
        for (owner, id) in &owners {
            let name = owner.unwrap_or("Nobody").to_lowercase();
            let whose = |label: &str| Item { label: format!("{label}{name}"), owner: *owner, ..Item::default() };
            let account =
                self.add("Account", json!({ "name": format!("account{name}"), "ownerId": id }), whose("account")).await;
            let of_account = |label: &str| Item { account: Some(account.clone()), ..whose(label) };
            let input = json!({ "name": format!("deal{name}"), "ownerId": id, "accountId": account });
            let deal = self.add("Deal", input, of_account("deal")).await;
            let input = json!({ "name": format!("contact{name}"), "ownerId": id, "accountId": account });
            let contact = self.add("Contact", input, of_account("contact")).await;
            let input = json!({ "name": format!("loosecontact{name}"), "ownerId": id });
            self.add("Contact", input, whose("loosecontact")).await;
            for (key, parent) in
                [("deal", Some(&deal)), ("account", Some(&account)), ("contact", Some(&contact)), ("loose", None)]
            {
                let mut input = json!({ "title": format!("{key}task{name}"), "ownerId": id });
                let mut item = whose(&format!("{key}task"));
                attach(&mut input, &mut item, key, parent);
                self.add("Task", input, item).await;
            }
            for (key, parent) in [("deal", &deal), ("account", &account)] {
                let mut input = json!({ "body": format!("{key}note{name}") });
                // Notes are by their writer, here the administrator, who is nobody's subordinate.
                let mut item = Item { label: format!("{key}note{name}"), owner: Some("Admin"), ..Item::default() };
                attach(&mut input, &mut item, key, Some(parent));
                self.add("Note", input, item).await;
            }
            accounts.insert(name.clone(), account);
            deals.insert(name, deal.clone());
            self.parts(&deal, &product, &contact, owner.unwrap_or("Nobody")).await;
        }
        // A deal of Bob with Dora's customer, and something that Dora does for a deal of Bob.
        let (bob, dora) = (
            owners.iter().find(|(name, _)| *name == Some("Bob")),
            owners.iter().find(|(name, _)| *name == Some("Dora")),
        );
        let (bob, dora) = (bob.unwrap().1.clone(), dora.unwrap().1.clone());
        let account = accounts["dora"].clone();
        let input = json!({ "name": "dealcrossing", "ownerId": bob, "accountId": account });
        let item = Item { label: "dealcrossing".into(), owner: Some("Bob"), account: Some(account), ..Item::default() };
        self.add("Deal", input, item).await;
        let deal = deals["bob"].clone();
        let input = json!({ "title": "taskcrossing", "ownerId": dora, "dealId": deal });
        let item = Item { label: "taskcrossing".into(), owner: Some("Dora"), deal: Some(deal), ..Item::default() };
        self.add("Task", input, item).await;
        // Nobody's task, of a deal of one team.
        let deal = deals["dora"].clone();
        let input = json!({ "title": "tasknobodys", "ownerId": null, "dealId": deal });
        let item = Item { label: "tasknobodys".into(), deal: Some(deal), ..Item::default() };
        self.add("Task", input, item).await;
    }

    /// A line and a buying role of a deal, and a number of its contact.
    async fn parts(&mut self, deal: &str, product: &str, contact: &str, name: &str) {
        let number = "mutation($id: ID!) { setContactPoints(id: $id, points: [{ kind: PHONE, value: \"021 6888 1234\" }]) { contact { contactPoints { id } } } }";
        let data = self.company.admin.ask(number, json!({ "id": contact })).await;
        let id = data["setContactPoints"]["contact"]["contactPoints"][0]["id"].as_str().unwrap().to_owned();
        let item = Item { contact: Some(contact.into()), ..labelled(&format!("contactPoint{}", name.to_lowercase())) };
        self.model.items.insert(id, Item { kind: "ContactPoint".into(), ..item });
        let document = "mutation($id: ID!, $lines: [DealLineInput!]!, $roles: [BuyingRoleInput!]!) { \
            setDealLines(id: $id, lines: $lines) { deal { lineItems { id } } } \
            setBuyingRoles(id: $id, roles: $roles) { deal { buyingRoles { id } } } }";
        let lines = json!([{ "productId": product, "quantity": "1" }]);
        let roles = json!([{ "contactId": contact, "role": "INFLUENCER" }]);
        let data = self.company.admin.ask(document, json!({ "id": deal, "lines": lines, "roles": roles })).await;
        for (mutation, field, kind) in
            [("setDealLines", "lineItems", "DealLine"), ("setBuyingRoles", "buyingRoles", "DealContact")]
        {
            let id = data[mutation]["deal"][field][0]["id"].as_str().unwrap().to_owned();
            let label = format!("{field}{}", name.to_lowercase());
            self.model.items.insert(id, Item { kind: kind.into(), label, deal: Some(deal.into()), ..Item::default() });
        }
    }

    async fn targets(&mut self, teams: &BTreeMap<&'static str, String>) {
        let document =
            "mutation($input: SetTargetInput!) { setTarget(input: $input) { target { id } userErrors { message } } }";
        let people = self.viewers[1..].iter().map(|(somebody, person)| ("ownerId", somebody.name, person.id.clone()));
        let wanted: Vec<_> = people.chain(teams.iter().map(|(name, id)| ("teamId", *name, id.clone()))).collect();
        for (key, name, id) in wanted {
            let input = json!({ key: id, "quarterStart": "2026-01-01", "amount": { "amount": "1000" } });
            let data = self.company.admin.ask(document, json!({ "input": input })).await;
            let id = data["setTarget"]["target"]["id"].as_str().unwrap().to_owned();
            let (owner, team) = if key == "ownerId" { (Some(name), None) } else { (None, Some(name)) };
            let label = format!("target{}", name.to_lowercase());
            self.model.items.insert(id, Item { kind: "Target".into(), label, owner, team, ..Item::default() });
        }
    }

    /// What everybody reads.
    async fn settings(&mut self) {
        let rate = "mutation { setExchangeRate(input: { currency: \"USD\", date: \"2026-01-01\", rate: \"7\" }) { exchangeRate { id } } }";
        let rate = self.company.admin.ask(rate, json!({})).await["setExchangeRate"]["exchangeRate"]["id"].take();
        let document = "{ company { id } users(first: 200) { nodes { id name } } teams { id } choices { id } pipelines { id stages { id } } }";
        let data = self.company.admin.ask(document, json!({})).await;
        let mut settings = vec![("Company", data["company"]["id"].clone(), "company"), ("ExchangeRate", rate, "rate")];
        for user in data["users"]["nodes"].as_array().unwrap() {
            settings.push(("User", user["id"].clone(), user["name"].as_str().unwrap()));
        }
        if self.schema.mutation("startImport").is_some() {
            let upload = self.company.admin.upload("accounts.csv", "name\nAcme\n").await;
            let mapping = "kind = \"Account\"\n[fields.name]\ncolumn = \"name\"\n";
            let document = "mutation($input: StartImportInput!) { startImport(input: $input) { import { id } userErrors { message } } }";
            let input = json!({ "uploadId": upload, "mapping": mapping });
            let started = self.company.admin.ask(document, json!({ "input": input })).await;
            settings.push(("Import", started["startImport"]["import"]["id"].clone(), "import"));
        }
        let first = |list: &Json| list[0]["id"].clone();
        settings.push(("Team", first(&data["teams"]), "team"));
        settings.push(("Choice", first(&data["choices"]), "choice"));
        settings.push(("Pipeline", first(&data["pipelines"]), "pipeline"));
        settings.push(("Stage", first(&data["pipelines"][0]["stages"]), "stage"));
        for (kind, id, label) in settings {
            self.model.items.insert(id.as_str().unwrap().to_owned(), Item { kind: kind.into(), ..labelled(label) });
        }
    }
}

fn labelled(label: &str) -> Item {
    Item { label: label.to_owned(), ..Item::default() }
}

fn attach(input: &mut Json, item: &mut Item, key: &str, parent: Option<&String>) {
    let Some(parent) = parent else { return };
    input[format!("{key}Id")] = json!(parent);
    let slot = match key {
        "deal" => &mut item.deal,
        "account" => &mut item.account,
        _ => &mut item.contact,
    };
    *slot = Some(parent.clone());
}
