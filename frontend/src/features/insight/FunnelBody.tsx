import { Button, Skeleton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { FunnelFigure, FunnelStageFigure } from "@/gql/graphql";
import { lazyAgain } from "@/lib/lazy-soon";
import { EmptyState } from "@/ui/states";
import type { Band } from "./FunnelChart";
import { ClosedDealsDrawer, type FunnelVariables, OpenDealsDrawer, StageFigureDrawer } from "./FunnelDrawer";
import { FunnelSummary } from "./FunnelSummary";
import { FunnelCards, FunnelTable } from "./FunnelTable";
import type { Funnel } from "./funnel-figures";
import classes from "./insight.module.css";
import type { FunnelMeasure, FunnelSearch } from "./insight-search";
import { type FigureFormats, useFigureFormats } from "./use-figure-formats";
import { type StageColumn, useStageColumns } from "./use-stage-columns";

const FunnelChart = lazyAgain(() => import("./FunnelChart"));

/** The height of a row of the table, and so of a band of the funnel beside it. */
const rowHeight = 46;
const measureFigures = { entered: "ENTERED", count: "OPEN", amount: "OPEN" } as const;

type Open = (stage: string | undefined, figure: FunnelStageFigure | FunnelFigure | undefined) => void;

interface FunnelBodyProps {
  funnel: Funnel;
  before: Funnel | undefined;
  /** The figures belong to the question before. */
  stale: boolean;
  variables: FunnelVariables;
  search: FunnelSearch;
  onOpen: Open;
}

export function FunnelBody({ funnel, before, stale, variables, search, onOpen }: FunnelBodyProps) {
  const { t } = useTranslation("insight");
  const formats = useFigureFormats();
  const columns = useStageColumns();
  const narrow = useMediaQuery("(max-width: 72em)") ?? false;
  const measure = search.measure ?? "entered";
  const bands = useMemo(
    () => bandsOf(funnel, measure, t("stage.won"), formats),
    [funnel, measure, t, formats],
  );
  if (isEmpty(funnel))
    return (
      <EmptyState title={t("empty.funnel")} hint={t("empty.funnelHint")}>
        <Button component={Link} to="/deals" variant="default">
          {t("empty.toDeals")}
        </Button>
      </EmptyState>
    );
  const stagesProps = {
    columns,
    stages: funnel.stages,
    before: before?.stages,
    measure,
    onOpen,
  };
  return (
    <div className={classes.figures} aria-busy={stale} data-stale={stale || undefined}>
      <FunnelSummary funnel={funnel} before={before} onOpen={(figure) => onOpen(undefined, figure)} />
      <div className={classes.funnel}>
        <div className={classes.chartPlace}>
          <Suspense fallback={<Skeleton h={bands.length * rowHeight} />}>
            <FunnelChart
              label={t("chart", { measure: t(`measure.${measure}`) })}
              bands={bands}
              bandHeight={rowHeight}
              labelled={narrow}
              onOpen={(stage) =>
                stage === null ? onOpen(undefined, "WON") : onOpen(stage, measureFigures[measure])
              }
            />
          </Suspense>
        </div>
        {narrow ? (
          <FunnelCards {...stagesProps} />
        ) : (
          <FunnelTable {...stagesProps} won={formats.count(funnel.wonCount)} />
        )}
      </div>
      <FunnelDrawer funnel={funnel} variables={variables} columns={columns} search={search} onOpen={onOpen} />
    </div>
  );
}

/** Nothing is open, and nothing happened in the period. */
function isEmpty({ stages, wonCount, lostCount }: Funnel): boolean {
  return wonCount + lostCount === 0 && stages.every((row) => row.count + row.entered + row.left === 0);
}

/** The stages from top to bottom; what entered them ends in what was won. */
function bandsOf(funnel: Funnel, measure: FunnelMeasure, won: string, formats: FigureFormats): Band[] {
  const stages = funnel.stages.map((row) => ({
    stage: row.stage.id,
    label: row.stage.label,
    value: measure === "amount" ? Number(row.amount.amount) : row[measure],
    text: measure === "amount" ? formats.money(row.amount) : formats.count(row[measure]),
  }));
  if (measure !== "entered") return stages;
  return [
    ...stages,
    { stage: null, label: won, value: funnel.wonCount, text: formats.count(funnel.wonCount) },
  ];
}

interface FunnelDrawerProps {
  funnel: Funnel;
  variables: FunnelVariables;
  columns: readonly StageColumn[];
  search: FunnelSearch;
  onOpen: Open;
}

/** The deals of the figure in the URL, if there is one. */
function FunnelDrawer({ funnel, variables, columns, search, onOpen }: FunnelDrawerProps) {
  const { t } = useTranslation("insight");
  const { stage, figure } = search;
  const shared = { funnel: variables, onClose: () => onOpen(undefined, undefined) };
  switch (figure) {
    case undefined:
      return null;
    case "WON":
    case "LOST":
    case "CLOSED":
      return (
        <ClosedDealsDrawer
          figure={figure}
          title={t(`figure.${figure}`)}
          formula={t(`figureFormula.${figure}`)}
          {...shared}
        />
      );
    default: {
      const row = funnel.stages.find((candidate) => candidate.stage.id === stage);
      const formula = t(`figureFormula.${figure}`);
      if (!row) return <OpenDealsDrawer title={t("figure.OPEN")} formula={formula} {...shared} />;
      const title = t("figureOfStage", { stage: row.stage.label, figure: t(`figure.${figure}`) });
      return (
        <StageFigureDrawer
          stage={row.stage.id}
          figure={figure}
          title={title}
          formula={columns.find((column) => column.figure === figure)?.formula ?? formula}
          {...shared}
        />
      );
    }
  }
}
