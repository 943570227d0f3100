import { graphql } from "@/gql";

/** What lists show of a product. Live updates bring the same fields, so that they reach every list. */
export const ProductRow = graphql(`
  fragment ProductRow on Product {
    id
    name
    version
    series
    listPrice { amount currency base }
    active
    description
    viewerCan
    createdAt
    updatedAt
  }
`);

export const ProductList = graphql(`
  query ProductList($filter: ProductFilter, $search: String, $orderBy: [ProductOrder!], $first: Int!, $after: String) {
    products(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
      nodes { id ...ProductRow }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

/** The count is a question of its own, so that no list waits for it. */
export const ProductCount = graphql(`
  query ProductCount($filter: ProductFilter, $search: String) {
    products(filter: $filter, search: $search, first: 1) {
      totalCount
    }
  }
`);

export const ProductQuery = graphql(`
  query Product($id: ID!) {
    product(id: $id) { id ...ProductRow }
  }
`);
