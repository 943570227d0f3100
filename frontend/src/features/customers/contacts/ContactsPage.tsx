import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { readFragment } from "@/gql";
import type { ContactFilter, ContactListQuery, ContactRowFragment } from "@/gql/graphql";
import { useCreate } from "@/lib/creation";
import { type Page, usePages } from "@/lib/graphql/pages";
import { joinParts } from "@/ui/filter/conditions";
import { noParts } from "@/ui/list/ListPage";
import type { ListSearch, SearchChange } from "@/ui/list/list-search";
import { PhoneRow } from "@/ui/list/PhoneRow";
import { namedParts, type Ownership, useOwnerFilters } from "@/ui/list/QuickFilters";
import { RecordListPage } from "@/ui/list/RecordListPage";
import { useCreateAction } from "@/ui/list/use-create-action";
import { useListRecordActions } from "@/ui/list/use-list-record-actions";
import { parseSort } from "@/ui/table/columns";
import { useSelection } from "@/ui/table/use-selection";
import { contactOrderFields, defaultContactColumns } from "./contact-list";
import { ContactCount, ContactList, ContactRow } from "./contact-row";
import { useContactColumns } from "./use-contact-columns";
import { useContactFilterFields } from "./use-contact-filter-fields";
import { useUpdateContact } from "./use-update-contact";

const route = getRouteApi("/work/contacts");

function contactPage({ contacts }: ContactListQuery): Page<ContactRowFragment> {
  return { nodes: readFragment(ContactRow, contacts.nodes), pageInfo: contacts.pageInfo };
}

/** A contact is looked after by the owner of its account, or by its own. */
const ownership: Ownership = {
  ownedBy: (userId) => ({
    or: [{ ownerId: { eq: userId } }, { account: { ownerId: { eq: userId } } }],
  }),
  ownedByTeam: (teamId) => ({
    or: [{ owner: { teamId: { eq: teamId } } }, { account: { owner: { teamId: { eq: teamId } } } }],
  }),
};

/** All contacts that the viewer may see. */
export function ContactsPage() {
  const { t } = useTranslation(["customers", "common"]);
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/contacts" });
  const openForm = useCreate();
  const fields = useContactFilterFields();
  const columns = useContactColumns();
  const owners = useOwnerFilters(ownership);
  const named = useMemo(() => namedParts(owners), [owners]);
  const change = useCallback(
    (next: SearchChange<ListSearch>) =>
      void navigate({ search: (current) => ({ ...current, ...next }), replace: true }),
    [navigate],
  );

  const filter = joinParts<ContactFilter>(search.filter ?? noParts);
  const sort = parseSort(search.sort, contactOrderFields);
  const pages = usePages(
    ContactList,
    { filter, search: search.search, orderBy: sort ? [sort] : undefined, first: 60 },
    contactPage,
  );
  const [{ data: counted }] = useQuery({ query: ContactCount, variables: { filter, search: search.search } });
  const selection = useSelection(pages.rows);
  const updateContact = useUpdateContact();
  const assign = useCallback(
    (id: string, ownerId: string | null) => updateContact(id, { ownerId }),
    [updateContact],
  );
  const { setCurrent, assignSelected, dialogs } = useListRecordActions(
    "Contact",
    pages.rows,
    selection,
    assign,
  );
  const create = useMemo(
    () => ({ label: t("contact.new"), run: () => openForm({ kind: "CONTACT" }) }),
    [t, openForm],
  );
  useCreateAction("CONTACT", create);

  return (
    <RecordListPage
      title={t("title.contacts")}
      search={search}
      onChange={change}
      fields={fields}
      named={named}
      quick={owners}
      create={create}
      count={counted?.contacts.totalCount}
      columns={columns}
      defaultColumns={defaultContactColumns}
      sort={sort}
      pages={pages}
      rowLink={(contact) => ({ to: "/contacts/$contactId", params: { contactId: contact.id } })}
      phoneRow={(contact) => (
        <PhoneRow
          title={contact.name}
          fact={contact.jobTitle}
          below={contact.account?.name ?? t("common:field.none")}
          belowFact={contact.phone ?? contact.email}
        />
      )}
      none={{ title: t("contact.empty"), hint: t("contact.emptyHint") }}
      selecting={{ selection, assignSelected, setCurrent }}
    >
      {dialogs}
    </RecordListPage>
  );
}
