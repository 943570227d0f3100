import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AccountOrderField, AccountRowFragment } from "@/gql/graphql";
import { formatNumber } from "@/lib/format/money";
import { InstantText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { useChoices } from "@/ui/field/choices";
import type { RecordColumn } from "@/ui/table/columns";

type AccountColumn = RecordColumn<AccountRowFragment> & { sortField?: AccountOrderField };

/** The columns that the list of accounts can show. */
export function useAccountColumns(): readonly AccountColumn[] {
  const { t, i18n } = useTranslation(["customers", "common"]);
  const { labelOf: industryLabel } = useChoices("industry");
  return useMemo(() => {
    const none = t("common:field.none");
    return [
      {
        id: "name",
        label: t("account.name"),
        width: 260,
        sortField: "NAME",
        cell: (account) => account.name,
      },
      {
        id: "industry",
        label: t("account.industry"),
        width: 120,
        sortField: "INDUSTRY",
        cell: (account) => industryLabel(account.industry) || none,
      },
      {
        id: "city",
        label: t("account.city"),
        width: 110,
        sortField: "CITY",
        cell: (account) => account.city ?? none,
      },
      { id: "phone", label: t("account.phone"), width: 140, cell: (account) => account.phone ?? none },
      {
        id: "owner",
        label: t("account.owner"),
        width: 130,
        sortField: "OWNER_NAME",
        cell: (account) => <UserBadge user={account.owner} />,
      },
      {
        id: "updatedAt",
        label: t("account.updatedAt"),
        width: 170,
        sortField: "UPDATED_AT",
        cell: (account) => <InstantText value={account.updatedAt} />,
      },
      {
        id: "employees",
        label: t("account.employees"),
        width: 100,
        align: "right",
        sortField: "EMPLOYEES",
        cell: (account) =>
          account.employees === null ? none : formatNumber(String(account.employees), i18n.language),
      },
      {
        id: "annualRevenue",
        label: t("account.annualRevenue"),
        width: 150,
        align: "right",
        sortField: "ANNUAL_REVENUE",
        cell: (account) => <MoneyText value={account.annualRevenue} />,
      },
      {
        id: "province",
        label: t("account.province"),
        width: 110,
        sortField: "PROVINCE",
        cell: (account) => account.province ?? none,
      },
      {
        id: "parent",
        label: t("account.parent"),
        width: 180,
        sortField: "PARENT_NAME",
        cell: (account) => account.parent?.name ?? none,
      },
      { id: "website", label: t("account.website"), width: 160, cell: (account) => account.website ?? none },
      {
        id: "foundedYear",
        label: t("account.foundedYear"),
        width: 90,
        align: "right",
        sortField: "FOUNDED_YEAR",
        cell: (account) => account.foundedYear ?? none,
      },
      {
        id: "createdAt",
        label: t("account.createdAt"),
        width: 170,
        sortField: "CREATED_AT",
        cell: (account) => <InstantText value={account.createdAt} />,
      },
    ];
  }, [t, i18n.language, industryLabel]);
}
