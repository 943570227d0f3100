import { graphql } from "@/gql";

/** What lists show of an account. Live updates bring the same fields, so that they reach every list. */
export const AccountRow = graphql(`
  fragment AccountRow on Account {
    id
    name
    version
    industry
    owner { id name }
    parent { id name }
    phone
    website
    province
    city
    employees
    foundedYear
    annualRevenue { amount currency base }
    viewerCan
    createdAt
    updatedAt
  }
`);

export const AccountList = graphql(`
  query AccountList($filter: AccountFilter, $search: String, $orderBy: [AccountOrder!], $first: Int!, $after: String) {
    accounts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
      nodes { id ...AccountRow }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The count is a question of its own, so that no list waits for it. */
export const AccountCount = graphql(`
  query AccountCount($filter: AccountFilter, $search: String) {
    accounts(filter: $filter, search: $search, first: 1) {
      totalCount
    }
  }
`);
