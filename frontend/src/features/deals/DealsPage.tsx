import { ActionIcon, Button, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconLayoutKanban, IconPlus, IconSearch, IconTable } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { DealFilter } from "@/gql/graphql";
import { setPreference, usePreference } from "@/lib/preferences";
import { type FilterPart, joinParts } from "@/ui/filter/conditions";
import { FilterBuilder } from "@/ui/filter/FilterBuilder";
import { Page } from "@/ui/Page";
import { ErrorState, PageSkeleton } from "@/ui/states";
import { ColumnMenu } from "@/ui/table/ColumnMenu";
import { DealCountText } from "./DealCountText";
import { columnLayout, type DealSearch } from "./deal-search";
import classes from "./deals.module.css";
import { MoveProvider } from "./moves";
import { useChosenPipeline, usePipelines } from "./pipelines";
import { QuickFilters } from "./QuickFilters";
import { useDealColumns } from "./use-deal-columns";
import { useDealFilterFields } from "./use-deal-filter-fields";

const DealBoard = lazy(() => import("./DealBoard"));
const DealTable = lazy(() => import("./DealTable"));
const CreateDealDialog = lazy(() => import("./CreateDealDialog"));

const route = getRouteApi("/work/deals");
const noParts: readonly FilterPart[] = [];

/** All deals: as a board of stages or as a table, narrowed by the same filter. */
export function DealsPage() {
  const { t } = useTranslation(["deals", "common"]);
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/deals" });
  const lastView = usePreference("dealView");
  const view = search.view ?? lastView;
  const { pipelines, failed, retry } = usePipelines();
  const pipeline = useChosenPipeline(pipelines, search.pipeline);
  const parts = search.filter ?? noParts;
  const fields = useDealFilterFields(pipelines);
  const columns = useDealColumns();

  const change = useCallback(
    (next: Partial<DealSearch>) =>
      void navigate({ search: (current) => ({ ...current, ...next }), replace: true }),
    [navigate],
  );
  const changeFilter = useCallback(
    (filter: FilterPart[]) => change({ filter: filter.length > 0 ? filter : undefined }),
    [change],
  );
  const changeSearch = useDebouncedCallback(
    (text: string) => change({ search: text.trim() || undefined }),
    150,
  );
  if (failed) return <ErrorState title={t("common:state.listFailed")} onRetry={retry} />;

  const chooseView = (next: "board" | "table") => {
    setPreference("dealView", next);
    change({ view: next });
  };
  const choosePipeline = (id: string | null) => {
    if (!id) return;
    setPreference("pipelineId", id);
    change({ pipeline: id });
  };
  const filter = joinParts<DealFilter>(parts);

  return (
    <MoveProvider>
      <Page
        title={t("title")}
        toolbar={
          <>
            {view === "board" && pipelines.length > 1 && (
              <Select
                aria-label={t("pipeline")}
                data={pipelines.map(({ id, label }) => ({ value: id, label }))}
                value={pipeline?.id ?? null}
                onChange={choosePipeline}
                allowDeselect={false}
                w={150}
              />
            )}
            <QuickFilters parts={parts} onChange={changeFilter} />
          </>
        }
        actions={
          <>
            <TextInput
              aria-label={t("common:filter.search")}
              placeholder={t("common:filter.search")}
              leftSection={<IconSearch size={14} aria-hidden />}
              defaultValue={search.search ?? ""}
              onChange={(event) => changeSearch(event.currentTarget.value)}
              w={170}
              visibleFrom="sm"
            />
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
            <Button
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => change({ create: true })}
              visibleFrom="sm"
            >
              {t("new")}
            </Button>
            <ActionIcon
              variant="filled"
              color="iris"
              aria-label={t("new")}
              hiddenFrom="sm"
              onClick={() => change({ create: true })}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          </>
        }
      >
        <div className={classes.filterBar}>
          <FilterBuilder fields={fields} parts={parts} onChange={changeFilter} />
          <div className={classes.filterBarEnd}>
            <DealCountText filter={filter} search={search.search} />
            {view === "table" && (
              <ColumnMenu
                columns={columns}
                layout={columnLayout(search)}
                onChange={({ order, widths }) => change({ columns: [...order], widths })}
                onReset={() => change({ columns: undefined, widths: undefined })}
              />
            )}
          </div>
        </div>
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
            ) : (
              <PageSkeleton />
            ))}
          {search.create && (
            <CreateDealDialog
              pipelines={pipelines}
              pipelineId={pipeline?.id}
              onClose={() => change({ create: undefined })}
            />
          )}
        </Suspense>
      </Page>
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
