import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatCount } from "@/lib/format/money";

/** Lists are counted no further than this, as the API does by itself. */
export const countLimit = 10_000;

interface CountTextProps {
  /** Undefined while it is counted. */
  count: number | undefined;
  /** The figure alone, as in the head of a column. */
  bare?: boolean;
}

export function CountText({ count, bare = false }: CountTextProps) {
  const { t, i18n } = useTranslation();
  const shown = count === undefined ? "" : formatCount(count, countLimit, i18n.language);
  return (
    <Text size="xs" c="dimmed" aria-live={bare ? undefined : "polite"} style={{ whiteSpace: "nowrap" }}>
      {bare || count === undefined ? shown : t("list.count", { count, shown })}
    </Text>
  );
}
