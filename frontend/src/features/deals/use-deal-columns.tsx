import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DealOrderField, DealRowFragment } from "@/gql/graphql";
import { DateText, InstantText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { useChoices } from "@/ui/field/choices";
import type { RecordColumn } from "@/ui/table/columns";
import { DaysInStage } from "./DaysInStage";
import { NextTaskText } from "./NextTaskText";
import { StageText } from "./StageText";

type DealColumn = RecordColumn<DealRowFragment> & { sortField?: DealOrderField };

/** The columns that the table of deals can show. */
export function useDealColumns(): readonly DealColumn[] {
  const { t } = useTranslation(["deals", "common"]);
  const { labelOf: sourceLabel } = useChoices("source");
  const { labelOf: reasonLabel } = useChoices("lostReason");
  return useMemo(
    () => [
      { id: "name", label: t("field.name"), width: 220, sortField: "NAME", cell: (deal) => deal.name },
      {
        id: "account",
        label: t("field.account"),
        width: 180,
        sortField: "ACCOUNT_NAME",
        cell: (deal) => deal.account?.name ?? t("common:field.none"),
      },
      {
        id: "stage",
        label: t("field.stage"),
        width: 130,
        sortField: "STAGE_POSITION",
        cell: (deal) => <StageText stage={deal.stage} />,
      },
      {
        id: "amount",
        label: t("field.amount"),
        width: 120,
        align: "right",
        sortField: "AMOUNT",
        cell: (deal) => <MoneyText value={deal.amount} />,
      },
      {
        id: "expectedCloseDate",
        label: t("field.expectedCloseDate"),
        width: 110,
        sortField: "EXPECTED_CLOSE_DATE",
        cell: (deal) => <DateText value={deal.expectedCloseDate} />,
      },
      {
        id: "nextTask",
        label: t("field.nextTask"),
        width: 210,
        cell: (deal) => <NextTaskText deal={deal} />,
      },
      {
        id: "owner",
        label: t("field.owner"),
        width: 120,
        sortField: "OWNER_NAME",
        cell: (deal) => <UserBadge user={deal.owner} />,
      },
      {
        id: "daysInStage",
        label: t("field.daysInStage"),
        width: 90,
        align: "right",
        sortField: "STAGE_ENTERED_DATE",
        cell: (deal) => <DaysInStage deal={deal} />,
      },
      {
        id: "category",
        label: t("field.category"),
        width: 110,
        sortField: "CATEGORY",
        cell: (deal) => t(`category.${deal.category}`),
      },
      {
        id: "source",
        label: t("field.source"),
        width: 120,
        sortField: "SOURCE",
        cell: (deal) => sourceLabel(deal.source),
      },
      {
        id: "lostReason",
        label: t("field.lostReason"),
        width: 130,
        cell: (deal) => reasonLabel(deal.lostReason),
      },
      {
        id: "closedDate",
        label: t("field.closedDate"),
        width: 110,
        sortField: "CLOSED_DATE",
        cell: (deal) => <DateText value={deal.closedDate} />,
      },
      {
        id: "createdAt",
        label: t("field.createdAt"),
        width: 160,
        sortField: "CREATED_AT",
        cell: (deal) => <InstantText value={deal.createdAt} />,
      },
      {
        id: "updatedAt",
        label: t("field.updatedAt"),
        width: 160,
        sortField: "UPDATED_AT",
        cell: (deal) => <InstantText value={deal.updatedAt} />,
      },
    ],
    [t, sourceLabel, reasonLabel],
  );
}
