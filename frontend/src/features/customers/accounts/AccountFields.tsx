import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { UpdateAccountInput } from "@/gql/graphql";
import { formatNumber } from "@/lib/format/money";
import { useSession } from "@/lib/session";
import { InstantText } from "@/ui/cells/DateText";
import { useChoices } from "@/ui/field/choices";
import { phoneLink, webLink } from "@/ui/field/contact-links";
import { FieldEditor } from "@/ui/field/FieldEditor";
import { FieldValue } from "@/ui/field/FieldValue";
import { useRecordFields } from "@/ui/field/use-record-fields";
import { RecordSection } from "@/ui/RecordPage";
import { useUpdateAccount } from "./use-update-account";

const AccountFieldsFragment = graphql(`
  fragment AccountFields on Account {
    id
    version
    name
    industry
    owner { id name }
    parent { id name }
    phone
    website
    province
    city
    address
    officeLocation
    employees
    foundedYear
    annualRevenue { amount currency base }
    unifiedSocialCreditCode
    description
    createdAt
    viewerCan
  }
`);

/** What is known of a company, each field edited where it stands. */
export function AccountFields({ account: masked }: { account: FragmentType<typeof AccountFieldsFragment> }) {
  const { t, i18n } = useTranslation(["customers", "common"]);
  const account = readFragment(AccountFieldsFragment, masked);
  const { company } = useSession();
  const { options: industries, labelOf: industryLabel } = useChoices("industry");
  const updateAccount = useUpdateAccount();
  const {
    text,
    number,
    money,
    person,
    account: reference,
  } = useRecordFields(
    account,
    (field) => t(`account.${field as "name"}`),
    (input: UpdateAccountInput, version) => updateAccount(account.id, input, version),
  );
  return (
    <>
      <RecordSection title={t("page.basics")}>
        <FieldEditor {...text("name")} copyable={account.name} />
        <FieldEditor
          {...text("industry", { kind: "choice", options: industries })}
          display={industryLabel(account.industry)}
        />
        <FieldEditor {...person("owner")} />
        <FieldEditor {...reference("parent")} />
        <FieldEditor
          {...text("phone")}
          copyable={account.phone}
          link={phoneLink(account.phone, t("common:field.call"))}
        />
        <FieldEditor {...text("website")} link={webLink(account.website, t("common:field.visit"))} />
      </RecordSection>
      <RecordSection title={t("page.place")}>
        <FieldEditor {...text("province")} />
        <FieldEditor {...text("city")} />
        <FieldEditor {...text("address")} copyable={account.address} />
        <FieldEditor {...text("officeLocation")} />
      </RecordSection>
      <RecordSection title={t("page.company")}>
        <FieldEditor {...number("employees", (value) => formatNumber(value, i18n.language))} />
        <FieldEditor {...money("annualRevenue", company.baseCurrency)} />
        <FieldEditor {...number("foundedYear")} />
        <FieldEditor {...text("unifiedSocialCreditCode")} copyable={account.unifiedSocialCreditCode} />
        <FieldEditor {...text("description", { kind: "longText" })} />
        <FieldValue
          label={t("account.createdAt")}
          value={account.createdAt}
          display={<InstantText value={account.createdAt} />}
        />
      </RecordSection>
    </>
  );
}
