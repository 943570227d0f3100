//! Amounts in the base currency follow the rates while they are open: when a rate is set, and when a new day brings one.

use std::{sync::Arc, time::Duration};

use tundish_domain::{kernel::period, organisation::Language, records::EventOrigin};
use tundish_persistence::{Database, records::Viewer};

use crate::records::Outcome;

/// How long a changed time zone, and with it another day, may go unnoticed.
const AT_MOST: Duration = Duration::from_hours(1);

/// Keeps what open rows are worth in the base currency, day after day. Ends only by being dropped.
pub async fn keep_base_amounts(database: Arc<Database>) {
    loop {
        match renew_base_amounts(&database).await {
            Ok(0) => {}
            Ok(rows) => tracing::info!(rows, "amounts follow the exchange rates"),
            Err(error) => tracing::error!(?error, "amounts could not follow the exchange rates"),
        }
        tokio::time::sleep(until_next_day(&database).await).await;
    }
}

/// Computes anew, at today's rates, what open rows are worth in the base currency. Gives how many changed.
pub async fn renew_base_amounts(database: &Arc<Database>) -> Outcome<u64> {
    let uow = database.begin_alone(&Arc::new(Viewer::system(Language::default())), EventOrigin::System).await?;
    let rows = uow.rewrite_base_amounts(uow.today()).await?;
    uow.commit().await?;
    Ok(rows)
}

/// The time until the company's next day begins.
async fn until_next_day(database: &Arc<Database>) -> Duration {
    let Ok(directory) = database.fresh_directory().await else { return AT_MOST };
    let (now, zone) = (database.now(), directory.time_zone());
    let next = period::date_of(now, zone).succ_opt().map(|date| period::start_of_day(date, zone));
    next.and_then(|next| (next - now).to_std().ok()).unwrap_or(AT_MOST).min(AT_MOST)
}
