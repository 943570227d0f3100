import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { FormDialog } from "@/ui/FormDialog";
import { useCreateRecord } from "@/ui/record/use-create-record";
import { givenTranslations, noName, TranslatedNameInputs } from "../parts/TranslatedNameInputs";

const CreatePipeline = graphql(`
  mutation CreatePipeline($input: CreatePipelineInput!, $idempotencyKey: String) {
    createPipeline(input: $input, idempotencyKey: $idempotencyKey) {
      pipeline { id ...PipelineSettings stages { id ...StageSettings } }
      userErrors { code path message }
    }
  }
`);

interface CreatePipelineDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

export function CreatePipelineDialog({ onClose, onCreated }: CreatePipelineDialogProps) {
  const { t } = useTranslation("settings");
  const form = useForm({ initialValues: noName });
  const { create, problems } = useCreateRecord(CreatePipeline, form);
  const submit = form.onSubmit(async (values) => {
    const created = await create({ name: values.name, translations: givenTranslations(values) });
    if (!created) return;
    onClose();
    if (created.pipeline) onCreated(created.pipeline.id);
  });
  return (
    <FormDialog
      title={t("pipelines.new")}
      submitLabel={t("pipelines.create")}
      submitting={form.submitting}
      problems={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <TranslatedNameInputs form={form} />
    </FormDialog>
  );
}
