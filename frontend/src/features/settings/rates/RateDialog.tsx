import { Select, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { placeUserErrors } from "@/lib/form-errors";
import { today } from "@/lib/format/date";
import { useMutate } from "@/lib/graphql/mutate";
import { useSession } from "@/lib/session";
import { FormDialog } from "@/ui/FormDialog";
import { currencyOptions } from "../parts/options";

const SetExchangeRate = graphql(`
  mutation SetExchangeRate($input: SetExchangeRateInput!) {
    setExchangeRate(input: $input) {
      exchangeRate { id ...RateSettings }
      userErrors { code path message }
    }
  }
`);

interface RateDialogProps {
  currency: string;
  rate: string;
  onClose: () => void;
}

/** A rate from a day on; one of the same day is replaced. */
export function RateDialog({ currency, rate, onClose }: RateDialogProps) {
  const { t, i18n } = useTranslation("settings");
  const { company } = useSession();
  const setExchangeRate = useMutate(SetExchangeRate);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const currencies = useMemo(
    () => currencyOptions(i18n.language, company.baseCurrency),
    [i18n.language, company.baseCurrency],
  );
  const form = useForm({
    initialValues: { currency: currency || null, date: today(company.timeZone), rate },
    validate: {
      currency: (value) => (value === null ? t("rates.chooseCurrency") : null),
      rate: (value) => (/^\d+(\.\d{1,8})?$/.test(value.trim()) ? null : t("rates.rateInvalid")),
    },
  });
  const submit = form.onSubmit(async (values) => {
    const input = { currency: values.currency ?? "", date: values.date, rate: values.rate.trim() };
    const outcome = await setExchangeRate({ input });
    if (outcome.kind === "refused")
      setProblems(placeUserErrors(form, Object.keys(form.getValues()), outcome.userErrors));
    if (outcome.kind === "done") onClose();
  });
  return (
    <FormDialog
      title={currency ? t("rates.newFor", { currency }) : t("rates.new")}
      submitLabel={t("rates.save")}
      submitting={form.submitting}
      problems={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t("rates.currency")}
        data={currencies}
        searchable
        allowDeselect={false}
        limit={60}
        data-autofocus={currency === "" || undefined}
        {...form.getInputProps("currency")}
      />
      <TextInput label={t("rates.date")} type="date" required {...form.getInputProps("date")} />
      <TextInput
        label={t("rates.rate")}
        inputMode="decimal"
        required
        data-autofocus={currency !== "" || undefined}
        {...form.getInputProps("rate")}
      />
      <Text size="xs" c="dimmed">
        {t("rates.equation", {
          currency: form.values.currency ?? "…",
          rate: form.values.rate || "…",
          base: company.baseCurrency,
        })}
      </Text>
    </FormDialog>
  );
}
