import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../states";
import type { ListSearch, SearchChange } from "./list-search";

interface ListEmptyProps {
  /** Whether a filter or search is in force: then the next step is to loosen it. */
  narrowed: boolean;
  onChange: (change: SearchChange<ListSearch>) => void;
  /** What stands there when there is no record at all. */
  none: { title: string; hint: string };
  create?: { label: string; run: () => void } | undefined;
}

/** A list without rows, and what to do about it. */
export function ListEmpty({ narrowed, onChange, none, create }: ListEmptyProps) {
  const { t } = useTranslation();
  if (narrowed)
    return (
      <EmptyState title={t("list.noMatch")} hint={t("list.noMatchHint")}>
        <Button variant="default" onClick={() => onChange({ filter: undefined, search: undefined })}>
          {t("filter.clearAll")}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState title={none.title} hint={none.hint}>
      {create && <Button onClick={create.run}>{create.label}</Button>}
    </EmptyState>
  );
}
