import { Skeleton, Text } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { ForecastFigure } from "@/gql/graphql";
import { errorCode } from "@/lib/graphql/client";
import { Page } from "@/ui/Page";
import { ErrorState, NoPermissionState, RowsSkeleton } from "@/ui/states";
import { AsOfControl } from "./AsOfControl";
import { ForecastBar } from "./ForecastBar";
import { ForecastCards } from "./ForecastCards";
import { ForecastDrawer } from "./ForecastDrawer";
import { ForecastTable } from "./ForecastTable";
import classes from "./forecast.module.css";
import { type Forecast, ForecastFigures, forecastVariables } from "./forecast-figures";
import { type ForecastSearch, type Whose, whoseOf } from "./insight-search";
import { formatPeriod, isFiscalQuarter, type Period } from "./period";
import { QuarterControl } from "./QuarterControl";
import { useForecastColumns } from "./use-forecast-columns";
import { type Moment, useMoment } from "./use-moment";
import { type People, usePeople } from "./use-people";
import { WhoseSelect } from "./WhoseSelect";

const route = getRouteApi("/work/forecast");

/** Whether the target will be reached, and with which deals. */
export function ForecastPage() {
  const { t, i18n } = useTranslation(["insight", "common"]);
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/forecast" });
  const moment = useMoment(search);
  const people = usePeople();
  const change = useCallback(
    (next: Partial<ForecastSearch>) =>
      void navigate({ search: (current) => ({ ...current, ...next }), replace: true }),
    [navigate],
  );
  const { period } = moment;
  return (
    <Page
      title={t("title.forecast")}
      toolbar={
        <>
          <QuarterControl search={search} moment={moment} onChange={change} />
          <WhoseSelect people={people} whose={whoseOf(search)} onChange={change} />
          <AsOfControl moment={moment} onChange={(asOf) => change({ asOf })} />
        </>
      }
    >
      <div className={classes.scroller}>
        {period && (
          <>
            <Text size="xs" c="dimmed" className={classes.span}>
              {formatPeriod(period, i18n.language)}
            </Text>
            <ForecastBody period={period} moment={moment} people={people} search={search} />
          </>
        )}
      </div>
    </Page>
  );
}

interface ForecastBodyProps {
  period: Period;
  moment: Moment;
  people: People;
  search: ForecastSearch;
}

function ForecastBody({ period, moment, people, search }: ForecastBodyProps) {
  const { t } = useTranslation(["insight", "common"]);
  const navigate = useNavigate({ from: "/forecast" });
  const whose = whoseOf(search);
  const columns = useForecastColumns(isFiscalQuarter(period, moment.fiscalYearStartMonth));
  const variables = forecastVariables(whose, period, moment.asOf);
  const [{ data, error, fetching }, refetch] = useQuery({ query: ForecastFigures, variables });

  // A step of the history, so that "back" closes the deals again.
  const open = useCallback(
    (row: Whose, figure: ForecastFigure | "ALL" | undefined) =>
      void navigate({
        search: (current) => ({
          ...current,
          figure,
          rowTeam: row && "team" in row ? row.team : undefined,
          rowPerson: row && "person" in row ? row.person : undefined,
        }),
        replace: figure === undefined,
      }),
    [navigate],
  );

  if (error && !data)
    return errorCode(error) === "FORBIDDEN" ? (
      <NoPermissionState />
    ) : (
      <ErrorState title={t("failed.forecast")} onRetry={() => refetch({ requestPolicy: "network-only" })} />
    );
  if (!data) return <ForecastSkeleton />;
  const row = whoseOf({ team: search.rowTeam, person: search.rowPerson });
  return (
    <div className={classes.figures} aria-busy={fetching} data-stale={fetching || undefined}>
      <ForecastBar forecast={data.forecast} columns={columns} onOpen={(figure) => open(null, figure)} />
      <ForecastCards forecast={data.forecast} columns={columns} onOpen={(figure) => open(null, figure)} />
      <ForecastTable
        parts={people.partsOf(whose)}
        columns={columns}
        period={period}
        asOf={moment.asOf}
        onOpen={open}
      />
      {search.figure && (
        <OpenFigure
          figure={search.figure}
          row={row ?? whose}
          {...{ people, period, columns }}
          asOf={moment.asOf}
          whole={row === null ? data.forecast : null}
          onClose={() => open(null, undefined)}
        />
      )}
    </div>
  );
}

interface OpenFigureProps {
  figure: ForecastFigure | "ALL";
  row: Whose;
  people: People;
  period: Period;
  asOf: string | undefined;
  columns: ReturnType<typeof useForecastColumns>;
  /** The figures of the page, where the figure is one of those. */
  whole: Forecast | null;
  onClose: () => void;
}

function OpenFigure({ figure, row, people, period, asOf, columns, whole, onClose }: OpenFigureProps) {
  const { t } = useTranslation("insight");
  const column = Object.values(columns).find((candidate) => candidate.figure === figure);
  const label = figure === "ALL" ? t("forecast.all") : (column?.label ?? "");
  const formula = figure === "ALL" ? t("forecastFormula.all") : whole && column ? column.formula(whole) : "";
  const name = nameOf(row, people);
  return (
    <ForecastDrawer
      title={name ? t("figureOfRow", { name, figure: label }) : label}
      formula={formula}
      forecast={forecastVariables(row, period, asOf)}
      figure={figure}
      onClose={onClose}
    />
  );
}

function nameOf(whose: Whose, people: People): string | undefined {
  if (!whose) return undefined;
  return "team" in whose
    ? people.teams.find(({ id }) => id === whose.team)?.name
    : people.persons.find(({ id }) => id === whose.person)?.name;
}

function ForecastSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.figures} role="status" aria-busy="true" aria-label={t("state.loading")}>
      <Skeleton h={96} mb="lg" />
      <RowsSkeleton rows={10} />
    </div>
  );
}
