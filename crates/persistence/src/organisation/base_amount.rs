//! Amounts in the base currency, computed by the database from the rates of a day: for the open rows of today, and for
//! those of the past. Closed deals keep what their amount was worth on the day of closing.

use chrono::{Months, NaiveDate};
use sea_orm::{
    ConnectionTrait,
    sea_query::{Alias, Cond, Expr, ExprTrait, Func, JoinType, Query, SelectStatement, SimpleExpr},
};
use tundish_domain::{
    deals::StageKind,
    kernel::{currency::Currency, decimal::Rate},
    records::{Description, FieldKind, RecordKind},
};

use crate::records::{DESCRIPTIONS, StoreError, UnitOfWork, col};

/// What the other currencies were worth on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayRates {
    base: Currency,
    rates: Vec<(Currency, i64)>,
}

impl DayRates {
    /// The rates of a day: of each currency the newest up to it, else the first known one.
    pub(crate) async fn load(db: &impl ConnectionTrait, base: Currency, date: NaiveDate) -> Result<Self, StoreError> {
        let (rate, chosen) = ("exchange_rate", "chosen");
        let until = Expr::case(col(rate, "date").lte(date), col(rate, "date"));
        let newest_or_first = Expr::expr(Expr::expr(until).max()).if_null(col(rate, "date").min());
        let mut days = Query::select();
        days.expr(col(rate, "currency"))
            .expr_as(newest_or_first, Alias::new("date"))
            .from(Alias::new(rate))
            .and_where(col(rate, "deleted_at").is_null())
            .group_by_col((Alias::new(rate), Alias::new("currency")));
        let same = |column: &str| col(chosen, column).eq(col(rate, column));
        let mut select = Query::select();
        select
            .expr(col(rate, "currency"))
            .expr(col(rate, "rate"))
            .from(Alias::new(rate))
            .join_subquery(
                JoinType::InnerJoin,
                days,
                Alias::new(chosen),
                Cond::all().add(same("currency")).add(same("date")),
            )
            .and_where(col(rate, "deleted_at").is_null())
            .order_by_expr(col(rate, "currency"), sea_orm::sea_query::Order::Asc);
        let mut rates = Vec::new();
        for row in db.query_all(&select).await? {
            let currency = row.try_get_by_index::<String>(0)?.parse::<Currency>();
            let currency = currency.map_err(|error| StoreError::Misfit(error.to_string()))?;
            if currency != base {
                rates.push((currency, row.try_get_by_index(1)?));
            }
        }
        Ok(Self { base, rates })
    }

    /// Whether there is no other currency.
    pub(crate) fn is_empty(&self) -> bool {
        self.rates.is_empty()
    }

    /// The amount of a row in the base currency; amounts in the base currency, and in currencies without a rate, stay as
    /// they are.
    pub(crate) fn in_base(&self, table: &str, column: &str) -> SimpleExpr {
        let cases: String =
            self.rates.iter().map(|(currency, rate)| self.case(table, column, *currency, *rate)).collect();
        let kept = format!("\"{table}\".\"{column}_base\"");
        if cases.is_empty() {
            return Expr::cust(kept);
        }
        Expr::cust(format!("CASE \"{table}\".\"{column}_currency\"{cases} ELSE {kept} END"))
    }

    /// What `kernel::money::convert` computes, in integers of 64 bits: minor × rate ÷ 10^k, halves away from zero. With
    /// m = 10^s, amount = a·m + b and rate = c·m + d, it is (a·rate + b·c + b·d ÷ m) ÷ 10^(k−s). Up to k = 9, where b·d still
    /// fits, s is k and no step is greater than the result; above, s is 9 and the result that much smaller.
    fn case(&self, table: &str, column: &str, currency: Currency, rate: i64) -> String {
        let shift = u32::from(Rate::SCALE + currency.exponent() - self.base.exponent());
        let small = std::cmp::min(shift, 9);
        let (m, last) = (10_i64.pow(small), 10_i64.pow(shift - small));
        let amount = format!("\"{table}\".\"{column}\"");
        let size = format!("abs({amount})");
        // Half of what is divided by comes in before the last division, so that it rounds.
        let (middle, half) = if last == 1 { (m / 2, 0) } else { (0, last / 2) };
        let (high, low) = (rate / m, rate % m);
        format!(
            " WHEN '{currency}' THEN CASE WHEN {amount} < 0 THEN -1 ELSE 1 END * \
             (({size} / {m} * {rate} + {size} % {m} * {high} + ({size} % {m} * {low} + {middle}) / {m} + {half}) / {last})"
        )
    }
}

/// An amount that follows the rates: its table, its column, and of which rows; `None`: of all.
type Following = (&'static str, &'static str, Option<SimpleExpr>);

/// Every field of money, of the rows that are open on a day.
fn following(date: NaiveDate) -> impl Iterator<Item = Following> {
    let money = move |description: &'static Description| {
        let fields = description.fields.iter().filter(|field| field.kind == FieldKind::Money);
        fields.map(move |field| (description.table, field.column, open_rows(description.kind, date)))
    };
    DESCRIPTIONS.iter().copied().flat_map(money)
}

/// Amounts of the past, which have their rates from the day that is looked at.
const PAST: Following = ("deal_history", "amount", None);

/// Which rows of a kind are open on a day; `None`: all are.
fn open_rows(kind: RecordKind, date: NaiveDate) -> Option<SimpleExpr> {
    match kind {
        RecordKind::Deal => Some(open()),
        RecordKind::DealLine => {
            let mut deals: SelectStatement = Query::select();
            deals.expr(col("deal", "id")).from(Alias::new("deal")).and_where(open());
            Some(col("deal_line", "deal_id").in_subquery(deals))
        }
        // What was to be reached in a quarter that has ended stays what it was.
        RecordKind::Target => {
            date.checked_sub_months(Months::new(3)).map(|ended| col("target", "quarter_start").gt(ended))
        }
        _ => None,
    }
}

/// The deal is open; named outright, for the partial indexes.
fn open() -> SimpleExpr {
    col("deal", "state").eq(Expr::cust(format!("'{}'", StageKind::Open)))
}

impl UnitOfWork {
    /// The greatest amount in that currency that is, or was, worth something at a rate of it: in minor units, without its
    /// sign.
    pub async fn greatest_amount(&self, currency: &str) -> Result<i64, StoreError> {
        let mut greatest = 0;
        for (table, column, _) in following(self.today()).chain([PAST]) {
            let mut select = Query::select();
            select
                .expr(Expr::expr(Func::cust("abs").arg(col(table, column))).max())
                .from(Alias::new(table))
                .and_where(col(table, &format!("{column}_currency")).eq(currency));
            let row = self.db()?.query_one(&select).await?;
            let found: Option<i64> = row.map(|row| row.try_get_by_index(0)).transpose()?.flatten();
            greatest = std::cmp::max(greatest, found.unwrap_or_default());
        }
        Ok(greatest)
    }

    /// Whether an amount that follows the rates is in that currency.
    pub async fn follows(&self, currency: &str) -> Result<bool, StoreError> {
        for (table, column, rows) in following(self.today()) {
            let mut select = Query::select();
            select
                .expr(Expr::val(1))
                .from(Alias::new(table))
                .and_where(col(table, &format!("{column}_currency")).eq(currency))
                .and_where_option(rows)
                .limit(1);
            if self.db()?.query_one(&select).await?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Computes anew, at the rates of that day, what amounts of open rows are in the base currency: of open deals and their
    /// lines, of accounts, products and targets of quarters that have not ended. No event, version or history row comes of
    /// it. Gives how many changed. The unit is one of [`Database::begin_alone`](crate::Database::begin_alone).
    pub async fn rewrite_base_amounts(&self, date: NaiveDate) -> Result<u64, StoreError> {
        let Some(base) = self.directory().base_currency() else { return Ok(0) };
        let rates = DayRates::load(self.db()?, base, date).await?;
        if rates.is_empty() {
            return Ok(0);
        }
        let mut changed = 0;
        for (table, column, rows) in following(date) {
            let in_base = format!("{column}_base");
            let mut update = Query::update();
            update
                .table(Alias::new(table))
                .value(Alias::new(&in_base), rates.in_base(table, column))
                .and_where(col(table, &format!("{column}_currency")).ne(base.to_string()))
                .and_where(col(table, &in_base).ne(rates.in_base(table, column)))
                .and_where_option(rows);
            changed += self.db()?.execute(&update).await?.rows_affected();
        }
        Ok(changed)
    }
}

#[cfg(test)]
mod tests {
    use tundish_domain::kernel::money::convert;

    use super::*;

    /// The database's arithmetic equals the domain's, at the edges of rounding, exponents and size.
    #[tokio::test]
    async fn computes_what_the_domain_computes() {
        let db = sea_orm::Database::connect("sqlite::memory:").await.unwrap();
        let bases = ["CNY", "JPY", "KWD", "CLF", "VND"];
        let rates = [1, 49_999_999, 50_000_000, 100_000_000, 719_876_543, 2_540_012_345_678, Rate::MAX.scaled()];
        let amounts = [0, 1, -1, 7, -50, 199, 12_345, -12_345, 999_999_999, 9_000_000_000_000, -9_000_000_000_000];
        for (base, currency) in bases.iter().flat_map(|base| ["USD", "JPY", "KWD", "CLF"].map(|code| (*base, code))) {
            let (base, currency): (Currency, Currency) = (base.parse().unwrap(), currency.parse().unwrap());
            for (rate, amount) in rates.iter().flat_map(|rate| amounts.map(|amount| (*rate, amount))) {
                let expected = convert(amount, currency, base, Rate::from_scaled(rate).unwrap());
                // Results that no amount can have are not asked for.
                let Ok(expected) = expected else { continue };
                if base == currency {
                    continue;
                }
                let rates = DayRates { base, rates: vec![(currency, rate)] };
                let mut select = Query::select();
                select.expr(rates.in_base("t", "amount")).from_subquery(
                    Query::select()
                        .expr_as(Expr::val(amount), Alias::new("amount"))
                        .expr_as(Expr::val(currency.to_string()), Alias::new("amount_currency"))
                        .expr_as(Expr::val(0_i64), Alias::new("amount_base"))
                        .take(),
                    Alias::new("t"),
                );
                let row = db.query_one(&select).await.unwrap().unwrap();
                let computed: i64 = row.try_get_by_index(0).unwrap();
                assert_eq!(computed, expected, "{amount} {currency} at {rate} in {base}");
            }
        }
    }
}
