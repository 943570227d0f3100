import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { FormDialog } from "@/ui/FormDialog";
import { RecordSelect } from "@/ui/field/RecordSelect";
import { useCreateRecord } from "@/ui/record/use-create-record";
import type { Team } from "./people";

const CreateTeam = graphql(`
  mutation CreateTeam($input: CreateTeamInput!, $idempotencyKey: String) {
    createTeam(input: $input, idempotencyKey: $idempotencyKey) {
      team { id ...TeamSettings }
      userErrors { code path message }
    }
  }
`);

export function CreateTeamDialog({ teams, onClose }: { teams: readonly Team[]; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const form = useForm({
    initialValues: { name: "", parentId: null as string | null, managerId: null as string | null },
  });
  const { create, problems } = useCreateRecord(CreateTeam, form);
  const submit = form.onSubmit(async (input) => {
    if (await create(input)) onClose();
  });
  return (
    <FormDialog
      title={t("people.newTeam")}
      submitLabel={t("people.createTeam")}
      submitting={form.submitting}
      problems={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t("people.teamName")} required data-autofocus {...form.getInputProps("name")} />
      <Select
        label={t("people.parentTeam")}
        placeholder={t("people.topTeam")}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        clearable
        {...form.getInputProps("parentId")}
      />
      <RecordSelect label={t("people.manager")} source="USER" {...form.getInputProps("managerId")} />
    </FormDialog>
  );
}
