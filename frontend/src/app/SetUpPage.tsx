import { Button, PasswordInput, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Provider } from "urql";
import { graphql } from "@/gql";
import { languageNames, languages } from "@/i18n/language";
import { placeUserErrors } from "@/lib/form-errors";
import { createAnonymousClient } from "@/lib/graphql/client";
import { useMutate } from "@/lib/graphql/mutate";
import { tellOtherTabs } from "@/lib/other-tabs";
import { EntryPage } from "./EntryPage";

const SetUp = graphql(`
  mutation SetUp($input: SetUpInput!) {
    setUp(input: $input) {
      viewer { id }
      userErrors { code path message }
    }
  }
`);

const route = getRouteApi("/set-up");

/** Long enough to resist guessing; the server decides in the end. */
const passwordLengthMin = 10;

export function SetUpPage() {
  const client = useMemo(createAnonymousClient, []);
  return (
    <Provider value={client}>
      <SetUpForm />
    </Provider>
  );
}

function SetUpForm() {
  const { t, i18n } = useTranslation();
  const { token } = route.useSearch();
  const setUp = useMutate(SetUp);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const form = useForm({
    mode: "uncontrolled",
    initialValues: {
      token: token ?? "",
      companyName: "",
      baseCurrency: "CNY",
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      language: i18n.language,
      name: "",
      email: "",
      password: "",
    },
    validate: {
      password: (value) =>
        value.length < passwordLengthMin ? t("setUp.passwordTooShort", { count: passwordLengthMin }) : null,
    },
  });

  const submit = form.onSubmit(async (input) => {
    const outcome = await setUp({ input });
    if (outcome.kind === "done") {
      tellOtherTabs(outcome.payload.viewer?.id ?? null);
      location.assign("/");
    }
    if (outcome.kind === "refused")
      setProblems(placeUserErrors(form, Object.keys(form.getValues()), outcome.userErrors));
  });
  const text = (field: "token" | "companyName" | "name" | "email") => ({
    size: "sm" as const,
    label: t(`setUp.${field}`),
    required: true,
    key: form.key(field),
    ...form.getInputProps(field),
  });
  const select = (field: "baseCurrency" | "timeZone" | "language") => ({
    size: "sm" as const,
    label: t(`setUp.${field}`),
    allowDeselect: false,
    searchable: true,
    key: form.key(field),
    ...form.getInputProps(field),
  });

  return (
    <EntryPage title={t("setUp.title")} problems={problems}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput {...text("token")} description={t("setUp.tokenHint")} autoComplete="off" />
          <TextInput {...text("companyName")} autoComplete="organization" />
          <Select {...select("baseCurrency")} data={Intl.supportedValuesOf("currency")} limit={50} />
          <Select {...select("timeZone")} data={Intl.supportedValuesOf("timeZone")} limit={50} />
          <Select
            {...select("language")}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <TextInput {...text("name")} autoComplete="name" />
          <TextInput {...text("email")} type="email" autoComplete="username" />
          <PasswordInput
            label={t("signIn.password")}
            autoComplete="new-password"
            required
            visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
            key={form.key("password")}
            {...form.getInputProps("password")}
          />
          <Button type="submit" size="sm" loading={form.submitting}>
            {t("setUp.submit")}
          </Button>
        </Stack>
      </form>
    </EntryPage>
  );
}
