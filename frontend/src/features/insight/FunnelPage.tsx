import { SegmentedControl, Select, Skeleton, Text } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { FunnelFigure, FunnelStageFigure } from "@/gql/graphql";
import { errorCode } from "@/lib/graphql/client";
import { setPreference } from "@/lib/preferences";
import { useSession } from "@/lib/session";
import { endOfDay } from "@/ui/day-bounds";
import { Page } from "@/ui/Page";
import { useChosenPipeline, usePipelines } from "@/ui/pipelines";
import { EmptyState, ErrorState, NoPermissionState, RowsSkeleton } from "@/ui/states";
import { AsOfControl } from "./AsOfControl";
import { FunnelBody } from "./FunnelBody";
import type { FunnelVariables } from "./FunnelDrawer";
import { FunnelFigures } from "./funnel-figures";
import classes from "./insight.module.css";
import { type FunnelSearch, funnelMeasures, funnelPeriods, whoseOf } from "./insight-search";
import { PeriodControl } from "./PeriodControl";
import { formatPeriod, type Period, periodBefore } from "./period";
import { QuarterGlance } from "./QuarterGlance";
import { useMoment } from "./use-moment";
import { usePeople, whoseFilter } from "./use-people";
import { WhoseSelect } from "./WhoseSelect";

const route = getRouteApi("/work/funnel");

/** Where deals stand, how they move on, and where they get stuck. */
export function FunnelPage() {
  const { t, i18n } = useTranslation(["insight", "common"]);
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/funnel" });
  const { company } = useSession();
  const moment = useMoment(search);
  const people = usePeople();
  const whose = whoseOf(search);
  const { pipelines, loading, failed, retry } = usePipelines();
  const pipeline = useChosenPipeline(pipelines, search.pipeline);

  const filter = useMemo(
    () => whoseFilter(whoseOf({ team: search.team, person: search.person }), people.teams),
    [search.team, search.person, people.teams],
  );
  const variables: FunnelVariables = {
    pipelineId: pipeline?.id ?? "",
    filter,
    period: moment.period ?? undefined,
    asOf: moment.asOf,
  };
  // The condition on a team names the teams below it.
  const ofUnknownTeam = search.team !== undefined && (people.loading || people.failed);
  const waiting = !pipeline || ofUnknownTeam;
  const [now, refetch] = useQuery({ query: FunnelFigures, variables, pause: waiting });
  // The same funnel at the same point of the period before, as it was then.
  const compared: Period | null = moment.period && periodBefore(moment.period, moment.day);
  const [before] = useQuery({
    query: FunnelFigures,
    variables: {
      ...variables,
      period: compared ?? undefined,
      asOf: compared ? endOfDay(compared.to, company.timeZone) : undefined,
    },
    pause: waiting || compared === null,
  });

  const change = useCallback(
    (next: Partial<FunnelSearch>) =>
      void navigate({ search: (current) => ({ ...current, ...next }), replace: true }),
    [navigate],
  );
  // A step of the history, so that "back" closes the deals again.
  const open = useCallback(
    (stage: string | undefined, figure: FunnelStageFigure | FunnelFigure | undefined) =>
      void navigate({
        search: (current) => ({ ...current, stage, figure }),
        replace: figure === undefined,
      }),
    [navigate],
  );

  if (failed)
    return (
      <Page title={t("title.funnel")}>
        <ErrorState title={t("failed.funnel")} onRetry={retry} />
      </Page>
    );
  const choosePipeline = (id: string | null) => {
    if (!id) return;
    setPreference("pipelineId", id);
    change({ pipeline: id });
  };

  const body = () => {
    if (!loading && !pipeline)
      return <EmptyState title={t("empty.noPipeline")} hint={t("empty.noPipelineHint")} />;
    if (ofUnknownTeam && people.failed)
      return <ErrorState title={t("failed.funnel")} onRetry={people.retry} />;
    if (now.error && !now.data) {
      if (errorCode(now.error) === "FORBIDDEN") return <NoPermissionState />;
      return (
        <ErrorState title={t("failed.funnel")} onRetry={() => refetch({ requestPolicy: "network-only" })} />
      );
    }
    if (!now.data) return <FunnelSkeleton />;
    return (
      <FunnelBody
        funnel={now.data.funnel}
        before={compared ? before.data?.funnel : undefined}
        stale={now.fetching}
        variables={variables}
        search={search}
        onOpen={open}
      />
    );
  };

  return (
    <Page
      title={t("title.funnel")}
      toolbar={
        <>
          {pipelines.length > 1 && (
            <Select
              aria-label={t("pipeline")}
              data={pipelines.map(({ id, label }) => ({ value: id, label }))}
              value={pipeline?.id ?? null}
              onChange={choosePipeline}
              allowDeselect={false}
              w={140}
            />
          )}
          <PeriodControl choices={funnelPeriods} search={search} moment={moment} onChange={change} />
          <WhoseSelect people={people} whose={whose} onChange={change} />
          <AsOfControl moment={moment} onChange={(asOf) => change({ asOf })} />
        </>
      }
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t("measure.label")}
          value={search.measure ?? "entered"}
          onChange={(measure) => change({ measure: funnelMeasures.find((known) => known === measure) })}
          data={funnelMeasures.map((value) => ({ value, label: t(`measure.${value}`) }))}
        />
      }
    >
      <div className={classes.scroller}>
        <Text size="xs" c="dimmed" className={classes.span}>
          {moment.period ? formatPeriod(moment.period, i18n.language) : t("period.allTime")}
          {compared && ` · ${t("comparedWith", { period: formatPeriod(compared, i18n.language) })}`}
        </Text>
        <div className={classes.glance}>
          <QuarterGlance moment={moment} search={search} />
        </div>
        {body()}
      </div>
    </Page>
  );
}

function FunnelSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={classes.loading} role="status" aria-busy="true" aria-label={t("state.loading")}>
      <Skeleton h={64} mb="lg" />
      <RowsSkeleton rows={10} />
    </div>
  );
}
