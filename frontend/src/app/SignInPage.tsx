import { Anchor, Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Provider } from "urql";
import { graphql } from "@/gql";
import { placeUserErrors } from "@/lib/form-errors";
import { createAnonymousClient } from "@/lib/graphql/client";
import { useMutate } from "@/lib/graphql/mutate";
import { followOtherTabs, tellOtherTabs } from "@/lib/other-tabs";
import { EntryPage } from "./EntryPage";
import { startPath } from "./start-path";

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer { id }
      userErrors { code path message }
    }
  }
`);

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const client = useMemo(createAnonymousClient, []);
  return (
    <Provider value={client}>
      <SignInForm />
    </Provider>
  );
}

function SignInForm() {
  const { t } = useTranslation();
  const { to } = route.useSearch();
  const signIn = useMutate(SignIn);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const form = useForm({ mode: "uncontrolled", initialValues: { email: "", password: "" } });

  useEffect(() => followOtherTabs((viewerId) => viewerId !== null && location.assign(startPath(to))), [to]);
  const submit = form.onSubmit(async (input) => {
    const outcome = await signIn({ input });
    if (outcome.kind === "done") {
      tellOtherTabs(outcome.payload.viewer?.id ?? null);
      location.assign(startPath(to));
    }
    if (outcome.kind === "refused")
      setProblems(placeUserErrors(form, ["email", "password"], outcome.userErrors));
  });

  return (
    <EntryPage title={t("signIn.title")} problems={problems}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput
            size="sm"
            label={t("signIn.email")}
            type="email"
            autoComplete="username"
            required
            data-autofocus
            key={form.key("email")}
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("signIn.password")}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
            key={form.key("password")}
            {...form.getInputProps("password")}
          />
          <Button type="submit" size="sm" loading={form.submitting}>
            {t("signIn.submit")}
          </Button>
          <Anchor component={Link} to="/set-up" size="xs" c="dimmed">
            {t("signIn.setUp")}
          </Anchor>
        </Stack>
      </form>
    </EntryPage>
  );
}
