import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useChoices } from "@/ui/field/choices";
import { usePipelines } from "@/ui/pipelines";
import type { ChangeWords } from "@/ui/timeline/ChangeText";
import deals from "./locales/en.json";

/** The stage tells of them. */
const implied = new Set(["state", "stageEnteredDate", "closedOwner", "closedTeam"]);

/** How changes of deals read on a timeline. */
export function useDealWords(): ChangeWords {
  const { t } = useTranslation("deals");
  const { labelOf: sourceLabel } = useChoices("source");
  const { labelOf: reasonLabel } = useChoices("lostReason");
  const { pipelines } = usePipelines();
  return useMemo(
    () => ({
      implied,
      reference: (field, id) => {
        if (field === "pipeline") return pipelines.find((pipeline) => pipeline.id === id)?.label ?? null;
        if (field !== "stage") return null;
        return pipelines.flatMap(({ stages }) => stages).find((stage) => stage.id === id)?.label ?? null;
      },
      field: (key) => (key in deals.field ? t(`field.${key as keyof typeof deals.field}`) : null),
      value: (field, key) => {
        if (field === "source") return sourceLabel(key);
        if (field === "lostReason") return reasonLabel(key);
        if (field === "category" && key in deals.category)
          return t(`category.${key as keyof typeof deals.category}`);
        return key;
      },
    }),
    [t, pipelines, sourceLabel, reasonLabel],
  );
}
