//! Living through the plan, day by day, by the use cases that people's clicks call.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use futures::future::{BoxFuture, try_join_all};
use tundish_application::{
    activities::complete_task,
    deals::{LineInput, Move, RoleInput, create_deal, move_deal, set_buying_roles, set_lines},
    organisation::set_exchange_rate,
    performance::set_target,
    records::{Actor, Input, InputValue, Outcome, create, update},
    store::{
        activities::{Note, Task},
        customers::{Account, Contact},
        deals::Deal,
        records::Record,
    },
};
use tundish_domain::{
    deals::BuyingRole,
    kernel::{decimal::Decimal, ids::TeamId},
};
use uuid::Uuid;

use super::{
    clock::Walk,
    company::{Company, Stages, money, text},
    plan::{AccountPlan, DealPlan, Plan, Step},
};

/// What is sold in a quarter by one seller, in yuan, at the beginning; a little more with every quarter.
const TARGET: i64 = 900_000;
/// What other currencies are worth, in ten-thousandths of a yuan, and how far that goes up and down.
const RATES: [(&str, i64, i64); 4] = [("USD", 71_500, 240), ("EUR", 78_000, 310), ("HKD", 9_150, 40), ("JPY", 478, 5)];

/// A customer as far as it has been entered.
#[derive(Default)]
struct Known {
    id: Uuid,
    contacts: Vec<RoleInput>,
}

/// A deal as far as it has gone.
#[derive(Default)]
struct Going {
    id: Uuid,
    tasks: Vec<Uuid>,
}

/// Lives through the plan.
pub(super) async fn sell(company: &Company, walk: &Walk, mut plan: Plan) -> Outcome<()> {
    let mut known: Vec<Known> = plan.accounts.iter().map(|_| Known::default()).collect();
    let mut going: Vec<Going> = plan.deals.iter().map(|_| Going::default()).collect();
    let mut days: Vec<NaiveDate> = plan.entered.keys().chain(plan.steps.keys()).copied().collect();
    days.sort_unstable();
    days.dedup();
    let mut month = None;
    for (number, day) in (0_i64..).zip(days) {
        walk.to(day);
        if month != Some(day.month()) {
            month = Some(day.month());
            begin_month(company, day, number == 0).await?;
        }
        // Everybody's work of a day waits for the same commits. What belongs to one deal is done in its order.
        let entered = plan.entered.remove(&day).unwrap_or_default();
        let accounts = entered.into_iter().map(|number| enter(company, number, &plan.accounts[number]));
        for (number, account) in try_join_all(accounts).await? {
            known[number] = account;
        }
        let steps: BTreeMap<usize, Vec<Step>> = plan.steps.remove(&day).unwrap_or_default();
        let work = steps.into_iter().map(|(number, steps)| {
            let deal = &plan.deals[number];
            let work = Work { company, deal, account: &known[deal.account] };
            let state = std::mem::take(&mut going[number]);
            work.day(number, state, steps)
        });
        // Boxed: the futures of a day are many and large.
        let work: Vec<BoxFuture<'_, Outcome<(usize, Going)>>> = work.map(|day| Box::pin(day) as _).collect();
        for (number, state) in try_join_all(work).await? {
            going[number] = state;
        }
    }
    Ok(())
}

/// New rates with every month, new targets with every quarter.
async fn begin_month(company: &Company, day: NaiveDate, first: bool) -> Outcome<()> {
    let months = i64::from(day.year() * 12) + i64::from(day.month0());
    let start = day.with_day(1).unwrap_or(day);
    for (currency, rate, swing) in RATES {
        // Up and down over seven months.
        let rate = rate + swing * ((months % 7) - 3).abs();
        set_exchange_rate(&company.admin, currency, start, Decimal::new(rate.into(), 4), None).await?;
    }
    if !first && !day.month0().is_multiple_of(3) {
        return Ok(());
    }
    let quarter = start.with_month0(day.month0() / 3 * 3).unwrap_or(start);
    let target = TARGET + 30_000 * (months / 3 % 12);
    for seller in &company.sellers {
        let seller = Some(seller.viewer().user);
        set_target(&company.admin, seller, None, quarter, Some(money(target, "CNY")), None).await?;
    }
    for (place, team) in (0..).zip(&company.teams) {
        let team = Some(TeamId(*team));
        set_target(&company.admin, None, team, quarter, Some(money(target * (4 - place / 2), "CNY")), None).await?;
    }
    Ok(())
}

async fn enter(company: &Company, number: usize, plan: &AccountPlan) -> Outcome<(usize, Known)> {
    let seller = &company.sellers[plan.seller];
    let input = Input::new()
        .with(Account::DESCRIPTION, "name", text(&plan.name))
        .with(Account::DESCRIPTION, "industry", text(plan.industry))
        .with(Account::DESCRIPTION, "province", text(plan.province))
        .with(Account::DESCRIPTION, "city", text(plan.city))
        .with(Account::DESCRIPTION, "phone", text(&plan.phone))
        .with(Account::DESCRIPTION, "employees", InputValue::Integer(plan.employees));
    let id = create::<Account>(seller, &input, None).await?;
    let mut contacts = Vec::new();
    for contact in &plan.contacts {
        let input = Input::new()
            .with(Contact::DESCRIPTION, "name", text(format!("{}{}", contact.family, contact.given)))
            .with(Contact::DESCRIPTION, "familyName", text(contact.family))
            .with(Contact::DESCRIPTION, "givenName", text(contact.given))
            .with(Contact::DESCRIPTION, "jobTitle", text(contact.job))
            .with(Contact::DESCRIPTION, "phone", text(&contact.phone))
            .with(Contact::DESCRIPTION, "account", InputValue::Id(id));
        let role = BuyingRole::parse(contact.role).unwrap_or(BuyingRole::Influencer);
        contacts.push(RoleInput { contact: create::<Contact>(seller, &input, None).await?, role });
    }
    Ok((number, Known { id, contacts }))
}

/// The work on a deal.
struct Work<'w> {
    company: &'w Company,
    deal: &'w DealPlan,
    account: &'w Known,
}

impl Work<'_> {
    fn seller(&self) -> &Actor {
        &self.company.sellers[self.deal.seller]
    }

    fn stages(&self) -> &Stages {
        &self.company.pipelines[self.deal.pipeline]
    }

    async fn day(self, number: usize, mut state: Going, steps: Vec<Step>) -> Outcome<(usize, Going)> {
        for step in steps {
            self.step(&mut state, step).await?;
        }
        Ok((number, state))
    }

    async fn step(&self, state: &mut Going, step: Step) -> Outcome<()> {
        match step {
            Step::Begin => state.id = self.begin().await?,
            Step::Move(stage) => {
                let stage = self.stages().open[stage];
                self.go(state.id, Move { stage, ..Move::default() }).await?;
            }
            Step::Win(hundredths) => {
                let amount = self.asked() * hundredths / 100;
                let amount = Some(money(amount, self.deal.currency));
                self.go(state.id, Move { stage: self.stages().won, amount, ..Move::default() }).await?;
            }
            Step::Lose(reason) => {
                let lost_reason = Some(reason.to_owned());
                self.go(state.id, Move { stage: self.stages().lost, lost_reason, ..Move::default() }).await?;
            }
            Step::Expect(day) => self.change(state.id, "expectedCloseDate", InputValue::Date(day)).await?,
            Step::Category(category) => self.change(state.id, "category", text(category)).await?,
            Step::Note(body) => {
                let input = Input::new().with(Note::DESCRIPTION, "body", text(body)).with(
                    Note::DESCRIPTION,
                    "deal",
                    InputValue::Id(state.id),
                );
                create::<Note>(self.seller(), &input, None).await?;
            }
            Step::Task(title, due) => {
                let input = Input::new()
                    .with(Task::DESCRIPTION, "title", text(title))
                    .with(Task::DESCRIPTION, "dueDate", InputValue::Date(due))
                    .with(Task::DESCRIPTION, "deal", InputValue::Id(state.id));
                state.tasks.push(create::<Task>(self.seller(), &input, None).await?);
            }
            Step::Done => {
                if !state.tasks.is_empty() {
                    complete_task(self.seller(), state.tasks.remove(0), true, None).await?;
                }
            }
        }
        Ok(())
    }

    /// What the customer is asked for, in whole units of the deal's currency.
    fn asked(&self) -> i64 {
        if self.deal.lines.is_empty() {
            return self.deal.amount;
        }
        self.deal.lines.iter().map(|(product, quantity)| self.company.products[*product].1 * quantity).sum()
    }

    async fn begin(&self) -> Outcome<Uuid> {
        let deal = self.deal;
        let input = Input::new()
            .with(Deal::DESCRIPTION, "name", text(&deal.name))
            .with(Deal::DESCRIPTION, "account", InputValue::Id(self.account.id))
            .with(Deal::DESCRIPTION, "pipeline", InputValue::Id(self.stages().pipeline))
            .with(Deal::DESCRIPTION, "amount", money(deal.amount, deal.currency))
            .with(Deal::DESCRIPTION, "source", text(deal.source))
            .with(Deal::DESCRIPTION, "expectedCloseDate", InputValue::Date(deal.expected));
        let id = create_deal(self.seller(), &input, &[], None).await?;
        set_buying_roles(self.seller(), id, &self.account.contacts, None, None).await?;
        if !deal.lines.is_empty() {
            let line = |(product, quantity): &(usize, i64)| LineInput {
                id: None,
                product: self.company.products[*product].0,
                quantity: Decimal::new((*quantity).into(), 0),
                unit_price: None,
            };
            let lines: Vec<LineInput> = deal.lines.iter().map(line).collect();
            set_lines(self.seller(), id, &lines, true, None, None).await?;
        }
        Ok(id)
    }

    async fn go(&self, deal: Uuid, to: Move) -> Outcome<()> {
        move_deal(self.seller(), deal, &to, None, None).await?;
        Ok(())
    }

    async fn change(&self, deal: Uuid, key: &str, value: InputValue) -> Outcome<()> {
        update::<Deal>(self.seller(), deal, &Input::new().with(Deal::DESCRIPTION, key, value), None, None).await?;
        Ok(())
    }
}
