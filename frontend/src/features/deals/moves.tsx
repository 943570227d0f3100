import { createContext, type ReactNode, Suspense, use, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { DealRowFragment, MoveDealMutationVariables } from "@/gql/graphql";
import { newIdempotencyKey, type UserError, useMutate } from "@/lib/graphql/mutate";
import { lazySoon } from "@/lib/lazy-soon";
import { notifyRefusal } from "@/lib/notify";
import type { Stage } from "@/ui/pipelines";
import { useOfferUndo } from "@/ui/use-offer-undo";
import { useUpdateDeal } from "./use-update-deal";

const LostDialog = lazySoon(() => import("./LostDialog"));
const WonDialog = lazySoon(() => import("./WonDialog"));

const MoveDeal = graphql(`
  mutation MoveDeal($id: ID!, $stageId: ID!, $amount: MoneyInput, $lostReason: String, $note: String, $idempotencyKey: String) {
    moveDeal(id: $id, stageId: $stageId, amount: $amount, lostReason: $lostReason, note: $note, idempotencyKey: $idempotencyKey) {
      deal { id ...DealRow }
      userErrors { code path message }
    }
  }
`);

/** What a move needs to know of a deal. */
export type MovableDeal = Pick<
  DealRowFragment,
  "id" | "name" | "amount" | "lostReason" | "stage" | "viewerCan"
>;

type Details = Pick<MoveDealMutationVariables, "amount" | "lostReason" | "note">;

interface PendingMove {
  deal: MovableDeal;
  stage: Stage;
}

/** Moves a deal; won asks for the amount and lost for the reason first. */
type RequestMove = (deal: MovableDeal, stage: Stage) => void;

const MoveContext = createContext<RequestMove | null>(null);

export function useRequestMove(): RequestMove {
  const requestMove = use(MoveContext);
  if (!requestMove) throw new Error("useRequestMove outside MoveProvider");
  return requestMove;
}

export interface MoveDialogProps {
  deal: MovableDeal;
  stage: Stage;
  /** Resolves with what was refused; nothing, when the move is made. */
  onMove: (details: Details) => Promise<readonly UserError[]>;
  onClose: () => void;
}

export function MoveProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["deals", "common"]);
  const moveDeal = useMutate(MoveDeal);
  const updateDeal = useUpdateDeal();
  const offerUndo = useOfferUndo();
  const [pending, setPending] = useState<PendingMove | null>(null);

  /** With what the move changed besides the stage: the amount that was entered, the reason that reopening took. */
  const moveBack = useCallback(
    async ({ id, stage, amount, lostReason }: MovableDeal, { amount: entered }: Details) => {
      const before: Details = {};
      if (entered && amount) before.amount = { amount: amount.amount, currency: amount.currency };
      if (stage.kind === "LOST" && lostReason) before.lostReason = lostReason;
      const outcome = await moveDeal({
        id,
        stageId: stage.id,
        idempotencyKey: newIdempotencyKey(),
        ...before,
      });
      // A move can enter an amount but not take it away.
      return outcome.kind === "done" && entered && !amount ? updateDeal(id, { amount: null }) : outcome;
    },
    [moveDeal, updateDeal],
  );
  const move = useCallback(
    async (deal: MovableDeal, stage: Stage, details: Details): Promise<readonly UserError[]> => {
      const outcome = await moveDeal({
        id: deal.id,
        stageId: stage.id,
        idempotencyKey: newIdempotencyKey(),
        ...details,
      });
      if (outcome.kind === "refused") return outcome.userErrors;
      if (outcome.kind === "done")
        offerUndo(t("move.done", { deal: deal.name, stage: stage.label }), () => moveBack(deal, details));
      return [];
    },
    [moveDeal, moveBack, offerUndo, t],
  );

  const requestMove = useCallback<RequestMove>(
    (deal, stage) => {
      if (deal.stage.id === stage.id || !deal.viewerCan.includes("UPDATE")) return;
      if (stage.kind === "OPEN")
        void move(deal, stage, {}).then((refused) => refused.length > 0 && notifyRefusal(refused));
      else setPending({ deal, stage });
    },
    [move],
  );

  const dialog = useMemo((): MoveDialogProps | null => {
    if (!pending) return null;
    const { deal, stage } = pending;
    const close = () => setPending(null);
    const onMove = async (details: Details) => {
      const refused = await move(deal, stage, details);
      if (refused.length === 0) close();
      return refused;
    };
    return { deal, stage, onMove, onClose: close };
  }, [pending, move]);

  return (
    <MoveContext value={requestMove}>
      {children}
      <Suspense>
        {dialog?.stage.kind === "LOST" && <LostDialog {...dialog} />}
        {dialog?.stage.kind === "WON" && <WonDialog {...dialog} />}
      </Suspense>
    </MoveContext>
  );
}
