import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { UpdateCompanyInput } from "@/gql/graphql";
import { isLanguage, languageNames } from "@/i18n/language";
import { useMutate } from "@/lib/graphql/mutate";
import { FieldEditor } from "@/ui/field/FieldEditor";
import { useRecordFields } from "@/ui/field/use-record-fields";
import { Fact } from "../parts/Fact";
import { languageOptions, monthOptions, timeZoneOptions } from "../parts/options";
import { NotRead, SettingsGroup, SettingsSection } from "../parts/SettingsSection";

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
  const { text, number } = useRecordFields(
    company,
    (field) => t(`company.${field as "name"}`),
    (input: UpdateCompanyInput, ifVersion) => updateCompany({ id: company.id, input, ifVersion }),
  );
  const month = String(company.fiscalYearStartMonth);
  return (
    <>
      <SettingsGroup title={t("company.identity")}>
        <FieldEditor {...text("name")} />
        <FieldEditor
          {...text("defaultLanguage", { kind: "choice", options: languageOptions })}
          display={
            isLanguage(company.defaultLanguage)
              ? languageNames[company.defaultLanguage]
              : company.defaultLanguage
          }
        />
      </SettingsGroup>
      <SettingsGroup title={t("company.calendar")} hint={t("company.calendarHint")}>
        <FieldEditor {...text("timeZone", { kind: "choice", options: timeZoneOptions() })} />
        <FieldEditor
          {...number("fiscalYearStartMonth")}
          label={t("company.fiscalYearStart")}
          field={{ kind: "choice", options: months }}
          display={months.find((option) => option.value === month)?.label}
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
