import { useTranslation } from "react-i18next";
import { type FragmentType, readFragment } from "@/gql";
import type { UpdateUserInput } from "@/gql/graphql";
import { switchLanguage } from "@/i18n";
import { isLanguage, languageNames } from "@/i18n/language";
import { useMutate } from "@/lib/graphql/mutate";
import { useSession } from "@/lib/session";
import { FieldEditor, type SaveOutcome } from "@/ui/field/FieldEditor";
import { Fact } from "../parts/Fact";
import { languageOptions, timeZoneOptions } from "../parts/options";
import { isRoleKey } from "../parts/rights";
import { saveOutcome } from "../parts/save-outcome";
import { PersonSettings, UpdatePerson } from "../people/people";

/** Stands for "as the company has it", which the API says by null. */
const asCompany = "company";

/** The own name, address, language and time zone; team and role are for others to set. */
export function OwnFields({ person: masked }: { person: FragmentType<typeof PersonSettings> }) {
  const { t } = useTranslation("settings");
  const person = readFragment(PersonSettings, masked);
  const { company } = useSession();
  const updatePerson = useMutate(UpdatePerson);
  const save = async (input: UpdateUserInput, ifVersion: number): Promise<SaveOutcome> =>
    saveOutcome(await updatePerson({ id: person.id, input, ifVersion }));
  const saveLanguage = async (value: string | null, version: number): Promise<SaveOutcome> => {
    const language = value === asCompany ? null : value;
    const outcome = await save({ language }, version);
    if (outcome.kind === "saved" && isLanguage(language)) await switchLanguage(language);
    return outcome;
  };
  const common = { version: person.version, editable: person.viewerCan.includes("UPDATE") };
  const companyZone = t("profile.asCompanyZone", { zone: company.timeZone });
  return (
    <>
      <FieldEditor
        {...common}
        label={t("people.name")}
        field={{ kind: "text" }}
        value={person.name}
        display={person.name}
        onSave={(name, version) => save({ name }, version)}
      />
      <FieldEditor
        {...common}
        label={t("people.email")}
        field={{ kind: "text" }}
        value={person.email}
        display={person.email}
        onSave={(email, version) => save({ email }, version)}
      />
      <FieldEditor
        {...common}
        label={t("people.language")}
        field={{
          kind: "choice",
          options: [{ value: asCompany, label: t("profile.asCompany") }, ...languageOptions],
        }}
        value={person.language ?? asCompany}
        display={isLanguage(person.language) ? languageNames[person.language] : t("profile.asCompany")}
        onSave={saveLanguage}
      />
      <FieldEditor
        {...common}
        label={t("people.timeZone")}
        field={{ kind: "choice", options: [{ value: asCompany, label: companyZone }, ...timeZoneOptions()] }}
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
