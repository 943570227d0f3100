import { TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { FormDialog } from "@/ui/FormDialog";
import { useCreateRecord } from "@/ui/record/use-create-record";
import { givenTranslations, noName, TranslatedNameInputs } from "../parts/TranslatedNameInputs";
import type { ListKey } from "./choices";

const CreateChoice = graphql(`
  mutation CreateChoice($input: CreateChoiceInput!, $idempotencyKey: String) {
    createChoice(input: $input, idempotencyKey: $idempotencyKey) {
      choice { id ...ChoiceSettings }
      userErrors { code path message }
    }
  }
`);

/** A key from the first name that has Latin letters: `No budget` becomes `no_budget`. */
function suggestedKey(names: readonly string[]): string {
  const keys = names.map((name) =>
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, ""),
  );
  return keys.find((key) => key !== "") ?? "";
}

export function CreateChoiceDialog({ list, onClose }: { list: ListKey; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const form = useForm({ initialValues: { ...noName, key: "" } });
  const { create, problems } = useCreateRecord(CreateChoice, form);
  const { name, translations } = form.values;
  const suggestion = suggestedKey([name, translations.en]);
  const submit = form.onSubmit(async (values) => {
    const created = await create({
      list,
      key: values.key.trim() || suggestion,
      name: values.name,
      translations: givenTranslations(values),
    });
    if (created) onClose();
  });
  return (
    <FormDialog
      title={t("choices.newIn", { list: t(`choices.list.${list}`) })}
      submitLabel={t("choices.create")}
      submitting={form.submitting}
      problems={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <TranslatedNameInputs form={form} />
      <TextInput
        label={t("choices.key")}
        description={t("choices.keyHint")}
        placeholder={suggestion}
        required={suggestion === ""}
        {...form.getInputProps("key")}
      />
    </FormDialog>
  );
}
