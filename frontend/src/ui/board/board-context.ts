import { createContext, useMemo, useRef } from "react";

interface ColumnHandle {
  position: number;
  count: () => number;
  card: (index: number) => unknown;
  scrollTo: (index: number) => void;
  element: () => HTMLElement | null;
}

export interface BoardControls {
  /** A column makes itself known; returns how to sign off. */
  register: (columnId: string, handle: ColumnHandle) => () => void;
  focus: (columnId: string, index: number) => void;
  /** The nearest column on that side that has cards. */
  focusBeside: (columnId: string, side: -1 | 1, index: number) => void;
  /** The card that has the focus, in whichever column; null: none. */
  focusedCard: () => unknown;
}

export const BoardContext = createContext<BoardControls | null>(null);

export function useBoardControls(): BoardControls {
  const columns = useRef(new Map<string, ColumnHandle>());
  return useMemo(() => {
    const focus = (columnId: string, index: number): void => {
      const column = columns.current.get(columnId);
      if (!column) return;
      const target = Math.min(index, column.count() - 1);
      if (target < 0) return;
      column.scrollTo(target);
      // The card may only come into the document with the scrolling.
      requestAnimationFrame(() =>
        column.element()?.querySelector<HTMLElement>(`[data-card="${target}"] a`)?.focus(),
      );
    };
    return {
      register: (columnId, handle) => {
        columns.current.set(columnId, handle);
        return () => columns.current.delete(columnId);
      },
      focus,
      focusedCard: () => {
        const slot = document.activeElement?.closest<HTMLElement>("[data-card]");
        const column = columns.current.get(slot?.dataset.column ?? "");
        return column?.card(Number(slot?.dataset.card)) ?? null;
      },
      focusBeside: (columnId, side, index) => {
        const from = columns.current.get(columnId)?.position ?? 0;
        const candidates = [...columns.current]
          .filter(([, column]) => (column.position - from) * side > 0 && column.count() > 0)
          .sort(([, left], [, right]) => (left.position - right.position) * side);
        const nearest = candidates[0];
        if (nearest) focus(nearest[0], index);
      },
    };
  }, []);
}
