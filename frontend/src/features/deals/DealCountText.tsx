import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { DealFilter } from "@/gql/graphql";
import { formatCount } from "@/lib/format/money";
import { DealCount } from "./deal-row";

/** Lists are counted no further than this, as the API does by itself. */
const countLimit = 10_000;

interface DealCountTextProps {
  filter: DealFilter | undefined;
  search: string | undefined;
  /** The figure alone, as in the head of a column. */
  bare?: boolean;
}

export function DealCountText({ filter, search, bare = false }: DealCountTextProps) {
  const { t, i18n } = useTranslation();
  const [{ data }] = useQuery({ query: DealCount, variables: { filter, search } });
  const count = data?.deals.totalCount;
  const shown = count === undefined ? "" : formatCount(count, countLimit, i18n.language);
  return (
    <Text size="xs" c="dimmed" aria-live="polite" style={{ whiteSpace: "nowrap" }}>
      {bare || count === undefined ? shown : t("list.count", { count, shown })}
    </Text>
  );
}
