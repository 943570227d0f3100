import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { placeUserErrors } from "@/lib/form-errors";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyDone } from "@/lib/notify";
import { FormDialog } from "@/ui/FormDialog";
import { NewPasswordInput } from "./NewPasswordInput";
import { type Person, UpdatePerson } from "./people";

/** A new password for somebody who has lost the old one. */
export function PasswordDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation("settings");
  const updatePerson = useMutate(UpdatePerson);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const form = useForm({ initialValues: { password: "" } });
  const submit = form.onSubmit(async ({ password }) => {
    const outcome = await updatePerson({ id: person.id, input: { password } });
    if (outcome.kind === "refused") setProblems(placeUserErrors(form, ["password"], outcome.userErrors));
    if (outcome.kind !== "done") return;
    notifyDone(t("people.passwordSet", { name: person.name }));
    onClose();
  });
  return (
    <FormDialog
      title={t("people.passwordTitle", { name: person.name })}
      submitLabel={t("people.setPassword")}
      submitting={form.submitting}
      problems={problems}
      onSubmit={submit}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t("people.passwordHint")}
      </Text>
      <NewPasswordInput
        label={t("people.newPassword")}
        required
        data-autofocus
        {...form.getInputProps("password")}
      />
    </FormDialog>
  );
}
