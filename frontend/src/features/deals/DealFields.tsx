import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { UpdateDealInput } from "@/gql/graphql";
import { type Action, useActions } from "@/lib/actions";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { useSession } from "@/lib/session";
import { DateText, InstantText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { FieldEditor, type FieldKind, type SaveOutcome } from "@/ui/field/FieldEditor";
import { RecordSection } from "@/ui/RecordPage";
import { useChoices } from "./choices";

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

const UpdateDeal = graphql(`
  mutation UpdateDeal($id: ID!, $input: UpdateDealInput!, $ifVersion: Int, $idempotencyKey: String) {
    updateDeal(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {
      deal { id ...DealRow ...DealFields }
      userErrors { code path message }
    }
  }
`);

type FieldName = keyof UpdateDealInput & string;

/** Saves one field of a deal, and tells a refusal from a change that someone else made meanwhile. */
function useSaveField(dealId: string) {
  const updateDeal = useMutate(UpdateDeal);
  return async (input: UpdateDealInput, version: number): Promise<SaveOutcome> => {
    const outcome = await updateDeal({
      id: dealId,
      input,
      ifVersion: version,
      idempotencyKey: newIdempotencyKey(),
    });
    if (outcome.kind === "done") return { kind: "saved" };
    // Told by a notification already; the editor stays open with what was typed.
    if (outcome.kind === "failed") return { kind: "refused", message: "" };
    if (outcome.userErrors.some((error) => error.code === "STALE_VERSION")) return { kind: "conflict" };
    return { kind: "refused", message: outcome.userErrors.map((error) => error.message).join(" ") };
  };
}

export function DealFields({ deal: masked }: { deal: FragmentType<typeof DealFieldsFragment> }) {
  const { t } = useTranslation(["deals", "common"]);
  const deal = readFragment(DealFieldsFragment, masked);
  const { company } = useSession();
  const save = useSaveField(deal.id);
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
  const common = (name: FieldName | "closedDate" | "lostReason") => ({
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
        <FieldEditor
          {...common("closedDate")}
          editable={false}
          field={{ kind: "date" }}
          value={deal.closedDate}
          display={<DateText value={deal.closedDate} />}
          onSave={neverSaved}
        />
      )}
      {deal.lostReason && (
        <FieldEditor
          {...common("lostReason")}
          editable={false}
          field={{ kind: "text" }}
          value={deal.lostReason}
          display={reasonLabel(deal.lostReason)}
          onSave={neverSaved}
        />
      )}
      <FieldEditor
        {...common("name")}
        label={t("field.createdAt")}
        editable={false}
        field={{ kind: "text" }}
        value={deal.createdAt}
        display={<InstantText value={deal.createdAt} />}
        onSave={neverSaved}
      />
    </RecordSection>
  );
}

/** For fields that the server sets; their editor never opens. */
async function neverSaved(): Promise<SaveOutcome> {
  return { kind: "saved" };
}
