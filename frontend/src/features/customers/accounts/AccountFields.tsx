import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { UpdateAccountInput } from "@/gql/graphql";
import { formatNumber } from "@/lib/format/money";
import { useSession } from "@/lib/session";
import { InstantText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { useChoices } from "@/ui/field/choices";
import { phoneLink, webLink } from "@/ui/field/contact-links";
import { FieldEditor, type FieldKind } from "@/ui/field/FieldEditor";
import { FieldValue } from "@/ui/field/FieldValue";
import { saveOutcome } from "@/ui/field/save-outcome";
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

type TextField =
  | "name"
  | "industry"
  | "phone"
  | "website"
  | "province"
  | "city"
  | "address"
  | "officeLocation"
  | "unifiedSocialCreditCode"
  | "description";

/** What is known of a company, each field edited where it stands. */
export function AccountFields({ account: masked }: { account: FragmentType<typeof AccountFieldsFragment> }) {
  const { t, i18n } = useTranslation(["customers", "common"]);
  const account = readFragment(AccountFieldsFragment, masked);
  const { company } = useSession();
  const { options: industries, labelOf: industryLabel } = useChoices("industry");
  const updateAccount = useUpdateAccount();
  const save = async (input: UpdateAccountInput, version: number) =>
    saveOutcome(await updateAccount(account.id, input, version));

  const common = { version: account.version, editable: account.viewerCan.includes("UPDATE") };
  const text = (name: TextField, field: FieldKind = { kind: "text" }) => ({
    ...common,
    label: t(`account.${name}`),
    field,
    value: account[name],
    display: account[name],
    onSave: (value: string | null, version: number) => save({ [name]: value }, version),
  });
  const count = (name: "employees" | "foundedYear", display: string | null) => ({
    ...common,
    label: t(`account.${name}`),
    field: { kind: "number" } as const,
    value: account[name] === null ? null : String(account[name]),
    display,
    onSave: (value: string | null, version: number) =>
      save({ [name]: value === null ? null : Number(value) }, version),
  });
  const { parent, owner, annualRevenue } = account;
  const currency = annualRevenue?.currency ?? company.baseCurrency;

  return (
    <>
      <RecordSection title={t("page.basics")}>
        <FieldEditor {...text("name")} copyable={account.name} />
        <FieldEditor
          {...text("industry", { kind: "choice", options: industries })}
          display={industryLabel(account.industry)}
        />
        <FieldEditor
          {...common}
          label={t("account.owner")}
          editable={account.viewerCan.includes("ASSIGN")}
          field={{ kind: "record", source: "USER", label: owner?.name }}
          value={owner?.id ?? null}
          display={<UserBadge user={owner} />}
          onSave={(ownerId, version) => save({ ownerId }, version)}
        />
        <FieldEditor
          {...common}
          label={t("account.parent")}
          field={{ kind: "record", source: "ACCOUNT", label: parent?.name }}
          value={parent?.id ?? null}
          display={parent?.name}
          link={
            parent && {
              label: t("common:record.openNamed", { name: parent.name }),
              record: { to: "/accounts/$accountId", params: { accountId: parent.id } },
            }
          }
          onSave={(parentId, version) => save({ parentId }, version)}
        />
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
        <FieldEditor
          {...count(
            "employees",
            account.employees === null ? null : formatNumber(String(account.employees), i18n.language),
          )}
        />
        <FieldEditor
          {...common}
          label={t("account.annualRevenue")}
          field={{ kind: "money" }}
          value={annualRevenue?.amount ?? null}
          display={<MoneyText value={annualRevenue} />}
          onSave={(amount, version) =>
            save({ annualRevenue: amount === null ? null : { amount, currency } }, version)
          }
        />
        <FieldEditor
          {...count("foundedYear", account.foundedYear === null ? null : String(account.foundedYear))}
        />
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
