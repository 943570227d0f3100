import { Group, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { CreationFormProps } from "@/lib/creation";
import { lastDay } from "@/lib/format/date";
import { parseAmount } from "@/lib/format/money";
import { notifyDone } from "@/lib/notify";
import { useSession } from "@/lib/session";
import { useChoices } from "@/ui/field/choices";
import { RecordSelect } from "@/ui/field/RecordSelect";
import { firstFocus } from "@/ui/first-focus";
import { useChosenPipeline, usePipelines } from "@/ui/pipelines";
import { CreateDialog } from "@/ui/record/CreateDialog";
import { useCreateRecord } from "@/ui/record/use-create-record";

const CreateDeal = graphql(`
  mutation CreateDeal($input: CreateDealInput!, $idempotencyKey: String) {
    createDeal(input: $input, idempotencyKey: $idempotencyKey) {
      deal { id ...DealRow }
      userErrors { code path message }
    }
  }
`);

export default function CreateDealDialog({ creation, onClose }: CreationFormProps<"DEAL">) {
  const { t } = useTranslation(["deals", "common"]);
  const navigate = useNavigate();
  const { viewer, company } = useSession();
  const { options: sources } = useChoices("source");
  const { pipelines } = usePipelines();
  const pipeline = useChosenPipeline(pipelines, undefined);
  const form = useForm({
    initialValues: {
      name: "",
      accountId: (creation.account?.id ?? null) as string | null,
      pipelineId: null as string | null,
      amount: "",
      expectedCloseDate: "",
      source: null as string | null,
      ownerId: viewer.id as string | null,
    },
    validate: {
      amount: (text) => (text && parseAmount(text) === null ? t("common:field.invalidAmount") : null),
    },
  });
  const { create, problems } = useCreateRecord(CreateDeal, form);

  const submit = form.onSubmit(async (values) => {
    const amount = parseAmount(values.amount);
    const created = await create({
      name: values.name.trim(),
      accountId: values.accountId,
      contactIds: creation.contact ? [creation.contact.id] : undefined,
      pipelineId: values.pipelineId ?? pipeline?.id,
      ownerId: values.ownerId,
      amount: amount === null ? null : { amount, currency: company.baseCurrency },
      expectedCloseDate: values.expectedCloseDate || null,
      source: values.source,
    });
    if (!created) return;
    notifyDone(t("common:creation.done", { name: values.name }));
    onClose();
    const id = created.deal?.id;
    if (id) void navigate({ to: "/deals/$dealId", params: { dealId: id } });
  });

  return (
    <CreateDialog
      title={t("create.title")}
      problems={problems}
      submitting={form.submitting}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t("field.name")} required {...firstFocus} {...form.getInputProps("name")} />
      <RecordSelect
        label={t("field.account")}
        source="ACCOUNT"
        valueLabel={form.values.accountId === creation.account?.id ? creation.account?.name : undefined}
        {...form.getInputProps("accountId")}
      />
      {pipelines.length > 1 && (
        <Select
          label={t("field.pipeline")}
          data={pipelines.map(({ id, label }) => ({ value: id, label }))}
          allowDeselect={false}
          {...form.getInputProps("pipelineId")}
          value={form.values.pipelineId ?? pipeline?.id ?? null}
        />
      )}
      <Group grow align="flex-start">
        <TextInput
          label={`${t("field.amount")} (${company.baseCurrency})`}
          inputMode="decimal"
          {...form.getInputProps("amount")}
        />
        <TextInput
          label={t("field.expectedCloseDate")}
          type="date"
          max={lastDay}
          {...form.getInputProps("expectedCloseDate")}
        />
      </Group>
      <Group grow align="flex-start">
        <Select label={t("field.source")} data={sources} clearable {...form.getInputProps("source")} />
        <RecordSelect
          label={t("field.owner")}
          source="USER"
          valueLabel={form.values.ownerId === viewer.id ? viewer.name : undefined}
          {...form.getInputProps("ownerId")}
        />
      </Group>
    </CreateDialog>
  );
}
