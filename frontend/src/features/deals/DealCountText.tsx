import { useQuery } from "urql";
import type { DealFilter } from "@/gql/graphql";
import { CountText } from "@/ui/list/CountText";
import { DealCount } from "./deal-row";

interface DealCountTextProps {
  filter: DealFilter | undefined;
  search: string | undefined;
  /** The figure alone, as in the head of a column. */
  bare?: boolean;
}

export function DealCountText({ filter, search, bare = false }: DealCountTextProps) {
  const [{ data }] = useQuery({ query: DealCount, variables: { filter, search } });
  return <CountText count={data?.deals.totalCount} bare={bare} />;
}
