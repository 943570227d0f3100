import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ContactFilter } from "@/gql/graphql";
import { useChoices } from "@/ui/field/choices";
import type { FilterFieldsOf } from "@/ui/filter/fields";

/** What contacts can be filtered by. */
export function useContactFilterFields(): FilterFieldsOf<ContactFilter> {
  const { t } = useTranslation("customers");
  const { options: industries } = useChoices("industry");
  return useMemo(
    () => [
      { path: "name", label: t("contact.name"), kind: "text" },
      { path: "accountId", label: t("contact.account"), kind: "record", source: "ACCOUNT" },
      { path: "jobTitle", label: t("contact.jobTitle"), kind: "text" },
      { path: "phone", label: t("contact.phone"), kind: "text" },
      { path: "email", label: t("contact.email"), kind: "text" },
      { path: "wechat", label: t("contact.wechat"), kind: "text" },
      { path: "ownerId", label: t("contact.owner"), kind: "record", source: "USER" },
      { path: "account.ownerId", label: t("contact.accountOwner"), kind: "record", source: "USER" },
      { path: "account.industry", label: t("contact.accountIndustry"), kind: "choice", options: industries },
      { path: "account.city", label: t("contact.accountCity"), kind: "text" },
      { path: "createdAt", label: t("contact.createdAt"), kind: "instant" },
      { path: "updatedAt", label: t("contact.updatedAt"), kind: "instant" },
    ],
    [t, industries],
  );
}
