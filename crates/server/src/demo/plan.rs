//! What happens when: the whole past is drawn up first, then lived through day by day.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{
    Story,
    chance::Chance,
    company::Company,
    words::{CITIES, JOBS, NOTES, PROJECTS, RENEWALS, TASKS, firm, person},
};

/// Days until the first customers are known well enough to buy.
const WARM_UP: i64 = 20;

/// The past.
#[derive(Default)]
pub(super) struct Plan {
    /// The customers.
    pub(super) accounts: Vec<AccountPlan>,
    /// The deals.
    pub(super) deals: Vec<DealPlan>,
    /// What happens on which day: entering customers, by their positions.
    pub(super) entered: BTreeMap<NaiveDate, Vec<usize>>,
    /// What happens on which day to which deal, in order.
    pub(super) steps: BTreeMap<NaiveDate, BTreeMap<usize, Vec<Step>>>,
}

/// A customer to be.
pub(super) struct AccountPlan {
    pub(super) name: String,
    pub(super) industry: &'static str,
    pub(super) city: &'static str,
    pub(super) province: &'static str,
    pub(super) employees: i64,
    pub(super) phone: String,
    /// Whose, by position among the sellers.
    pub(super) seller: usize,
    pub(super) contacts: Vec<ContactPlan>,
}

/// A person at a customer to be.
pub(super) struct ContactPlan {
    pub(super) family: &'static str,
    pub(super) given: &'static str,
    pub(super) job: &'static str,
    pub(super) role: &'static str,
    pub(super) phone: String,
}

/// A deal to be.
pub(super) struct DealPlan {
    pub(super) name: String,
    pub(super) account: usize,
    pub(super) seller: usize,
    pub(super) pipeline: usize,
    pub(super) amount: i64,
    pub(super) currency: &'static str,
    pub(super) source: &'static str,
    /// When the customer will decide, as it looks when the deal begins.
    pub(super) expected: NaiveDate,
    /// Products, by position, with quantities; their sum replaces the amount.
    pub(super) lines: Vec<(usize, i64)>,
}

/// Something that happens to a deal.
pub(super) enum Step {
    /// It begins.
    Begin,
    /// It goes to an open stage, by position.
    Move(usize),
    /// It is won, for so many hundredths of what was asked.
    Win(i64),
    /// It is lost.
    Lose(&'static str),
    /// The day on which the customer will probably decide is another.
    Expect(NaiveDate),
    /// Its owner is surer of it.
    Category(&'static str),
    /// Something is written down.
    Note(&'static str),
    /// Something is to be done.
    Task(&'static str, NaiveDate),
    /// What was to be done first is done.
    Done,
}

fn after(day: NaiveDate, days: i64) -> NaiveDate {
    day.checked_add_days(Days::new(days.unsigned_abs())).unwrap_or(day)
}

/// The day itself, or the Monday after it.
fn workday(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => after(day, 2),
        Weekday::Sun => after(day, 1),
        _ => day,
    }
}

/// Draws up the past.
pub(super) fn plan(story: &Story, company: &Company) -> Plan {
    let mut chance = Chance::new(story.seed);
    let chance = &mut chance;
    let mut plan = Plan::default();
    let managers = company.teams.len();
    for number in 0..story.accounts {
        // One in ten customers is a manager's own.
        let seller = if chance.percent(10) {
            chance.below(managers)
        } else {
            managers + chance.below(company.sellers.len() - managers)
        };
        plan.accounts.push(account(chance, number, seller));
    }
    let days = (story.today - story.began).num_days();
    let mut first: Vec<Option<NaiveDate>> = vec![None; story.accounts];
    for number in 0..story.deals {
        let renewal = chance.percent(25);
        let begun = workday(after(story.began, chance.between(WARM_UP, days - 2)));
        let deal = deal(chance, &plan, number, renewal, begun);
        let known = &mut first[deal.account];
        *known = Some(known.map_or(begun, |known| known.min(begun)));
        let expected = deal.expected;
        plan.deals.push(deal);
        let stages = company.pipelines[usize::from(renewal)].open.len();
        Course { chance, plan: &mut plan, number, today: story.today, expected }.run(begun, stages, renewal);
    }
    for (number, first) in first.into_iter().enumerate() {
        let first = first.unwrap_or_else(|| after(story.began, chance.between(WARM_UP, days - 2)));
        let entered = first.checked_sub_days(Days::new(chance.between(3, 15).unsigned_abs())).unwrap_or(first);
        plan.entered.entry(entered).or_default().push(number);
    }
    plan
}

fn account(chance: &mut Chance, number: usize, seller: usize) -> AccountPlan {
    let (city, province) = CITIES[number % CITIES.len()];
    let (name, industry) = firm(number, city);
    let contacts = (0..chance.between(1, 3))
        .map(|_| {
            let (family, given) = person(chance);
            let (job, role) = chance.pick(&JOBS);
            ContactPlan {
                family,
                given,
                job,
                role,
                phone: format!("1{}", chance.between(3_000_000_000, 9_999_999_999)),
            }
        })
        .collect();
    let employees = chance.between(4, 60) * chance.between(5, 40);
    let phone = format!("0{}-{}", chance.between(20, 29), chance.between(50_000_000, 89_999_999));
    AccountPlan { name, industry, city, province, employees, phone, seller, contacts }
}

fn deal(chance: &mut Chance, plan: &Plan, number: usize, renewal: bool, begun: NaiveDate) -> DealPlan {
    let account = chance.below(plan.accounts.len());
    let owner = &plan.accounts[account];
    let subject = if renewal { chance.pick(&RENEWALS) } else { chance.pick(&PROJECTS) };
    let sources = ["web", "referral", "advertising", "exhibition", "tender", "outbound", "partner"];
    let abroad = chance.percent(5);
    let amount = if renewal { chance.between(2, 24) } else { chance.between(4, 40) * chance.between(1, 3) } * 10_000;
    let lines = if !abroad && chance.percent(55) {
        let main = if renewal { chance.between(10, 14) } else { chance.between(0, 5) };
        let extra = chance.between(6, 12);
        [(main, chance.between(1, 4)), (extra, chance.between(3, 40))]
            .map(|(product, quantity)| (usize::try_from(product).unwrap_or_default(), quantity))
            .to_vec()
    } else {
        Vec::new()
    };
    let city = owner.city;
    // A seller speaks of the customer by the middle of its name.
    let short: String = owner.name.chars().skip(city.chars().count()).take(2).collect();
    DealPlan {
        name: format!("{short}{} {subject}", if number.is_multiple_of(3) { city } else { "" }),
        account,
        seller: owner.seller,
        pipeline: usize::from(renewal),
        amount: if abroad { amount / 7 } else { amount },
        currency: if abroad { chance.pick(&["USD", "EUR", "HKD"]) } else { "CNY" },
        source: if renewal { "referral" } else { chance.pick(&sources) },
        expected: after(begun, if renewal { chance.between(25, 60) } else { chance.between(45, 110) }),
        lines,
    }
}

/// The course of one deal.
struct Course<'c> {
    chance: &'c mut Chance,
    plan: &'c mut Plan,
    number: usize,
    today: NaiveDate,
    expected: NaiveDate,
}

impl Course<'_> {
    /// Notes a step, unless it lies in the future.
    fn step(&mut self, day: NaiveDate, step: Step) -> bool {
        let day = workday(day);
        if day >= self.today {
            return false;
        }
        self.plan.steps.entry(day).or_default().entry(self.number).or_default().push(step);
        true
    }

    fn run(&mut self, begun: NaiveDate, stages: usize, renewal: bool) {
        if !self.step(begun, Step::Begin) {
            return;
        }
        // In hundredths, by stage: most deals that are lost are lost early.
        let losses: &[i64] = if renewal { &[9, 7, 5] } else { &[24, 18, 14, 10] };
        let (mut day, mut stage) = (begun, 0);
        loop {
            let stay = match self.chance.between(1, 10) {
                1 => self.chance.between(35, 75),
                2..=4 => self.chance.between(3, 8),
                _ => self.chance.between(9, 28),
            };
            let left = workday(after(day, stay));
            self.work(day, left);
            self.push_out(left);
            if left >= self.today {
                return self.leave_open();
            }
            let lost = self.chance.percent(losses.get(stage).copied().unwrap_or(10));
            if lost {
                let reasons = ["price", "competitor", "no_budget", "no_decision", "product_fit", "timing"];
                let reason = self.chance.pick(&reasons);
                self.step(left, Step::Lose(reason));
                return;
            }
            if stage + 1 == stages {
                let agreed = self.chance.between(88, 100);
                self.step(left, Step::Win(agreed));
                return;
            }
            // Now and then a stage is skipped, or a deal falls back.
            stage = match self.chance.between(1, 30) {
                1 if stage > 0 => stage - 1,
                2 if stage + 2 < stages => stage + 2,
                _ => stage + 1,
            };
            self.step(left, Step::Move(stage));
            if stage + 1 == stages && self.chance.percent(65) {
                self.step(left, Step::Category("COMMIT"));
            } else if stage + 2 == stages && self.chance.percent(60) {
                self.step(left, Step::Category("BEST_CASE"));
            }
            day = left;
        }
    }

    /// What a seller does and writes down while a deal is in a stage.
    fn work(&mut self, from: NaiveDate, until: NaiveDate) {
        let stay = (until - from).num_days();
        if self.chance.percent(60) {
            let (day, note) = (after(from, self.chance.between(0, stay)), self.chance.pick(&NOTES));
            self.step(day, Step::Note(note));
        }
        if self.chance.percent(45) {
            let (due, task) = (after(from, self.chance.between(1, stay.max(1))), self.chance.pick(&TASKS));
            if self.step(from, Step::Task(task, due)) {
                let done = after(workday(due), self.chance.between(0, 2)).min(until);
                self.step(done, Step::Done);
            }
        }
    }

    /// The customer will not decide before a stage is over.
    fn push_out(&mut self, left: NaiveDate) {
        if self.expected < left && self.chance.percent(75) {
            let expected = after(left, self.chance.between(10, 45));
            if self.step(self.expected, Step::Expect(expected)) {
                self.expected = expected;
            }
        }
    }

    /// What lies on the desk today.
    fn leave_open(&mut self) {
        if self.chance.percent(65) {
            let made = self.today.checked_sub_days(Days::new(self.chance.between(4, 9).unsigned_abs()));
            let due = self.today.checked_sub_days(Days::new(3)).map(|day| after(day, self.chance.between(0, 12)));
            if let (Some(made), Some(due)) = (made, due) {
                let task = self.chance.pick(&TASKS);
                // Only for deals that had begun by then.
                if self.plan.steps.range(..made).any(|(_, deals)| deals.contains_key(&self.number)) {
                    self.step(made, Step::Task(task, due));
                }
            }
        }
    }
}
