import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Outcome } from "@/lib/graphql/mutate";
import { notifyRefusal, offerUndo } from "@/lib/notify";

/** Says what was done and offers to take it back; where that is refused, says why. */
export function useOfferUndo(): (message: string, undo: () => Promise<Outcome<unknown>>) => void {
  const { t } = useTranslation();
  return useCallback(
    (message, undo) =>
      offerUndo(message, t("action.undo"), async () => {
        const outcome = await undo();
        if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
      }),
    [t],
  );
}
