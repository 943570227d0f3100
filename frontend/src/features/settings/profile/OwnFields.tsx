import { useTranslation } from "react-i18next";
import { type FragmentType, readFragment } from "@/gql";
import type { UpdateUserInput } from "@/gql/graphql";
import { switchLanguage } from "@/i18n";
import { isLanguage, languageNames } from "@/i18n/language";
import { useMutate } from "@/lib/graphql/mutate";
import { useSession } from "@/lib/session";
import { FieldEditor, type SaveOutcome } from "@/ui/field/FieldEditor";
import { useRecordFields } from "@/ui/field/use-record-fields";
import { Fact } from "../parts/Fact";
import { languageOptions, timeZoneOptions } from "../parts/options";
import { isRoleKey } from "../parts/rights";
import { PersonSettings, UpdatePerson } from "../people/people";

/** Stands for "as the company has it", which the API says by null. */
const asCompany = "company";

/** The own name, address, language and time zone; team and role are for others to set. */
export function OwnFields({ person: masked }: { person: FragmentType<typeof PersonSettings> }) {
  const { t } = useTranslation("settings");
  const person = readFragment(PersonSettings, masked);
  const { company } = useSession();
  const updatePerson = useMutate(UpdatePerson);
  const { text, save } = useRecordFields(
    person,
    (field) => t(`people.${field as "name"}`),
    (input: UpdateUserInput, ifVersion) => updatePerson({ id: person.id, input, ifVersion }),
  );
  const saveLanguage = async (value: string | null, version: number): Promise<SaveOutcome> => {
    const language = value === asCompany ? null : value;
    const outcome = await save({ language }, version);
    if (outcome.kind === "saved" && isLanguage(language)) await switchLanguage(language);
    return outcome;
  };
  const companyZone = t("profile.asCompanyZone", { zone: company.timeZone });
  return (
    <>
      <FieldEditor {...text("name")} />
      <FieldEditor {...text("email")} />
      <FieldEditor
        {...text("language", {
          kind: "choice",
          options: [{ value: asCompany, label: t("profile.asCompany") }, ...languageOptions],
        })}
        value={person.language ?? asCompany}
        display={isLanguage(person.language) ? languageNames[person.language] : t("profile.asCompany")}
        onSave={saveLanguage}
      />
      <FieldEditor
        {...text("timeZone", {
          kind: "choice",
          options: [{ value: asCompany, label: companyZone }, ...timeZoneOptions()],
        })}
        value={person.timeZone ?? asCompany}
        display={person.timeZone ?? companyZone}
        onSave={(value, version) => save({ timeZone: value === asCompany ? null : value }, version)}
      />
      <Fact label={t("people.role")}>
        {isRoleKey(person.roleKey) ? t(`role.${person.roleKey}`) : person.roleKey}
      </Fact>
      <Fact label={t("people.team")}>{person.team?.name ?? t("people.teamless")}</Fact>
    </>
  );
}
