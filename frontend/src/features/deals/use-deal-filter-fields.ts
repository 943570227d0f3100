import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DealFilter } from "@/gql/graphql";
import { useChoices } from "@/ui/field/choices";
import type { FilterFieldsOf } from "@/ui/filter/fields";
import type { Pipeline } from "@/ui/pipelines";

/** What deals can be filtered by. */
export function useDealFilterFields(pipelines: readonly Pipeline[]): FilterFieldsOf<DealFilter> {
  const { t } = useTranslation("deals");
  const { options: industries } = useChoices("industry");
  const { options: sources } = useChoices("source");
  const { options: reasons } = useChoices("lostReason");
  return useMemo(
    () => [
      { path: "name", label: t("field.name"), kind: "text" },
      { path: "accountId", label: t("field.account"), kind: "record", source: "ACCOUNT" },
      { path: "ownerId", label: t("field.owner"), kind: "record", source: "USER" },
      {
        path: "stageId",
        label: t("field.stage"),
        kind: "choice",
        options: pipelines.flatMap((pipeline) =>
          pipeline.stages.map((stage) => ({
            value: stage.id,
            label: pipelines.length > 1 ? `${pipeline.label} · ${stage.label}` : stage.label,
          })),
        ),
      },
      {
        path: "state",
        label: t("field.stageKind"),
        kind: "choice",
        options: (["OPEN", "WON", "LOST"] as const).map((value) => ({
          value,
          label: t(`stageKind.${value}`),
        })),
      },
      { path: "amount", label: t("field.amount"), kind: "money" },
      { path: "expectedCloseDate", label: t("field.expectedCloseDate"), kind: "date" },
      { path: "closedDate", label: t("field.closedDate"), kind: "date" },
      {
        path: "category",
        label: t("field.category"),
        kind: "choice",
        options: (["PIPELINE", "BEST_CASE", "COMMIT"] as const).map((value) => ({
          value,
          label: t(`category.${value}`),
        })),
      },
      { path: "source", label: t("field.source"), kind: "choice", options: sources },
      { path: "lostReason", label: t("field.lostReason"), kind: "choice", options: reasons },
      { path: "stageEnteredDate", label: t("field.stageEnteredDate"), kind: "date" },
      { path: "account.industry", label: t("field.industry"), kind: "choice", options: industries },
      { path: "owner.teamId", label: t("field.team"), kind: "record", source: "TEAM" },
    ],
    [t, pipelines, industries, sources, reasons],
  );
}
