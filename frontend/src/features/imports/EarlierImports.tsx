import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { readFragment } from "@/gql";
import type { ImportListQuery, ImportProgressFragment } from "@/gql/graphql";
import { formatNumber } from "@/lib/format/money";
import { type Page, usePages } from "@/lib/graphql/pages";
import { InstantText } from "@/ui/cells/DateText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { PhoneRow } from "@/ui/list/PhoneRow";
import { EmptyState } from "@/ui/states";
import type { ColumnLayout, RecordColumn } from "@/ui/table/columns";
import { RecordTable } from "@/ui/table/RecordTable";
import { ImportStateText } from "./ImportStateText";
import { ImportList, ImportProgress } from "./import-queries";
import classes from "./imports.module.css";
import { useKindLabels } from "./use-kind-labels";

function importPage(data: ImportListQuery): Page<ImportProgressFragment> {
  return { nodes: readFragment(ImportProgress, data.imports.nodes), pageInfo: data.imports.pageInfo };
}

const initialLayout: ColumnLayout = {
  order: ["name", "kind", "state", "written", "refused", "startedBy", "createdAt"],
  widths: {},
};

/** What was imported before, the newest first. */
export function EarlierImports() {
  const { t } = useTranslation("imports");
  const [layout, setLayout] = useState(initialLayout);
  const pages = usePages(ImportList, { first: 50 }, importPage);
  const columns = useColumns();
  return (
    <section className={classes.earlier} aria-label={t("earlier.title")}>
      <h2 className={classes.heading}>{t("earlier.title")}</h2>
      <RecordTable
        label={t("earlier.title")}
        columns={columns}
        layout={layout}
        onLayoutChange={setLayout}
        sort={null}
        onSortChange={() => {}}
        pages={pages}
        rowName={(row) => row.name}
        rowLink={(row) => ({ to: "/import/$importId", params: { importId: row.id } })}
        phoneRow={(row) => (
          <PhoneRow
            title={row.name}
            fact={<ImportStateText state={row.state} />}
            below={<InstantText value={row.createdAt} />}
            belowFact={row.dryRun && <span className={classes.mark}>{t("run.dry")}</span>}
          />
        )}
        empty={<EmptyState title={t("earlier.none")} hint={t("earlier.noneHint")} />}
      />
    </section>
  );
}

function useColumns(): readonly RecordColumn<ImportProgressFragment>[] {
  const { t, i18n } = useTranslation("imports");
  const labels = useKindLabels();
  return useMemo(() => {
    const number = (value: number) => formatNumber(value, i18n.language);
    return [
      { id: "name", label: t("earlier.name"), width: 260, cell: (row) => row.name },
      { id: "kind", label: t("earlier.kind"), width: 100, cell: (row) => labels.kind(row.target) },
      {
        id: "state",
        label: t("earlier.state"),
        width: 170,
        cell: (row) => (
          <>
            <ImportStateText state={row.state} />
            {row.dryRun && <span className={classes.mark}>{t("run.dry")}</span>}
          </>
        ),
      },
      {
        id: "written",
        label: t("earlier.written"),
        width: 100,
        align: "right",
        cell: (row) => number(row.rowsCreated + row.rowsUpdated),
      },
      {
        id: "refused",
        label: t("earlier.refused"),
        width: 90,
        align: "right",
        cell: (row) => number(row.rowsRefused),
      },
      {
        id: "startedBy",
        label: t("earlier.startedBy"),
        width: 120,
        cell: (row) => <UserBadge user={row.startedBy} />,
      },
      {
        id: "createdAt",
        label: t("earlier.createdAt"),
        width: 170,
        cell: (row) => <InstantText value={row.createdAt} />,
      },
    ];
  }, [t, i18n.language, labels]);
}
