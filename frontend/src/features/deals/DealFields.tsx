import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { UpdateDealInput } from "@/gql/graphql";
import { type Action, useActions } from "@/lib/actions";
import { useSession } from "@/lib/session";
import { DateText, InstantText } from "@/ui/cells/DateText";
import { useChoices } from "@/ui/field/choices";
import { FieldEditor } from "@/ui/field/FieldEditor";
import { FieldValue } from "@/ui/field/FieldValue";
import { useRecordFields } from "@/ui/field/use-record-fields";
import { RecordSection } from "@/ui/RecordPage";
import { useUpdateDeal } from "./use-update-deal";

const DealFieldsFragment = graphql(`
  fragment DealFields on Deal {
    id
    version
    name
    account { id name }
    owner { id name }
    amount { amount currency base }
    expectedCloseDate
    closedDate
    category
    source
    lostReason
    description
    createdAt
    updatedAt
    viewerCan
  }
`);

export function DealFields({ deal: masked }: { deal: FragmentType<typeof DealFieldsFragment> }) {
  const { t } = useTranslation(["deals", "common"]);
  const deal = readFragment(DealFieldsFragment, masked);
  const { company } = useSession();
  const updateDeal = useUpdateDeal();
  const { text, money, person, account } = useRecordFields(
    deal,
    (field) => t(`field.${field as "name"}`),
    (input: UpdateDealInput, version) => updateDeal(deal.id, input, version),
  );
  const { options: sources, labelOf: sourceLabel } = useChoices("source");
  const { labelOf: reasonLabel } = useChoices("lostReason");
  const [amountSignal, setAmountSignal] = useState(0);
  const actions = useMemo(
    (): Action[] => [
      {
        id: "deal:edit",
        label: t("action.editAmount"),
        section: t("action.section"),
        keys: "e",
        run: () => setAmountSignal((value) => value + 1),
      },
    ],
    [t],
  );
  useActions(actions);

  const categories = (["PIPELINE", "BEST_CASE", "COMMIT"] as const).map((value) => ({
    value,
    label: t(`category.${value}`),
  }));

  return (
    <RecordSection title={t("page.details")}>
      <FieldEditor {...text("name")} copyable={deal.name} />
      <FieldEditor {...account("account")} copyable={deal.account?.name} />
      <FieldEditor {...money("amount", company.baseCurrency)} editSignal={amountSignal} />
      <FieldEditor
        {...text("expectedCloseDate", { kind: "date" })}
        display={<DateText value={deal.expectedCloseDate} />}
      />
      <FieldEditor {...person("owner")} />
      <FieldEditor
        {...text("category", { kind: "choice", options: categories })}
        display={t(`category.${deal.category}`)}
      />
      <FieldEditor
        {...text("source", { kind: "choice", options: sources })}
        display={sourceLabel(deal.source)}
      />
      <FieldEditor {...text("description", { kind: "longText" })} />
      {deal.closedDate && (
        <FieldValue
          label={t("field.closedDate")}
          value={deal.closedDate}
          display={<DateText value={deal.closedDate} />}
        />
      )}
      {deal.lostReason && (
        <FieldValue
          label={t("field.lostReason")}
          value={deal.lostReason}
          display={reasonLabel(deal.lostReason)}
        />
      )}
      <FieldValue
        label={t("field.createdAt")}
        value={deal.createdAt}
        display={<InstantText value={deal.createdAt} />}
      />
    </RecordSection>
  );
}
