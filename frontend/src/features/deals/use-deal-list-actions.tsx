import { type ReactNode, Suspense, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DealRowFragment } from "@/gql/graphql";
import { type Action, useActions } from "@/lib/actions";
import { lazySoon } from "@/lib/lazy-soon";
import { useListRecordActions } from "@/ui/list/use-list-record-actions";
import type { Pipeline } from "@/ui/pipelines";
import type { Selection } from "@/ui/table/use-selection";
import { useDealActions } from "./use-deal-actions";
import { useUpdateDeal } from "./use-update-deal";

const EditAmountDialog = lazySoon(() => import("./EditAmountDialog"));

interface DealListActions {
  /** Told which deal is hovered or focused. */
  setCurrent: (deal: DealRowFragment | null) => void;
  /** Told of deals that have changed. */
  refreshCurrent: (deals: readonly DealRowFragment[]) => void;
  assignSelected: () => void;
  /** To be rendered. */
  dialogs: ReactNode;
}

/** What keys do with the current deal of a list or board without opening it, and with the selected ones. */
export function useDealListActions(
  pipelines: readonly Pipeline[],
  rows: readonly DealRowFragment[],
  selection?: Selection,
): DealListActions {
  const { t } = useTranslation("deals");
  const updateDeal = useUpdateDeal();
  const [edited, setEdited] = useState<DealRowFragment | null>(null);
  const assign = useCallback(
    (id: string, ownerId: string | null) => updateDeal(id, { ownerId }),
    [updateDeal],
  );
  const { setCurrent, refreshCurrent, current, assignSelected, dialogs } = useListRecordActions(
    "Deal",
    rows,
    selection,
    assign,
  );
  useDealActions(pipelines, current);

  const actions = useMemo(
    (): Action[] => [
      {
        id: "deal:edit",
        label: t("action.editAmount"),
        section: t("action.section"),
        keys: "e",
        run: () => {
          const deal = current();
          if (deal?.viewerCan.includes("UPDATE")) setEdited(deal);
        },
      },
    ],
    [t, current],
  );
  useActions(actions);

  return {
    setCurrent,
    refreshCurrent,
    assignSelected,
    dialogs: (
      <>
        {dialogs}
        <Suspense>{edited && <EditAmountDialog deal={edited} onClose={() => setEdited(null)} />}</Suspense>
      </>
    ),
  };
}
