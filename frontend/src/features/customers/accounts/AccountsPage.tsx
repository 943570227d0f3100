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
import { CountText } from "@/ui/list/CountText";
import { ListEmpty } from "@/ui/list/ListEmpty";
import { ListPage, noParts } from "@/ui/list/ListPage";
import { columnLayout, type ListSearch, type SearchChange } from "@/ui/list/list-search";
import { PhoneRow } from "@/ui/list/PhoneRow";
import { ownOwner, QuickFilters, useOwnerFilters } from "@/ui/list/QuickFilters";
import { useCreateAction } from "@/ui/list/use-create-action";
import { useListRecordActions } from "@/ui/list/use-list-record-actions";
import { ColumnMenu } from "@/ui/table/ColumnMenu";
import { formatSort, parseSort } from "@/ui/table/columns";
import { RecordTable } from "@/ui/table/RecordTable";
import { SelectionBar } from "@/ui/table/SelectionBar";
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

  const parts = search.filter ?? noParts;
  const filter = joinParts<AccountFilter>(parts);
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
  const layout = useMemo(() => columnLayout(search, defaultAccountColumns), [search]);

  return (
    <ListPage
      title={t("title.accounts")}
      search={search}
      onChange={change}
      fields={fields}
      create={create}
      count={<CountText count={counted?.accounts.totalCount} />}
      toolbar={
        <QuickFilters
          owners={owners}
          parts={parts}
          onChange={(next) => change({ filter: next.length > 0 ? next : undefined })}
        />
      }
      columnMenu={
        <ColumnMenu
          columns={columns}
          layout={layout}
          onChange={({ order, widths }) => change({ columns: [...order], widths })}
          onReset={() => change({ columns: undefined, widths: undefined })}
        />
      }
    >
      <RecordTable
        label={t("title.accounts")}
        columns={columns}
        layout={layout}
        onLayoutChange={({ order, widths }) => change({ columns: [...order], widths })}
        sort={sort}
        onSortChange={(next) => change({ sort: next ? formatSort(next) : undefined })}
        pages={pages}
        rowName={(account) => account.name}
        rowLink={(account) => ({ to: "/accounts/$accountId", params: { accountId: account.id } })}
        phoneRow={(account) => (
          <PhoneRow
            title={account.name}
            fact={industryLabel(account.industry)}
            below={[account.province, account.city].filter(Boolean).join(" ") || t("common:field.none")}
            belowFact={account.owner?.name}
          />
        )}
        selection={selection}
        onCurrentChange={setCurrent}
        empty={
          <ListEmpty
            narrowed={Boolean(filter || search.search)}
            onChange={change}
            none={{ title: t("account.empty"), hint: t("account.emptyHint") }}
            create={create}
          />
        }
      />
      <SelectionBar selection={selection} onAssign={assignSelected} />
      {dialogs}
    </ListPage>
  );
}
