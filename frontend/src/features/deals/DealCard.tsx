import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { DealRowFragment } from "@/gql/graphql";
import { MoneyText } from "@/ui/cells/MoneyText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { DaysInStage } from "./DaysInStage";
import classes from "./deals.module.css";
import { NextTaskText } from "./NextTaskText";

/** In pixels; the board places cards without measuring them. */
export const dealCardHeight = 92;

interface DealCardProps {
  deal: DealRowFragment;
  /** Under the pointer, on its way to another column. */
  lifted?: boolean;
}

export const DealCard = memo(function DealCard({ deal, lifted = false }: DealCardProps) {
  return (
    <Link
      to="/deals/$dealId"
      params={{ dealId: deal.id }}
      className={classes.card}
      data-lifted={lifted || undefined}
      draggable={false}
      preload={false}
      style={{ height: dealCardHeight }}
    >
      <span className={classes.cardName} title={deal.name}>
        {deal.name}
      </span>
      <span className={classes.cardAccount}>{deal.account?.name ?? ""}</span>
      <span className={classes.cardLine}>
        <MoneyText value={deal.amount} />
        <UserBadge user={deal.owner} short />
      </span>
      <span className={classes.cardLine}>
        <span className={classes.cardTask}>
          <NextTaskText deal={deal} />
        </span>
        <span className={classes.cardDays}>
          <DaysInStage deal={deal} />
        </span>
      </span>
    </Link>
  );
});
