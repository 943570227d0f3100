import { graphql } from "@/gql";

/** What is shown of a deal behind a figure. */
export const FigureDeal = graphql(`
  fragment FigureDeal on Deal {
    id
    name
    account { id name }
    owner { id name }
    stage { id label kind }
    amount { amount currency }
    expectedCloseDate
    closedDate
  }
`);

export const StageFigureDeals = graphql(`
  query StageFigureDeals(
    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime
    $figure: FunnelStageFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String
  ) {
    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {
      stages {
        stage { id }
        deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {
          nodes { id ...FigureDeal }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }
`);

export const StageFigureCount = graphql(`
  query StageFigureCount(
    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelStageFigure!
  ) {
    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {
      stages {
        stage { id }
        deals(figure: $figure, first: 1) { totalCount }
      }
    }
  }
`);

export const FunnelFigureDeals = graphql(`
  query FunnelFigureDeals(
    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime
    $figure: FunnelFigure!, $orderBy: [DealOrder!], $first: Int!, $after: String
  ) {
    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {
      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {
        nodes { id ...FigureDeal }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const FunnelFigureCount = graphql(`
  query FunnelFigureCount(
    $pipelineId: ID!, $filter: DealFilter, $period: PeriodInput, $asOf: DateTime, $figure: FunnelFigure!
  ) {
    funnel(pipelineId: $pipelineId, filter: $filter, period: $period, asOf: $asOf) {
      deals(figure: $figure, first: 1) { totalCount }
    }
  }
`);

/** The open deals of all stages together, which no figure of the funnel names. */
export const OpenDeals = graphql(`
  query OpenDeals($filter: DealFilter, $asOf: DateTime, $orderBy: [DealOrder!], $first: Int!, $after: String) {
    deals(filter: $filter, asOf: $asOf, orderBy: $orderBy, first: $first, after: $after) {
      nodes { id ...FigureDeal }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const OpenDealCount = graphql(`
  query OpenDealCount($filter: DealFilter, $asOf: DateTime) {
    deals(filter: $filter, asOf: $asOf, first: 1) { totalCount }
  }
`);

export const ForecastFigureDeals = graphql(`
  query ForecastFigureDeals(
    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime
    $figure: ForecastFigure, $orderBy: [DealOrder!], $first: Int!, $after: String
  ) {
    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {
      deals(figure: $figure, orderBy: $orderBy, first: $first, after: $after) {
        nodes { id ...FigureDeal }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const ForecastFigureCount = graphql(`
  query ForecastFigureCount(
    $period: PeriodInput!, $ownerId: ID, $teamId: ID, $asOf: DateTime, $figure: ForecastFigure
  ) {
    forecast(period: $period, ownerId: $ownerId, teamId: $teamId, asOf: $asOf) {
      deals(figure: $figure, first: 1) { totalCount }
    }
  }
`);
