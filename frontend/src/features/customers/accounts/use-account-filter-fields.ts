import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AccountFilter } from "@/gql/graphql";
import { useChoices } from "@/ui/field/choices";
import type { FilterFieldsOf } from "@/ui/filter/fields";

/** What accounts can be filtered by. */
export function useAccountFilterFields(): FilterFieldsOf<AccountFilter> {
  const { t } = useTranslation("customers");
  const { options: industries } = useChoices("industry");
  return useMemo(
    () => [
      { path: "name", label: t("account.name"), kind: "text" },
      { path: "ownerId", label: t("account.owner"), kind: "record", source: "USER" },
      { path: "owner.teamId", label: t("account.team"), kind: "record", source: "TEAM" },
      { path: "industry", label: t("account.industry"), kind: "choice", options: industries },
      { path: "province", label: t("account.province"), kind: "text" },
      { path: "city", label: t("account.city"), kind: "text" },
      { path: "employees", label: t("account.employees"), kind: "number" },
      { path: "annualRevenue", label: t("account.annualRevenue"), kind: "money" },
      { path: "foundedYear", label: t("account.foundedYear"), kind: "number" },
      { path: "parentId", label: t("account.parent"), kind: "record", source: "ACCOUNT" },
      { path: "phone", label: t("account.phone"), kind: "text" },
      { path: "website", label: t("account.website"), kind: "text" },
      { path: "createdAt", label: t("account.createdAt"), kind: "instant" },
      { path: "updatedAt", label: t("account.updatedAt"), kind: "instant" },
    ],
    [t, industries],
  );
}
