import { graphql, readFragment } from "@/gql";
import type { DealListQuery, DealRowFragment } from "@/gql/graphql";
import type { Page } from "@/lib/graphql/pages";

/** What lists and the board show of a deal. Live updates bring the same fields, so that they reach every list. */
export const DealRow = graphql(`
  fragment DealRow on Deal {
    id
    name
    version
    account { id name }
    owner { id name }
    pipeline { id }
    stage { id label kind position }
    amount { amount currency base }
    expectedCloseDate
    closedDate
    stageEnteredDate
    category
    source
    lostReason
    nextTask { id title dueDate }
    viewerCan
    createdAt
    updatedAt
  }
`);

export const DealList = graphql(`
  query DealList($filter: DealFilter, $search: String, $orderBy: [DealOrder!], $first: Int!, $after: String) {
    deals(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
      nodes { id ...DealRow }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export function dealPage({ deals }: DealListQuery): Page<DealRowFragment> {
  return { nodes: readFragment(DealRow, deals.nodes), pageInfo: deals.pageInfo };
}

/** The count is a question of its own, so that no list waits for it. */
export const DealCount = graphql(`
  query DealCount($filter: DealFilter, $search: String) {
    deals(filter: $filter, search: $search, first: 1) {
      totalCount
    }
  }
`);
