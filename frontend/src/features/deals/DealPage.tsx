import { Anchor, Group, Text, Title } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { DealRowFragment } from "@/gql/graphql";
import { MoneyText } from "@/ui/cells/MoneyText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { RecordPage } from "@/ui/RecordPage";
import { ErrorState, NoPermissionState, PageSkeleton } from "@/ui/states";
import { BuyingRoles } from "./BuyingRoles";
import { DaysInStage } from "./DaysInStage";
import { DealFields } from "./DealFields";
import { DealTimeline } from "./DealTimeline";
import { DealRow } from "./deal-row";
import { LineItems } from "./LineItems";
import { MoveProvider, useRequestMove } from "./moves";
import { NextSteps } from "./NextSteps";
import { PathBar } from "./PathBar";
import { type Pipeline, usePipelines } from "./pipelines";
import { useDealActions } from "./use-deal-actions";

const DealQuery = graphql(`
  query Deal($id: ID!) {
    deal(id: $id) {
      id
      ...DealRow
      ...DealFields
      ...DealLines
      ...DealRoles
      ...DealTasks
    }
  }
`);

const route = getRouteApi("/work/deals/$dealId");

export function DealPage() {
  const { dealId } = route.useParams();
  const { t } = useTranslation("common");
  const [{ data, error, fetching }, refetch] = useQuery({ query: DealQuery, variables: { id: dealId } });
  const { pipelines } = usePipelines();
  const deal = readFragment(DealRow, data?.deal);
  if (!data && fetching) return <PageSkeleton />;
  if (error && !data)
    return (
      <ErrorState title={t("state.unreachable")} onRetry={() => refetch({ requestPolicy: "network-only" })} />
    );
  if (!data?.deal || !deal) return <NoPermissionState />;
  return (
    <MoveProvider>
      <RecordPage
        header={<DealHeader deal={deal} />}
        path={<DealPath deal={deal} pipelines={pipelines} />}
        fields={<DealFields deal={data.deal} />}
        timeline={<DealTimeline dealId={dealId} />}
        related={
          <>
            <NextSteps deal={data.deal} />
            <BuyingRoles deal={data.deal} />
            <LineItems deal={data.deal} />
          </>
        }
      />
    </MoveProvider>
  );
}

function DealHeader({ deal }: { deal: DealRowFragment }) {
  const { t } = useTranslation("deals");
  useEffect(() => {
    document.title = `${deal.name} · Tundish`;
  }, [deal.name]);
  return (
    <>
      <Anchor component={Link} to="/deals" size="xs" c="dimmed">
        {t("page.back")}
      </Anchor>
      <Group justify="space-between" gap="xs" align="baseline">
        <Title order={1}>{deal.name}</Title>
        <Group gap="md">
          {deal.account && <Text size="sm">{deal.account.name}</Text>}
          <Text size="lg" fw={600}>
            <MoneyText value={deal.amount} />
          </Text>
          <Text size="sm" c="dimmed">
            <DaysInStage deal={deal} />
          </Text>
          <UserBadge user={deal.owner} />
        </Group>
      </Group>
    </>
  );
}

function DealPath({ deal, pipelines }: { deal: DealRowFragment; pipelines: readonly Pipeline[] }) {
  const requestMove = useRequestMove();
  const { setCurrent } = useDealActions<DealRowFragment>(pipelines);
  useEffect(() => {
    setCurrent(deal);
    return () => setCurrent(null);
  }, [deal, setCurrent]);
  const pipeline = pipelines.find((candidate) => candidate.id === deal.pipeline.id);
  if (!pipeline) return null;
  return (
    <PathBar
      stages={pipeline.stages}
      currentId={deal.stage.id}
      disabled={!deal.viewerCan.includes("UPDATE")}
      onChoose={(stage) => requestMove(deal, stage)}
    />
  );
}
