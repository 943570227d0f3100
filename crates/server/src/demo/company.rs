//! The company itself: people, teams, products, pipelines.

use std::sync::Arc;

use tundish_application::{
    organisation::{Gate, PersonInput, Random, SetUp, create_user, set_up},
    records::{Actor, Input, InputValue, Outcome, create},
    store::{
        Database,
        commerce::Product,
        deals::{Pipeline, Stage},
        organisation::{Choice, Team, User},
        records::{Record, StoreError},
    },
};
use tundish_domain::{
    deals::StageKind,
    kernel::{decimal::Decimal, ids::UserId},
    records::EventOrigin,
};
use uuid::Uuid;

use super::words::{PASSWORD, PEOPLE, PRODUCTS, TEAMS};

/// The company at work.
pub(super) struct Company {
    /// The administrator.
    pub(super) admin: Actor,
    /// Those who sell: representatives and their managers.
    pub(super) sellers: Vec<Actor>,
    /// The teams.
    pub(super) teams: Vec<Uuid>,
    /// The products with their list prices in yuan.
    pub(super) products: Vec<(Uuid, i64)>,
    /// The pipelines: new business, renewals.
    pub(super) pipelines: Vec<Stages>,
}

/// The stages of a pipeline.
pub(super) struct Stages {
    /// The pipeline.
    pub(super) pipeline: Uuid,
    /// The open ones, in their order.
    pub(super) open: Vec<Uuid>,
    /// Where won deals are.
    pub(super) won: Uuid,
    /// Where lost deals are.
    pub(super) lost: Uuid,
}

/// The e-mail address of a person.
pub(super) fn email(name: &str) -> String {
    format!("{name}@example.com")
}

pub(super) fn text(text: impl Into<String>) -> InputValue {
    InputValue::Text(text.into())
}

/// An amount in whole units of a currency.
pub(super) fn money(amount: i64, currency: &str) -> InputValue {
    InputValue::Money { amount: Decimal::new(amount.into(), 0), currency: Some(currency.to_owned()) }
}

/// Founds the company.
pub(super) async fn found(database: &Arc<Database>, random: Random) -> Outcome<Company> {
    let gate = Gate::new(random);
    let (name, address, ..) = PEOPLE[0];
    let founded = SetUp {
        company_name: "通达智造（演示）".to_owned(),
        base_currency: "CNY".to_owned(),
        time_zone: "Asia/Shanghai".to_owned(),
        fiscal_year_start_month: 1,
        language: "zh-CN".to_owned(),
        name: name.to_owned(),
        email: email(address),
        password: PASSWORD.to_owned(),
    };
    let admin = set_up(database, &gate, &founded, "", None).await?.actor;
    let mut teams = Vec::new();
    for name in TEAMS {
        teams.push(create::<Team>(&admin, &Input::new().with(Team::DESCRIPTION, "name", text(name)), None).await?);
    }
    // A use case sees the small tables as they were last read: at a request's beginning, and here.
    database.fresh_directory().await?;
    let mut sellers = Vec::new();
    for (name, address, role, team) in &PEOPLE[1..] {
        let team = team.and_then(|team| teams.get(team)).copied();
        let input = Input::new()
            .with(User::DESCRIPTION, "name", text(*name))
            .with(User::DESCRIPTION, "email", text(email(address)))
            .with(User::DESCRIPTION, "roleKey", text(*role))
            .with(User::DESCRIPTION, "team", team.map(InputValue::Id));
        sellers.push(create_user(&admin, &gate, PersonInput { fields: &input, password: Some(PASSWORD) }, None).await?);
    }
    let mut products = Vec::new();
    for (name, series, price) in PRODUCTS {
        let input = Input::new()
            .with(Product::DESCRIPTION, "name", text(name))
            .with(Product::DESCRIPTION, "series", text(series))
            .with(Product::DESCRIPTION, "listPrice", money(price, "CNY"));
        products.push((create::<Product>(&admin, &input, None).await?, price));
    }
    for (list, key, name, chinese) in
        [("source", "partner", "Partner", "渠道伙伴"), ("lostReason", "timing", "Timing", "时机不对")]
    {
        let input = Input::new()
            .with(Choice::DESCRIPTION, "list", text(list))
            .with(Choice::DESCRIPTION, "key", text(key))
            .with(Choice::DESCRIPTION, "name", text(name))
            .with(Choice::DESCRIPTION, "translations", text(serde_json::json!({ "zh-CN": chinese }).to_string()));
        create::<Choice>(&admin, &input, None).await?;
    }
    renewals(&admin).await?;
    let directory = database.fresh_directory().await?;
    let pipelines = directory
        .pipelines()
        .iter()
        .map(|pipeline| {
            let of =
                |kind| directory.stages(pipeline.id).filter(move |stage| stage.kind == kind).map(|stage| stage.id.0);
            let only = |kind| of(kind).next().ok_or_else(|| StoreError::Misfit("stage".to_owned()));
            Ok(Stages {
                pipeline: pipeline.id.0,
                open: of(StageKind::Open).collect(),
                won: only(StageKind::Won)?,
                lost: only(StageKind::Lost)?,
            })
        })
        .collect::<Outcome<Vec<_>>>()?;
    let mut at_work = Vec::new();
    for id in sellers {
        at_work.push(Actor::of_user(database, UserId(id), EventOrigin::User).await?);
    }
    Ok(Company { admin, sellers: at_work, teams, products, pipelines })
}

/// The second pipeline: customers who buy again.
async fn renewals(admin: &Actor) -> Outcome<()> {
    let translated = |chinese: &str| text(serde_json::json!({ "zh-CN": chinese }).to_string());
    let input = Input::new().with(Pipeline::DESCRIPTION, "name", text("Renewals")).with(
        Pipeline::DESCRIPTION,
        "translations",
        translated("续约与增购"),
    );
    let pipeline = create::<Pipeline>(admin, &input, None).await?;
    admin.database().fresh_directory().await?;
    let stages = [
        ("Contact", "到期联系", "OPEN", 4000),
        ("Offer", "续约报价", "OPEN", 6500),
        ("Agreement", "条款确认", "OPEN", 8500),
        ("Won", "续约成功", "WON", 10_000),
        ("Lost", "流失", "LOST", 0),
    ];
    for (name, chinese, kind, probability) in stages {
        let input = Input::new()
            .with(Stage::DESCRIPTION, "pipeline", InputValue::Id(pipeline))
            .with(Stage::DESCRIPTION, "name", text(name))
            .with(Stage::DESCRIPTION, "translations", translated(chinese))
            .with(Stage::DESCRIPTION, "kind", text(kind))
            .with(Stage::DESCRIPTION, "probability", InputValue::Decimal(Decimal::new(probability, 4)));
        create::<Stage>(admin, &input, None).await?;
        admin.database().fresh_directory().await?;
    }
    Ok(())
}
