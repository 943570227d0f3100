//! Deals: stages, categories, buying roles.

use crate::records::kind::named_enum;

named_enum! {
    /// Whether the deals of a stage are still open.
    StageKind {
        /// Being worked on.
        Open = "OPEN",
        /// Won.
        Won = "WON",
        /// Lost.
        Lost = "LOST",
    }
}

named_enum! {
    /// How sure the owner of an open deal is that it closes in its period. Categories exclude each other.
    ForecastCategory {
        /// It is there.
        Pipeline = "PIPELINE",
        /// If all goes well.
        BestCase = "BEST_CASE",
        /// The owner gives the word.
        Commit = "COMMIT",
    }
}

named_enum! {
    /// A contact's part in the customer's decision.
    BuyingRole {
        /// 决策人: decides.
        DecisionMaker = "DECISION_MAKER",
        /// 影响者: is listened to.
        Influencer = "INFLUENCER",
        /// 使用者: will work with it.
        User = "USER",
        /// 把关者: lets others through, or not.
        Gatekeeper = "GATEKEEPER",
    }
}
