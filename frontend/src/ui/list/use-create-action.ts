import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "@/lib/actions";
import type { Creation } from "@/lib/creation";

/** On the page of a kind of record, `c` creates one of that kind. */
export function useCreateAction(
  kind: Creation["kind"],
  create: { label: string; run: () => void } | undefined,
): void {
  const { t } = useTranslation();
  const actions = useMemo(
    (): Action[] =>
      create ? [{ id: `create:${kind}`, section: t("section.create"), keys: "c", ...create }] : [],
    [t, kind, create],
  );
  useActions(actions);
}
