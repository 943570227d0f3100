import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DealFilter, DealRowFragment } from "@/gql/graphql";
import { useCreate } from "@/lib/creation";
import { usePages } from "@/lib/graphql/pages";
import { DateText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import { ListEmpty } from "@/ui/list/ListEmpty";
import { columnLayout, type SearchChange } from "@/ui/list/list-search";
import { PhoneRow } from "@/ui/list/PhoneRow";
import type { Pipeline } from "@/ui/pipelines";
import { formatSort, parseSort, type RecordColumn } from "@/ui/table/columns";
import { RecordTable } from "@/ui/table/RecordTable";
import { SelectionBar } from "@/ui/table/SelectionBar";
import { useSelection } from "@/ui/table/use-selection";
import { DealList, dealPage } from "./deal-row";
import { type DealSearch, dealOrderFields, defaultColumns } from "./deal-search";
import { StageText } from "./StageText";
import { useDealListActions } from "./use-deal-list-actions";

interface DealTableProps {
  search: DealSearch;
  filter: DealFilter | undefined;
  pipelines: readonly Pipeline[];
  columns: readonly RecordColumn<DealRowFragment>[];
  onChange: (change: SearchChange<DealSearch>) => void;
}

export default function DealTable({ search, filter, pipelines, columns, onChange }: DealTableProps) {
  const { t } = useTranslation("deals");
  const create = useCreate();
  const sort = parseSort(search.sort, dealOrderFields);
  const pages = usePages(
    DealList,
    { filter, search: search.search, orderBy: sort ? [sort] : undefined, first: 60 },
    dealPage,
  );
  const selection = useSelection(pages.rows);
  const { setCurrent, assignSelected, dialogs } = useDealListActions(pipelines, pages.rows, selection);
  const layout = useMemo(() => columnLayout(search, defaultColumns), [search]);
  return (
    <>
      <RecordTable
        label={t("title")}
        columns={columns}
        layout={layout}
        onLayoutChange={({ order, widths }) => onChange({ columns: [...order], widths })}
        sort={sort}
        onSortChange={(next) => onChange({ sort: next ? formatSort(next) : undefined })}
        pages={pages}
        rowName={(deal) => deal.name}
        rowLink={(deal) => ({ to: "/deals/$dealId", params: { dealId: deal.id } })}
        phoneRow={(deal) => (
          <PhoneRow
            title={deal.name}
            fact={<MoneyText value={deal.amount} />}
            below={deal.account?.name ?? <StageText stage={deal.stage} />}
            belowFact={<DateText value={deal.expectedCloseDate} />}
          />
        )}
        selection={selection}
        onCurrentChange={setCurrent}
        empty={
          <ListEmpty
            narrowed={Boolean(filter || search.search)}
            onChange={onChange}
            none={{ title: t("empty.none"), hint: t("empty.noneHint") }}
            create={{ label: t("new"), run: () => create({ kind: "DEAL" }) }}
          />
        }
      />
      <SelectionBar selection={selection} onAssign={assignSelected} />
      {dialogs}
    </>
  );
}
