import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ContactOrderField, ContactRowFragment } from "@/gql/graphql";
import { InstantText } from "@/ui/cells/DateText";
import { UserBadge } from "@/ui/cells/UserBadge";
import type { RecordColumn } from "@/ui/table/columns";

type ContactColumn = RecordColumn<ContactRowFragment> & { sortField?: ContactOrderField };

/** The columns that the list of contacts can show. */
export function useContactColumns(): readonly ContactColumn[] {
  const { t } = useTranslation(["customers", "common"]);
  return useMemo(() => {
    const none = t("common:field.none");
    return [
      {
        id: "name",
        label: t("contact.name"),
        width: 180,
        sortField: "NAME",
        cell: (contact) => contact.name,
      },
      {
        id: "account",
        label: t("contact.account"),
        width: 220,
        sortField: "ACCOUNT_NAME",
        cell: (contact) => contact.account?.name ?? none,
      },
      {
        id: "jobTitle",
        label: t("contact.jobTitle"),
        width: 130,
        sortField: "JOB_TITLE",
        cell: (contact) => contact.jobTitle ?? none,
      },
      { id: "phone", label: t("contact.phone"), width: 140, cell: (contact) => contact.phone ?? none },
      {
        id: "email",
        label: t("contact.email"),
        width: 190,
        sortField: "EMAIL",
        cell: (contact) => contact.email ?? none,
      },
      {
        id: "updatedAt",
        label: t("contact.updatedAt"),
        width: 170,
        sortField: "UPDATED_AT",
        cell: (contact) => <InstantText value={contact.updatedAt} />,
      },
      { id: "wechat", label: t("contact.wechat"), width: 130, cell: (contact) => contact.wechat ?? none },
      {
        id: "owner",
        label: t("contact.owner"),
        width: 130,
        sortField: "OWNER_NAME",
        cell: (contact) => <UserBadge user={contact.owner} />,
      },
      {
        id: "createdAt",
        label: t("contact.createdAt"),
        width: 170,
        sortField: "CREATED_AT",
        cell: (contact) => <InstantText value={contact.createdAt} />,
      },
    ];
  }, [t]);
}
