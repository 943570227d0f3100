import type { DealOrderField } from "@/gql/graphql";
import { type ListSearch, parseListSearch, searchText, withoutAbsent } from "@/ui/list/list-search";

/** All that a list of deals can be asked, as it stands in the URL. */
export interface DealSearch extends ListSearch {
  view?: "board" | "table";
  pipeline?: string;
}

export const dealOrderFields = [
  "NAME",
  "AMOUNT",
  "EXPECTED_CLOSE_DATE",
  "CLOSED_DATE",
  "CATEGORY",
  "SOURCE",
  "STAGE_ENTERED_DATE",
  "CREATED_AT",
  "UPDATED_AT",
  "ACCOUNT_NAME",
  "OWNER_NAME",
  "STAGE_POSITION",
] as const satisfies readonly DealOrderField[];

/** What the table shows unless someone chose otherwise; the name is what leads to the deal. */
export const defaultColumns = [
  "name",
  "account",
  "stage",
  "amount",
  "expectedCloseDate",
  "nextTask",
] as const;

export function parseDealSearch(raw: Record<string, unknown>): DealSearch {
  return withoutAbsent<DealSearch>({
    view: raw.view === "table" || raw.view === "board" ? raw.view : undefined,
    pipeline: searchText(raw.pipeline),
    ...parseListSearch(raw, dealOrderFields),
  });
}
