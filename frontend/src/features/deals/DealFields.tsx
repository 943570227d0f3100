import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { UpdateDealInput } from "@/gql/graphql";
import { type Action, useActions } from "@/lib/actions";
import { useSession } from "@/lib/session";
import { DateText, InstantText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { useChoices } from "@/ui/field/choices";
import { FieldEditor, type FieldKind } from "@/ui/field/FieldEditor";
import { FieldValue } from "@/ui/field/FieldValue";
import { saveOutcome } from "@/ui/field/save-outcome";
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

type FieldName = keyof UpdateDealInput & string;

export function DealFields({ deal: masked }: { deal: FragmentType<typeof DealFieldsFragment> }) {
  const { t } = useTranslation(["deals", "common"]);
  const deal = readFragment(DealFieldsFragment, masked);
  const { company } = useSession();
  const updateDeal = useUpdateDeal();
  const save = async (input: UpdateDealInput, version: number) =>
    saveOutcome(await updateDeal(deal.id, input, version));
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

  const currency = deal.amount?.currency ?? company.baseCurrency;
  const common = (name: FieldName) => ({
    label: t(`field.${name as "name"}`),
    version: deal.version,
    editable: deal.viewerCan.includes("UPDATE"),
  });
  const text = (name: "name" | "description" | "expectedCloseDate" | "source", field: FieldKind) => ({
    ...common(name),
    field,
    value: deal[name],
    onSave: (value: string | null, version: number) => save({ [name]: value }, version),
  });

  return (
    <RecordSection title={t("page.details")}>
      <FieldEditor {...text("name", { kind: "text" })} display={deal.name} copyable={deal.name} />
      <FieldEditor
        {...common("accountId")}
        label={t("field.account")}
        field={{ kind: "record", source: "ACCOUNT", label: deal.account?.name }}
        value={deal.account?.id ?? null}
        display={deal.account?.name}
        copyable={deal.account?.name}
        link={
          deal.account && {
            label: t("common:record.openNamed", { name: deal.account.name }),
            record: { to: "/accounts/$accountId", params: { accountId: deal.account.id } },
          }
        }
        onSave={(accountId, version) => save({ accountId }, version)}
      />
      <FieldEditor
        {...common("amount")}
        field={{ kind: "money" }}
        value={deal.amount?.amount ?? null}
        display={<MoneyText value={deal.amount} />}
        editSignal={amountSignal}
        onSave={(amount, version) => save({ amount: amount === null ? null : { amount, currency } }, version)}
      />
      <FieldEditor
        {...text("expectedCloseDate", { kind: "date" })}
        display={<DateText value={deal.expectedCloseDate} />}
      />
      <FieldEditor
        {...common("ownerId")}
        label={t("field.owner")}
        editable={deal.viewerCan.includes("ASSIGN")}
        field={{ kind: "record", source: "USER", label: deal.owner?.name }}
        value={deal.owner?.id ?? null}
        display={<UserBadge user={deal.owner} />}
        onSave={(ownerId, version) => save({ ownerId }, version)}
      />
      <FieldEditor
        {...common("category")}
        field={{
          kind: "choice",
          options: (["PIPELINE", "BEST_CASE", "COMMIT"] as const).map((value) => ({
            value,
            label: t(`category.${value}`),
          })),
        }}
        value={deal.category}
        display={t(`category.${deal.category}`)}
        onSave={(value, version) => save({ category: value as typeof deal.category }, version)}
      />
      <FieldEditor
        {...text("source", { kind: "choice", options: sources })}
        display={sourceLabel(deal.source)}
      />
      <FieldEditor {...text("description", { kind: "longText" })} display={deal.description} />
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
