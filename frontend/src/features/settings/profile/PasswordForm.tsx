import { Button, Group, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { placeUserErrors } from "@/lib/form-errors";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyDone } from "@/lib/notify";
import { useSession } from "@/lib/session";
import { Problems } from "@/ui/FormDialog";

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      userErrors { code path message }
    }
  }
`);

/** The own password. All other sessions end with the old one. */
export function PasswordForm() {
  const { t } = useTranslation(["settings", "common"]);
  const { viewer } = useSession();
  const changePassword = useMutate(ChangePassword);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const form = useForm({
    initialValues: { currentPassword: "", newPassword: "", repeated: "" },
    validate: {
      repeated: (text, { newPassword }) => (text === newPassword ? null : t("password.different")),
    },
  });
  const submit = form.onSubmit(async ({ currentPassword, newPassword }) => {
    const outcome = await changePassword({ input: { currentPassword, newPassword } });
    if (outcome.kind === "refused")
      setProblems(placeUserErrors(form, Object.keys(form.getValues()), outcome.userErrors));
    if (outcome.kind !== "done") return;
    setProblems([]);
    form.reset();
    notifyDone(t("password.changed"));
  });
  const password = (name: "currentPassword" | "newPassword" | "repeated") => ({
    size: "xs" as const,
    label: t(`password.${name}`),
    autoComplete: name === "currentPassword" ? "current-password" : "new-password",
    required: true,
    withAsterisk: false,
    visibilityToggleButtonProps: { "aria-label": t("common:signIn.showPassword") },
    ...form.getInputProps(name),
  });
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" maw={320}>
        <Problems messages={problems} />
        {/* Tells a password manager whose password this is. */}
        <input type="hidden" name="username" autoComplete="username" value={viewer.email ?? ""} />
        <PasswordInput {...password("currentPassword")} />
        <PasswordInput {...password("newPassword")} />
        <PasswordInput {...password("repeated")} />
        <Group>
          <Button type="submit" variant="default" loading={form.submitting}>
            {t("password.submit")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
