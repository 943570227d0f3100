import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { UpdateCompanyInput } from "@/gql/graphql";
import { isLanguage, languageNames } from "@/i18n/language";
import { useMutate } from "@/lib/graphql/mutate";
import { FieldEditor, type SaveOutcome } from "@/ui/field/FieldEditor";
import { Fact } from "../parts/Fact";
import { languageOptions, monthOptions, timeZoneOptions } from "../parts/options";
import { NotRead, SettingsGroup, SettingsSection } from "../parts/SettingsSection";
import { saveOutcome } from "../parts/save-outcome";

const CompanySettings = graphql(`
  fragment CompanySettings on Company {
    id
    version
    name
    timeZone
    fiscalYearStartMonth
    defaultLanguage
    baseCurrency
    viewerCan
  }
`);

const CompanySettingsQuery = graphql(`
  query CompanySettingsPage {
    company { id ...CompanySettings }
  }
`);

const UpdateCompany = graphql(`
  mutation UpdateCompany($id: ID!, $input: UpdateCompanyInput!, $ifVersion: Int) {
    updateCompany(id: $id, input: $input, ifVersion: $ifVersion) {
      company { id ...CompanySettings }
      userErrors { code path message }
    }
  }
`);

/** What holds for everyone: the company's name, days, fiscal year, language and currency. */
export function CompanyPage() {
  const { t } = useTranslation("settings");
  const [{ data, error }, refetch] = useQuery({ query: CompanySettingsQuery });
  return (
    <SettingsSection title={t("company.title")} hint={t("company.hint")}>
      {data?.company ? (
        <CompanyFields company={data.company} />
      ) : (
        <NotRead failed={Boolean(error)} onRetry={() => refetch({ requestPolicy: "network-only" })} />
      )}
    </SettingsSection>
  );
}

function CompanyFields({ company: masked }: { company: FragmentType<typeof CompanySettings> }) {
  const { t, i18n } = useTranslation("settings");
  const company = readFragment(CompanySettings, masked);
  const updateCompany = useMutate(UpdateCompany);
  const months = useMemo(() => monthOptions(i18n.language), [i18n.language]);
  const currencyName = new Intl.DisplayNames([i18n.language], { type: "currency" }).of(company.baseCurrency);
  const save = async (input: UpdateCompanyInput, ifVersion: number): Promise<SaveOutcome> =>
    saveOutcome(await updateCompany({ id: company.id, input, ifVersion }));
  const common = { version: company.version, editable: company.viewerCan.includes("UPDATE") };
  const month = String(company.fiscalYearStartMonth);
  return (
    <>
      <SettingsGroup title={t("company.identity")}>
        <FieldEditor
          {...common}
          label={t("company.name")}
          field={{ kind: "text" }}
          value={company.name}
          display={company.name}
          onSave={(name, version) => save({ name }, version)}
        />
        <FieldEditor
          {...common}
          label={t("company.defaultLanguage")}
          field={{ kind: "choice", options: languageOptions }}
          value={company.defaultLanguage}
          display={
            isLanguage(company.defaultLanguage)
              ? languageNames[company.defaultLanguage]
              : company.defaultLanguage
          }
          onSave={(defaultLanguage, version) => save({ defaultLanguage }, version)}
        />
      </SettingsGroup>
      <SettingsGroup title={t("company.calendar")} hint={t("company.calendarHint")}>
        <FieldEditor
          {...common}
          label={t("company.timeZone")}
          field={{ kind: "choice", options: timeZoneOptions() }}
          value={company.timeZone}
          display={company.timeZone}
          onSave={(timeZone, version) => save({ timeZone }, version)}
        />
        <FieldEditor
          {...common}
          label={t("company.fiscalYearStart")}
          field={{ kind: "choice", options: months }}
          value={month}
          display={months.find((option) => option.value === month)?.label}
          onSave={(value, version) =>
            save({ fiscalYearStartMonth: value === null ? null : Number(value) }, version)
          }
        />
      </SettingsGroup>
      <SettingsGroup title={t("company.money")} hint={t("company.baseCurrencyHint")}>
        <Fact label={t("company.baseCurrency")}>
          {company.baseCurrency} {currencyName}
        </Fact>
      </SettingsGroup>
    </>
  );
}
