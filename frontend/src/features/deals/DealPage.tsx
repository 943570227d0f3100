import { Text } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { DealRowFragment } from "@/gql/graphql";
import { useMutate } from "@/lib/graphql/mutate";
import { MoneyText } from "@/ui/cells/MoneyText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { TextLink } from "@/ui/links";
import { type Pipeline, usePipelines } from "@/ui/pipelines";
import { RecordPage } from "@/ui/RecordPage";
import { RecordHeader } from "@/ui/record/RecordHeader";
import { RecordMenu } from "@/ui/record/RecordMenu";
import { useDeletion } from "@/ui/record/use-deletion";
import { ErrorState, NoPermissionState, PageSkeleton } from "@/ui/states";
import { NextSteps } from "@/ui/tasks/NextSteps";
import { Timeline } from "@/ui/timeline/Timeline";
import { BuyingRoles } from "./BuyingRoles";
import { DaysInStage } from "./DaysInStage";
import { DealFields } from "./DealFields";
import { DealRow } from "./deal-row";
import { LineItems } from "./LineItems";
import { MoveProvider, useRequestMove } from "./moves";
import { PathBar } from "./PathBar";
import { useDealActions } from "./use-deal-actions";
import { useDealWords } from "./use-deal-words";

const DealQuery = graphql(`
  query Deal($id: ID!) {
    deal(id: $id) {
      id
      ...DealRow
      ...DealFields
      ...DealLines
      ...DealRoles
    }
  }
`);

const DeleteDeal = graphql(`
  mutation DeleteDeal($id: ID!, $cascade: Boolean!) {
    deleteDeal(id: $id, cascade: $cascade) {
      deal { id deletedAt }
      userErrors { code path message }
    }
  }
`);

const RestoreDeal = graphql(`
  mutation RestoreDeal($id: ID!) {
    restoreDeal(id: $id) {
      deal { id ...DealRow }
      userErrors { code path message }
    }
  }
`);

const route = getRouteApi("/work/deals/$dealId");

export function DealPage() {
  const { dealId } = route.useParams();
  const { t } = useTranslation("common");
  const [{ data, error }, refetch] = useQuery({ query: DealQuery, variables: { id: dealId } });
  const { pipelines } = usePipelines();
  const deal = readFragment(DealRow, data?.deal);
  const subject = useMemo(() => ({ kind: "Deal", id: dealId }) as const, [dealId]);
  const words = useDealWords();
  if (error && !data)
    return (
      <ErrorState title={t("state.unreachable")} onRetry={() => refetch({ requestPolicy: "network-only" })} />
    );
  if (!data) return <PageSkeleton />;
  if (!data.deal || !deal) return <NoPermissionState />;
  return (
    <MoveProvider>
      <RecordPage
        header={<DealHeader deal={deal} />}
        path={<DealPath deal={deal} pipelines={pipelines} />}
        fields={<DealFields deal={data.deal} />}
        timeline={<Timeline subject={subject} words={words} />}
        related={
          <>
            <NextSteps subject={subject} />
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
  const navigate = useNavigate();
  const deleteDeal = useMutate(DeleteDeal);
  const restoreDeal = useMutate(RestoreDeal);
  const deletion = useDeletion({
    name: deal.name,
    remove: (cascade) => deleteDeal({ id: deal.id, cascade }),
    restore: () => restoreDeal({ id: deal.id }),
    onRemoved: () => void navigate({ to: "/deals" }),
  });
  return (
    <>
      <RecordHeader
        name={deal.name}
        back={{ link: { to: "/deals" }, label: t("page.back") }}
        facts={
          <>
            {deal.account && (
              <TextLink to="/accounts/$accountId" params={{ accountId: deal.account.id }} size="sm">
                {deal.account.name}
              </TextLink>
            )}
            <Text size="lg" fw={600}>
              <MoneyText value={deal.amount} />
            </Text>
            <Text size="sm" c="dimmed">
              <DaysInStage deal={deal} />
            </Text>
            <UserBadge user={deal.owner} />
          </>
        }
        actions={<RecordMenu canDelete={deal.viewerCan.includes("DELETE")} onDelete={deletion.request} />}
      />
      {deletion.dialog}
    </>
  );
}

function DealPath({ deal, pipelines }: { deal: DealRowFragment; pipelines: readonly Pipeline[] }) {
  const requestMove = useRequestMove();
  const latest = useRef(deal);
  latest.current = deal;
  useDealActions(
    pipelines,
    useCallback(() => latest.current, []),
  );
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
