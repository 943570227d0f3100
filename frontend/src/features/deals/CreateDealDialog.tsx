import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { placeUserErrors } from "@/lib/form-errors";
import { parseAmount } from "@/lib/format/money";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { notifyDone } from "@/lib/notify";
import { useSession } from "@/lib/session";
import { RecordSelect } from "@/ui/field/RecordSelect";
import { useChoices } from "./choices";
import type { Pipeline } from "./pipelines";

const CreateDeal = graphql(`
  mutation CreateDeal($input: CreateDealInput!, $idempotencyKey: String) {
    createDeal(input: $input, idempotencyKey: $idempotencyKey) {
      deal { id ...DealRow }
      userErrors { code path message }
    }
  }
`);

interface CreateDealDialogProps {
  pipelines: readonly Pipeline[];
  /** The pipeline on screen, if one is. */
  pipelineId: string | undefined;
  onClose: () => void;
}

export default function CreateDealDialog({ pipelines, pipelineId, onClose }: CreateDealDialogProps) {
  const { t } = useTranslation(["deals", "common"]);
  const navigate = useNavigate();
  const { viewer, company } = useSession();
  const { options: sources } = useChoices("source");
  const createDeal = useMutate(CreateDeal);
  const [problems, setProblems] = useState<readonly string[]>([]);
  // One key for the life of the dialog: pressing twice, or again after a lost answer, still creates one deal.
  const idempotencyKey = useMemo(newIdempotencyKey, []);
  const form = useForm({
    initialValues: {
      name: "",
      accountId: null as string | null,
      pipelineId: pipelineId ?? pipelines[0]?.id ?? null,
      amount: "",
      expectedCloseDate: "",
      source: null as string | null,
      ownerId: viewer.id as string | null,
    },
    validate: {
      amount: (text) => (text && parseAmount(text) === null ? t("common:field.invalidAmount") : null),
    },
  });

  const submit = form.onSubmit(async (values) => {
    const amount = parseAmount(values.amount);
    const outcome = await createDeal({
      idempotencyKey,
      input: {
        name: values.name.trim(),
        accountId: values.accountId,
        pipelineId: values.pipelineId,
        ownerId: values.ownerId,
        amount: amount === null ? null : { amount, currency: company.baseCurrency },
        expectedCloseDate: values.expectedCloseDate || null,
        source: values.source,
      },
    });
    if (outcome.kind === "refused")
      setProblems(placeUserErrors(form, Object.keys(form.getValues()), outcome.userErrors));
    if (outcome.kind !== "done") return;
    notifyDone(t("create.created", { deal: values.name }));
    onClose();
    const id = outcome.payload.deal?.id;
    if (id) void navigate({ to: "/deals/$dealId", params: { dealId: id } });
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("create.title")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <Stack gap="sm">
          {problems.length > 0 && (
            <Alert color="red" role="alert">
              {problems.join(" ")}
            </Alert>
          )}
          <TextInput label={t("field.name")} required data-autofocus {...form.getInputProps("name")} />
          <RecordSelect label={t("field.account")} source="ACCOUNT" {...form.getInputProps("accountId")} />
          {pipelines.length > 1 && (
            <Select
              label={t("field.pipeline")}
              data={pipelines.map(({ id, label }) => ({ value: id, label }))}
              allowDeselect={false}
              {...form.getInputProps("pipelineId")}
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
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {t("create.shortcut")}
            </Text>
            <Button type="submit" loading={form.submitting}>
              {t("create.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
