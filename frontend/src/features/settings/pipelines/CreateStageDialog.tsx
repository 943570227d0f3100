import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { StageKind } from "@/gql/graphql";
import { FormDialog } from "@/ui/FormDialog";
import { useCreateRecord } from "@/ui/record/use-create-record";
import { parsePercent } from "../parts/percent";
import { givenTranslations, noName, TranslatedNameInputs } from "../parts/TranslatedNameInputs";
import { stageKinds } from "./StageDrawer";

const CreateStage = graphql(`
  mutation CreateStage($input: CreateStageInput!, $idempotencyKey: String) {
    createStage(input: $input, idempotencyKey: $idempotencyKey) {
      stage { id ...StageSettings }
      userErrors { code path message }
    }
  }
`);

interface CreateStageDialogProps {
  pipelineId: string;
  /** Where it will stand: behind the open ones that there are. */
  position: number;
  onClose: () => void;
}

export function CreateStageDialog({ pipelineId, position, onClose }: CreateStageDialogProps) {
  const { t } = useTranslation("settings");
  const form = useForm({
    initialValues: { ...noName, kind: "OPEN" as StageKind, probability: "50" },
    validate: {
      probability: (text, { kind }) =>
        kind === "OPEN" && parsePercent(text) === null ? t("stages.probabilityInvalid") : null,
    },
  });
  const { create, problems } = useCreateRecord(CreateStage, form);
  const submit = form.onSubmit(async (values) => {
    const open = values.kind === "OPEN";
    const created = await create({
      pipelineId,
      name: values.name,
      translations: givenTranslations(values),
      kind: values.kind,
      ...(open ? { position, probability: parsePercent(values.probability) } : {}),
    });
    if (created) onClose();
  });
  return (
    <FormDialog
      title={t("stages.new")}
      submitLabel={t("stages.create")}
      submitting={form.submitting}
      problems={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <TranslatedNameInputs form={form} />
      <Select
        label={t("stages.kindLabel")}
        data={stageKinds.map((kind) => ({ value: kind, label: t(`stages.kind.${kind}`) }))}
        allowDeselect={false}
        {...form.getInputProps("kind")}
      />
      {form.values.kind === "OPEN" && (
        <TextInput
          label={t("stages.probability")}
          inputMode="decimal"
          rightSection="%"
          {...form.getInputProps("probability")}
        />
      )}
    </FormDialog>
  );
}
