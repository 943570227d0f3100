import { NativeSelect, SegmentedControl } from "@mantine/core";
import { IconLayoutKanban, IconTable } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Suspense, useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DealFilter } from "@/gql/graphql";
import { useCreate } from "@/lib/creation";
import { lazyAgain } from "@/lib/lazy-soon";
import { setPreference, usePreference } from "@/lib/preferences";
import { joinParts } from "@/ui/filter/conditions";
import { ListPage, noParts } from "@/ui/list/ListPage";
import { columnLayout, type SearchChange } from "@/ui/list/list-search";
import { ownOwner, QuickFilters, useOwnerFilters } from "@/ui/list/QuickFilters";
import { Page } from "@/ui/Page";
import { useChosenPipeline, usePipelines } from "@/ui/pipelines";
import { EmptyState, ErrorState, PageSkeleton } from "@/ui/states";
import { ColumnMenu } from "@/ui/table/ColumnMenu";
import { DealCountText } from "./DealCountText";
import { type DealSearch, defaultColumns } from "./deal-search";
import classes from "./deals.module.css";
import { MoveProvider } from "./moves";
import { useDealColumns } from "./use-deal-columns";
import { useDealFilterFields } from "./use-deal-filter-fields";

const DealBoard = lazyAgain(() => import("./DealBoard"));
const DealTable = lazyAgain(() => import("./DealTable"));

const route = getRouteApi("/work/deals");
const closingThisQuarter = [
  { state: { in: ["OPEN"] } },
  { expectedCloseDate: { within: { current: 0, unit: "QUARTER" } } },
];

/** All deals: as a board of stages or as a table, narrowed by the same filter. */
export function DealsPage() {
  const { t } = useTranslation(["deals", "common"]);
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/deals" });
  const create = useCreate();
  const lastView = usePreference("dealView");
  const view = search.view ?? lastView;
  const { pipelines, loading, failed, retry } = usePipelines();
  const pipeline = useChosenPipeline(pipelines, search.pipeline);
  const parts = search.filter ?? noParts;
  const fields = useDealFilterFields(pipelines);
  const columns = useDealColumns();
  const owners = useOwnerFilters(ownOwner);
  const more = useMemo(() => [{ key: "closing", label: t("quick.closing"), parts: closingThisQuarter }], [t]);

  const change = useCallback(
    (next: SearchChange<DealSearch>) =>
      void navigate({ search: (current) => ({ ...current, ...next }), replace: true }),
    [navigate],
  );
  if (failed)
    return (
      <Page title={t("title")}>
        <ErrorState title={t("common:state.listFailed")} onRetry={retry} />
      </Page>
    );

  const chooseView = (next: "board" | "table") => {
    setPreference("dealView", next);
    change({ view: next });
  };
  const choosePipeline = (id: string) => {
    setPreference("pipelineId", id);
    change({ pipeline: id });
  };
  const filter = joinParts<DealFilter>(parts);
  const onBoard = pipeline && joinParts<DealFilter>([{ pipelineId: { eq: pipeline.id } }, ...parts]);
  const counted = view === "board" ? onBoard : filter;

  return (
    <MoveProvider>
      <ListPage
        title={t("title")}
        search={search}
        onChange={change}
        fields={fields}
        create={{ label: t("new"), run: () => create({ kind: "DEAL" }) }}
        count={(view === "table" || onBoard) && <DealCountText filter={counted} search={search.search} />}
        toolbar={
          <>
            {view === "board" && pipelines.length > 1 && (
              <NativeSelect
                size="xs"
                aria-label={t("pipeline")}
                data={pipelines.map(({ id, label }) => ({ value: id, label }))}
                value={pipeline?.id}
                onChange={(event) => choosePipeline(event.currentTarget.value)}
                w={150}
              />
            )}
            <QuickFilters
              owners={owners}
              more={more}
              parts={parts}
              onChange={(next) => change({ filter: next.length > 0 ? next : undefined })}
            />
          </>
        }
        actions={
          <SegmentedControl
            size="xs"
            aria-label={t("view.label")}
            value={view}
            onChange={(next) => chooseView(next === "table" ? "table" : "board")}
            data={[
              { value: "board", label: <ViewIcon icon={IconLayoutKanban} label={t("view.board")} /> },
              { value: "table", label: <ViewIcon icon={IconTable} label={t("view.table")} /> },
            ]}
          />
        }
        columnMenu={
          view === "table" && (
            <ColumnMenu
              columns={columns}
              layout={columnLayout(search, defaultColumns)}
              onChange={({ order, widths }) => change({ columns: [...order], widths })}
              onReset={() => change({ columns: undefined, widths: undefined })}
            />
          )
        }
      >
        <Suspense fallback={<PageSkeleton />}>
          {view === "table" && (
            <DealTable
              search={search}
              filter={filter}
              pipelines={pipelines}
              columns={columns}
              onChange={change}
            />
          )}
          {view === "board" &&
            (pipeline ? (
              <DealBoard pipeline={pipeline} pipelines={pipelines} parts={parts} search={search.search} />
            ) : loading ? (
              <PageSkeleton />
            ) : (
              <EmptyState title={t("noPipeline")} hint={t("noPipelineHint")} />
            ))}
        </Suspense>
      </ListPage>
    </MoveProvider>
  );
}

function ViewIcon({ icon: Icon, label }: { icon: typeof IconTable; label: string }) {
  return (
    <span className={classes.viewIcon} title={label}>
      <Icon size={15} stroke={1.6} aria-hidden />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
