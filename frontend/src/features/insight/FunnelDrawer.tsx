import { useCallback } from "react";
import type {
  DealFilter,
  FunnelFigure,
  FunnelFigureCountQuery,
  FunnelFigureDealsQuery,
  FunnelStageFigure,
  OpenDealCountQuery,
  OpenDealsQuery,
  StageFigureCountQuery,
  StageFigureDealsQuery,
} from "@/gql/graphql";
import { FigureDrawer } from "./FigureDrawer";
import {
  FunnelFigureCount,
  FunnelFigureDeals,
  OpenDealCount,
  OpenDeals,
  StageFigureCount,
  StageFigureDeals,
} from "./figure-deals";
import type { Period } from "./period";

/** What a funnel is asked. */
export interface FunnelVariables {
  pipelineId: string;
  filter: DealFilter | undefined;
  period: Period | undefined;
  asOf: string | undefined;
}

interface DrawerProps {
  title: string;
  formula: string;
  funnel: FunnelVariables;
  onClose: () => void;
}

/** The deals behind a figure of one stage. */
export function StageFigureDrawer({
  stage,
  figure,
  funnel,
  ...props
}: DrawerProps & { stage: string; figure: FunnelStageFigure }) {
  const connection = useCallback(
    (data: StageFigureDealsQuery) => data.funnel.stages.find((row) => row.stage.id === stage)?.deals,
    [stage],
  );
  const total = (data: StageFigureCountQuery) =>
    data.funnel.stages.find((row) => row.stage.id === stage)?.deals.totalCount;
  const variables = { ...funnel, figure };
  return (
    <FigureDrawer
      source={{ deals: StageFigureDeals, count: StageFigureCount, variables, connection, total }}
      {...props}
    />
  );
}

const closedDeals = {
  deals: FunnelFigureDeals,
  count: FunnelFigureCount,
  connection: (data: FunnelFigureDealsQuery) => data.funnel.deals,
  total: (data: FunnelFigureCountQuery) => data.funnel.deals.totalCount,
};

/** The deals that were won or lost. */
export function ClosedDealsDrawer({ figure, funnel, ...props }: DrawerProps & { figure: FunnelFigure }) {
  return <FigureDrawer source={{ ...closedDeals, variables: { ...funnel, figure } }} {...props} />;
}

const openDeals = {
  deals: OpenDeals,
  count: OpenDealCount,
  connection: (data: OpenDealsQuery) => data.deals,
  total: (data: OpenDealCountQuery) => data.deals.totalCount,
};

/** The open deals of all stages. */
export function OpenDealsDrawer({ funnel, ...props }: DrawerProps) {
  const { pipelineId, filter, asOf } = funnel;
  const open: DealFilter = { pipelineId: { eq: pipelineId }, state: { eq: "OPEN" } };
  const variables = { filter: filter ? { and: [open, filter] } : open, asOf };
  return <FigureDrawer source={{ ...openDeals, variables }} {...props} />;
}
