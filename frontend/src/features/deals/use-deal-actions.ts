import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "@/lib/actions";
import type { Pipeline } from "@/ui/pipelines";
import { type MovableDeal, useRequestMove } from "./moves";

/** The keys that move the current deal: the one hovered or focused in a list, or the one whose page is open. */
export function useDealActions<Deal extends MovableDeal & { pipeline: { id: string } }>(
  pipelines: readonly Pipeline[],
  current: () => Deal | null,
): void {
  const { t } = useTranslation("deals");
  const requestMove = useRequestMove();

  const actions = useMemo((): Action[] => {
    const stagesOf = (deal: Deal) =>
      pipelines.find((pipeline) => pipeline.id === deal.pipeline.id)?.stages ?? [];
    const moveBy = (by: 1 | -1) => () => {
      const deal = current();
      if (!deal) return;
      const stages = stagesOf(deal);
      const target = stages[stages.findIndex((stage) => stage.id === deal.stage.id) + by];
      // The step after the last open stage is winning; losing has a key of its own.
      if (target && (target.kind !== "LOST" || by === -1)) requestMove(deal, target);
    };
    const moveToKind = (kind: "WON" | "LOST") => () => {
      const deal = current();
      const target = deal && stagesOf(deal).find((stage) => stage.kind === kind);
      if (deal && target) requestMove(deal, target);
    };
    const section = t("action.section");
    return [
      { id: "deal:next", label: t("action.nextStage"), section, keys: "]", run: moveBy(1) },
      { id: "deal:previous", label: t("action.previousStage"), section, keys: "[", run: moveBy(-1) },
      { id: "deal:won", label: t("action.won"), section, keys: "w", run: moveToKind("WON") },
      { id: "deal:lost", label: t("action.lost"), section, keys: "x", run: moveToKind("LOST") },
    ];
  }, [t, pipelines, requestMove, current]);
  useActions(actions);
}
