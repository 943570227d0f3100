import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { notifyDone } from "@/lib/notify";
import { FormDialog } from "@/ui/FormDialog";
import { useCreateRecord } from "@/ui/record/use-create-record";
import { roles } from "../parts/rights";
import { NewPasswordInput } from "./NewPasswordInput";
import type { Team } from "./people";

const CreatePerson = graphql(`
  mutation CreatePerson($input: CreateUserInput!, $idempotencyKey: String) {
    createUser(input: $input, idempotencyKey: $idempotencyKey) {
      user { id ...PersonSettings }
      userErrors { code path message }
    }
  }
`);

export function CreatePersonDialog({ teams, onClose }: { teams: readonly Team[]; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const form = useForm({
    initialValues: {
      name: "",
      email: "",
      password: "",
      roleKey: "representative",
      teamId: null as string | null,
    },
  });
  const { create, problems } = useCreateRecord(CreatePerson, form);
  const submit = form.onSubmit(async ({ email, password, ...values }) => {
    const address = email.trim();
    const created = await create({
      ...values,
      email: address || null,
      // Without an address there is nothing to sign in with.
      password: address && password ? password : null,
    });
    if (!created) return;
    notifyDone(t("people.created", { name: values.name }));
    onClose();
  });
  return (
    <FormDialog
      title={t("people.newPerson")}
      submitLabel={t("people.create")}
      submitting={form.submitting}
      problems={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t("people.name")} required data-autofocus {...form.getInputProps("name")} />
      <Select
        label={t("people.role")}
        data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps("roleKey")}
      />
      <Select
        label={t("people.team")}
        placeholder={t("people.teamless")}
        data={teams.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        clearable
        {...form.getInputProps("teamId")}
      />
      <TextInput
        label={t("people.email")}
        description={t("people.emailHint")}
        type="email"
        autoComplete="off"
        {...form.getInputProps("email")}
      />
      <NewPasswordInput
        label={t("people.firstPassword")}
        disabled={!form.values.email.trim()}
        {...form.getInputProps("password")}
      />
    </FormDialog>
  );
}
