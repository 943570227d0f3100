import { TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { TranslationInput } from "@/gql/graphql";
import { type Language, languageNames, languages } from "@/i18n/language";

export interface NewName {
  name: string;
  translations: Record<Language, string>;
}

export const noName: NewName = { name: "", translations: { en: "", "zh-CN": "" } };

/** The translations that were given, as the API takes them. */
export function givenTranslations({ translations }: NewName): TranslationInput[] {
  return languages
    .map((language) => ({ language, text: translations[language].trim() }))
    .filter(({ text }) => text !== "");
}

/** The name of something new, and what it is called in each language if that is something else. */
export function TranslatedNameInputs<Values extends NewName>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation("settings");
  return (
    <>
      <TextInput label={t("field.name")} required data-autofocus {...form.getInputProps("name")} />
      {languages.map((language) => (
        <TextInput
          key={language}
          label={t("field.nameIn", { language: languageNames[language] })}
          placeholder={form.getValues().name}
          lang={language}
          {...form.getInputProps(`translations.${language}`)}
        />
      ))}
    </>
  );
}
