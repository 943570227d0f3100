import type { ProductOrderField } from "@/gql/graphql";
import { type ListSearch, parseListSearch, searchText, withoutAbsent } from "@/ui/list/list-search";

/** The list of products, and the one that is open in the drawer beside it. */
export interface ProductSearch extends ListSearch {
  product?: string;
}

export const productOrderFields = [
  "NAME",
  "SERIES",
  "LIST_PRICE",
  "ACTIVE",
  "CREATED_AT",
  "UPDATED_AT",
] as const satisfies readonly ProductOrderField[];

export const defaultProductColumns = ["name", "series", "listPrice", "active", "updatedAt"] as const;

export function parseProductSearch(raw: Record<string, unknown>): ProductSearch {
  return withoutAbsent<ProductSearch>({
    ...parseListSearch(raw, productOrderFields),
    product: searchText(raw.product),
  });
}
