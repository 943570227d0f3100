import { type ReactNode, useMemo } from "react";
import type { PagedList } from "@/lib/graphql/pages";
import type { RecordLink } from "@/lib/record-link";
import type { NamedPart } from "../filter/FilterBuilder";
import type { FilterField } from "../filter/fields";
import { ColumnMenu } from "../table/ColumnMenu";
import { formatSort, type RecordColumn, type Sort } from "../table/columns";
import { RecordTable } from "../table/RecordTable";
import { SelectionBar } from "../table/SelectionBar";
import type { Selection } from "../table/use-selection";
import { CountText } from "./CountText";
import { ListEmpty } from "./ListEmpty";
import { ListPage, noParts } from "./ListPage";
import { columnLayout, type ListSearch, type SearchChange } from "./list-search";
import { type QuickFilter, QuickFilters } from "./QuickFilters";

interface RecordListPageProps<Row extends { id: string; name: string }> {
  title: string;
  search: ListSearch;
  onChange: (change: SearchChange<ListSearch>) => void;
  fields: readonly FilterField[];
  named?: readonly NamedPart[];
  /** Of these quick filters one is in force, or none. */
  quick: readonly QuickFilter[];
  /** Absent: the viewer may not create any. */
  create: { label: string; run: () => void } | undefined;
  /** Undefined while it is counted. */
  count: number | undefined;
  columns: readonly RecordColumn<Row>[];
  defaultColumns: readonly string[];
  sort: Sort | null;
  pages: PagedList<Row>;
  rowLink: (row: Row) => RecordLink;
  phoneRow: (row: Row) => ReactNode;
  /** What stands there when there is no record at all. */
  none: { title: string; hint: string };
  /** Absent where rows cannot be selected. */
  selecting?: {
    selection: Selection;
    assignSelected: () => void;
    setCurrent: (row: Row | null) => void;
  };
  /** Dialogs and drawers over the list. */
  children: ReactNode;
}

/** A list of records of one kind as a table: what all such pages have in common. */
export function RecordListPage<Row extends { id: string; name: string }>(props: RecordListPageProps<Row>) {
  const { title, search, onChange, create, columns, defaultColumns, selecting } = props;
  const parts = search.filter ?? noParts;
  const layout = useMemo(() => columnLayout(search, defaultColumns), [search, defaultColumns]);
  const changeLayout = ({ order, widths }: typeof layout) => onChange({ columns: [...order], widths });
  return (
    <ListPage
      title={title}
      search={search}
      onChange={onChange}
      fields={props.fields}
      {...(props.named && { named: props.named })}
      create={create}
      count={<CountText count={props.count} />}
      toolbar={
        <QuickFilters
          owners={props.quick}
          parts={parts}
          onChange={(next) => onChange({ filter: next.length > 0 ? next : undefined })}
        />
      }
      columnMenu={
        <ColumnMenu
          columns={columns}
          layout={layout}
          onChange={changeLayout}
          onReset={() => onChange({ columns: undefined, widths: undefined })}
        />
      }
    >
      <RecordTable
        label={title}
        columns={columns}
        layout={layout}
        onLayoutChange={changeLayout}
        sort={props.sort}
        onSortChange={(next) => onChange({ sort: next ? formatSort(next) : undefined })}
        pages={props.pages}
        rowName={(row) => row.name}
        rowLink={props.rowLink}
        phoneRow={props.phoneRow}
        {...(selecting && { selection: selecting.selection, onCurrentChange: selecting.setCurrent })}
        empty={
          <ListEmpty
            narrowed={parts.length > 0 || search.search !== undefined}
            onChange={onChange}
            none={props.none}
            create={create}
          />
        }
      />
      {selecting && <SelectionBar selection={selecting.selection} onAssign={selecting.assignSelected} />}
      {props.children}
    </ListPage>
  );
}
