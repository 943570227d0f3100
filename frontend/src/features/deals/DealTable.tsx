import { Button } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { readFragment } from "@/gql";
import type { DealFilter, DealListQuery, DealRowFragment } from "@/gql/graphql";
import { type Page, usePages } from "@/lib/graphql/pages";
import { DateText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import { EmptyState } from "@/ui/states";
import { formatSort, parseSort, type RecordColumn } from "@/ui/table/columns";
import { RecordTable } from "@/ui/table/RecordTable";
import { DealList, DealRow } from "./deal-row";
import { columnLayout, type DealSearch, dealOrderFields } from "./deal-search";
import classes from "./deals.module.css";
import type { Pipeline } from "./pipelines";
import { StageText } from "./StageText";
import { useDealActions } from "./use-deal-actions";

export function dealPage(data: DealListQuery): Page<DealRowFragment> {
  return { nodes: readFragment(DealRow, data.deals.nodes), pageInfo: data.deals.pageInfo };
}

interface DealTableProps {
  search: DealSearch;
  filter: DealFilter | undefined;
  pipelines: readonly Pipeline[];
  columns: readonly RecordColumn<DealRowFragment>[];
  onChange: (search: Partial<DealSearch>) => void;
}

export default function DealTable({ search, filter, pipelines, columns, onChange }: DealTableProps) {
  const { t } = useTranslation(["deals", "common"]);
  const sort = parseSort(search.sort, dealOrderFields);
  const pages = usePages(
    DealList,
    { filter, search: search.search, orderBy: sort ? [sort] : undefined, first: 60 },
    dealPage,
  );
  const { setCurrent } = useDealActions<DealRowFragment>(pipelines);
  const layout = useMemo(() => columnLayout(search), [search]);
  const narrowed = Boolean(filter || search.search);
  return (
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
      phoneRow={(deal) => <PhoneRow deal={deal} />}
      onCurrentChange={setCurrent}
      empty={
        narrowed ? (
          <EmptyState title={t("empty.filtered")} hint={t("empty.filteredHint")}>
            <Button variant="default" onClick={() => onChange({ filter: undefined, search: undefined })}>
              {t("common:filter.clearAll")}
            </Button>
          </EmptyState>
        ) : (
          <EmptyState title={t("empty.none")} hint={t("empty.noneHint")}>
            <Button onClick={() => onChange({ create: true })}>{t("new")}</Button>
          </EmptyState>
        )
      }
    />
  );
}

/** Two lines: what and how much; for whom and until when. */
function PhoneRow({ deal }: { deal: DealRowFragment }) {
  return (
    <span className={classes.phoneRow}>
      <span className={classes.phoneName}>{deal.name}</span>
      <MoneyText value={deal.amount} />
      <span className={classes.phoneDim}>{deal.account?.name ?? <StageText stage={deal.stage} />}</span>
      <span className={classes.phoneDim}>
        <DateText value={deal.expectedCloseDate} />
      </span>
    </span>
  );
}
