import { useTranslation } from "react-i18next";
import type { TranslationInput } from "@/gql/graphql";
import { languageNames, languages } from "@/i18n/language";
import { FieldEditor, type SaveOutcome } from "@/ui/field/FieldEditor";
import { withTranslation } from "./translations";

interface Named {
  name: string;
  translations: readonly { language: string; text: string }[];
  version: number;
  viewerCan: readonly string[];
}

interface NameFieldsProps {
  record: Named;
  onSave: (
    input: { name?: string | null; translations?: TranslationInput[] },
    version: number,
  ) => Promise<SaveOutcome>;
}

/** The name of something configured, and what it is called in each language. */
export function NameFields({ record, onSave }: NameFieldsProps) {
  const { t } = useTranslation("settings");
  const editable = record.viewerCan.includes("UPDATE");
  return (
    <>
      <FieldEditor
        label={t("field.name")}
        field={{ kind: "text" }}
        value={record.name}
        display={record.name}
        editable={editable}
        version={record.version}
        onSave={(name, version) => onSave({ name }, version)}
      />
      {languages.map((language) => {
        const text = record.translations.find((known) => known.language === language)?.text ?? null;
        return (
          <FieldEditor
            key={language}
            label={t("field.nameIn", { language: languageNames[language] })}
            field={{ kind: "text" }}
            value={text}
            display={<span lang={language}>{text}</span>}
            editable={editable}
            version={record.version}
            onSave={(next, version) =>
              onSave({ translations: withTranslation(record.translations, language, next) }, version)
            }
          />
        );
      })}
    </>
  );
}
