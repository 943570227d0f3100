import { Alert, Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DealRowFragment, UpdateDealInput } from "@/gql/graphql";
import { placeUserErrors } from "@/lib/form-errors";
import { lastDay } from "@/lib/format/date";
import { parseAmount } from "@/lib/format/money";
import { useSession } from "@/lib/session";
import { firstFocus } from "@/ui/first-focus";
import { useUpdateDeal } from "./use-update-deal";

interface EditAmountDialogProps {
  deal: DealRowFragment;
  onClose: () => void;
}

/** Amount and close date of a deal in a list, without opening it. */
export default function EditAmountDialog({ deal, onClose }: EditAmountDialogProps) {
  const { t } = useTranslation(["deals", "common"]);
  const { company } = useSession();
  const updateDeal = useUpdateDeal();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [begunOn] = useState(deal);
  const currency = begunOn.amount?.currency ?? company.baseCurrency;
  const form = useForm({
    initialValues: {
      amount: begunOn.amount?.amount ?? "",
      expectedCloseDate: begunOn.expectedCloseDate ?? "",
    },
    validate: {
      amount: (text) => (text && parseAmount(text) === null ? t("common:field.invalidAmount") : null),
    },
  });

  const submit = form.onSubmit(async (values) => {
    const amount = parseAmount(values.amount);
    // What was left as it was is not sent: it would be a conflict with those who changed it.
    const input: UpdateDealInput = {};
    if (amount !== parseAmount(begunOn.amount?.amount ?? ""))
      input.amount = amount === null ? null : { amount, currency };
    if (form.isDirty("expectedCloseDate")) input.expectedCloseDate = values.expectedCloseDate || null;
    const outcome = await updateDeal(begunOn.id, input, begunOn.version);
    if (outcome.kind === "refused")
      setProblems(placeUserErrors(form, Object.keys(values), outcome.userErrors));
    if (outcome.kind === "done") onClose();
  });

  return (
    <Modal
      opened
      onClose={onClose}
      title={deal.name}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          {problems.length > 0 && (
            <Alert color="red" role="alert">
              {problems.join(" ")}
            </Alert>
          )}
          <Group grow align="flex-start">
            <TextInput
              size="sm"
              label={`${t("field.amount")} (${currency})`}
              inputMode="decimal"
              {...firstFocus}
              {...form.getInputProps("amount")}
              onFocus={(event) => event.currentTarget.select()}
            />
            <TextInput
              size="sm"
              label={t("field.expectedCloseDate")}
              type="date"
              max={lastDay}
              {...form.getInputProps("expectedCloseDate")}
            />
          </Group>
          <Group justify="flex-end">
            <Button type="submit" loading={form.submitting}>
              {t("common:action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
