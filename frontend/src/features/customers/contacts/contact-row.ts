import { graphql } from "@/gql";

/** What lists show of a contact. Live updates bring the same fields, so that they reach every list. */
export const ContactRow = graphql(`
  fragment ContactRow on Contact {
    id
    name
    version
    account { id name }
    owner { id name }
    jobTitle
    phone
    email
    wechat
    viewerCan
    createdAt
    updatedAt
  }
`);

export const ContactList = graphql(`
  query ContactList($filter: ContactFilter, $search: String, $orderBy: [ContactOrder!], $first: Int!, $after: String) {
    contacts(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
      nodes { id ...ContactRow }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The count is a question of its own, so that no list waits for it. */
export const ContactCount = graphql(`
  query ContactCount($filter: ContactFilter, $search: String) {
    contacts(filter: $filter, search: $search, first: 1) {
      totalCount
    }
  }
`);
