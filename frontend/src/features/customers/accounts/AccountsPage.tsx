import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { readFragment } from "@/gql";
import type { AccountFilter, AccountListQuery, AccountRowFragment } from "@/gql/graphql";
import { useCreate } from "@/lib/creation";
import { type Page, usePages } from "@/lib/graphql/pages";
import { useChoices } from "@/ui/field/choices";
import { joinParts } from "@/ui/filter/conditions";
import { noParts } from "@/ui/list/ListPage";
import type { ListSearch, SearchChange } from "@/ui/list/list-search";
import { PhoneRow } from "@/ui/list/PhoneRow";
import { ownOwner, useOwnerFilters } from "@/ui/list/QuickFilters";
import { RecordListPage } from "@/ui/list/RecordListPage";
import { useCreateAction } from "@/ui/list/use-create-action";
import { useListRecordActions } from "@/ui/list/use-list-record-actions";
import { parseSort } from "@/ui/table/columns";
import { useSelection } from "@/ui/table/use-selection";
import { accountOrderFields, defaultAccountColumns } from "./account-list";
import { AccountCount, AccountList, AccountRow } from "./account-row";
import { useAccountColumns } from "./use-account-columns";
import { useAccountFilterFields } from "./use-account-filter-fields";
import { useUpdateAccount } from "./use-update-account";

const route = getRouteApi("/work/accounts");

function accountPage({ accounts }: AccountListQuery): Page<AccountRowFragment> {
  return { nodes: readFragment(AccountRow, accounts.nodes), pageInfo: accounts.pageInfo };
}

/** All accounts that the viewer may see. */
export function AccountsPage() {
  const { t } = useTranslation(["customers", "common"]);
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/accounts" });
  const openForm = useCreate();
  const fields = useAccountFilterFields();
  const columns = useAccountColumns();
  const owners = useOwnerFilters(ownOwner);
  const { labelOf: industryLabel } = useChoices("industry");
  const change = useCallback(
    (next: SearchChange<ListSearch>) =>
      void navigate({ search: (current) => ({ ...current, ...next }), replace: true }),
    [navigate],
  );

  const filter = joinParts<AccountFilter>(search.filter ?? noParts);
  const sort = parseSort(search.sort, accountOrderFields);
  const pages = usePages(
    AccountList,
    { filter, search: search.search, orderBy: sort ? [sort] : undefined, first: 60 },
    accountPage,
  );
  const [{ data: counted }] = useQuery({ query: AccountCount, variables: { filter, search: search.search } });
  const selection = useSelection(pages.rows);
  const updateAccount = useUpdateAccount();
  const assign = useCallback(
    (id: string, ownerId: string | null) => updateAccount(id, { ownerId }),
    [updateAccount],
  );
  const { setCurrent, assignSelected, dialogs } = useListRecordActions(
    "Account",
    pages.rows,
    selection,
    assign,
  );
  const create = useMemo(
    () => ({ label: t("account.new"), run: () => openForm({ kind: "ACCOUNT" }) }),
    [t, openForm],
  );
  useCreateAction("ACCOUNT", create);

  return (
    <RecordListPage
      title={t("title.accounts")}
      search={search}
      onChange={change}
      fields={fields}
      quick={owners}
      create={create}
      count={counted?.accounts.totalCount}
      columns={columns}
      defaultColumns={defaultAccountColumns}
      sort={sort}
      pages={pages}
      rowLink={(account) => ({ to: "/accounts/$accountId", params: { accountId: account.id } })}
      phoneRow={(account) => (
        <PhoneRow
          title={account.name}
          fact={industryLabel(account.industry)}
          below={[account.province, account.city].filter(Boolean).join(" ") || t("common:field.none")}
          belowFact={account.owner?.name}
        />
      )}
      none={{ title: t("account.empty"), hint: t("account.emptyHint") }}
      selecting={{ selection, assignSelected, setCurrent }}
    >
      {dialogs}
    </RecordListPage>
  );
}
