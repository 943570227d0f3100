import { graphql } from "@/gql";

/** The records that a field can point to. */
export type RecordSource = "ACCOUNT" | "CONTACT" | "PRODUCT" | "USER" | "TEAM";

export const RecordOptions = graphql(`
  query RecordOptions($query: String!, $kinds: [RecordKind!]) {
    search(query: $query, kinds: $kinds, first: 12) {
      kind
      title
      node { __typename id }
    }
  }
`);

// Before anything is typed, the likely ones are offered.
export const RecentOptions = graphql(`
  query RecentOptions($accounts: Boolean!, $contacts: Boolean!, $products: Boolean!, $users: Boolean!, $teams: Boolean!) {
    accounts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $accounts) { nodes { id name } }
    contacts(first: 12, orderBy: [{ field: UPDATED_AT, direction: DESC }]) @include(if: $contacts) { nodes { id name } }
    products(first: 50, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $products) { nodes { id name } }
    users(first: 100, filter: { active: { eq: true } }, orderBy: [{ field: NAME, direction: ASC }]) @include(if: $users) { nodes { id name } }
    teams @include(if: $teams) { id name }
  }
`);

export const RecordLabel = graphql(`
  query RecordLabel($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Account { name }
      ... on Contact { name }
      ... on Product { name }
      ... on User { name }
      ... on Team { name }
    }
  }
`);
