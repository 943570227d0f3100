import { useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "@/lib/actions";
import type { RecordLink } from "@/lib/record-link";

interface RowFocusOptions<Row> {
  rows: readonly Row[];
  /** The first and the last row that are in the document. */
  shown: { first: number; last: number };
  scroller: RefObject<HTMLElement | null>;
  scrollTo: (index: number) => void;
  rowLink: (row: Row) => RecordLink;
  onToggle?: (id: string) => void;
  onCurrentChange?: (row: Row | null) => void;
}

/** Going through a list by keys: one row is the tab stop, j and k or the arrows move it, Enter opens it. */
export function useRowFocus<Row extends { id: string }>(options: RowFocusOptions<Row>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [tabStop, setTabStop] = useState(0);
  // The list may have become shorter, or its tab stop scrolled out of the document: Tab finds the row nearest to it.
  const { first, last } = options.shown;
  const reachable = Math.max(first, Math.min(tabStop, last));
  const latest = useRef({ ...options, tabStop });
  latest.current = { ...options, tabStop };

  const controls = useMemo(() => {
    const focusRow = (index: number): void => {
      const { rows, scroller, scrollTo } = latest.current;
      const target = Math.min(Math.max(index, 0), rows.length - 1);
      if (target < 0) return;
      setTabStop(target);
      scrollTo(target);
      // The row may only come into the document with the scrolling.
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[aria-rowindex="${target + 2}"]`)?.focus(),
      );
    };
    const hasFocus = (): boolean =>
      latest.current.scroller.current?.contains(document.activeElement) ?? false;
    const step = (by: 1 | -1): void =>
      focusRow(hasFocus() ? latest.current.tabStop + by : latest.current.tabStop);
    const current = (): Row | undefined => latest.current.rows[latest.current.tabStop];
    const open = (): void => {
      const row = current();
      if (row && hasFocus()) void navigate(latest.current.rowLink(row));
    };
    const toggle = (): void => {
      const row = current();
      if (row && hasFocus()) latest.current.onToggle?.(row.id);
    };
    const focusedRow = (): Row | null => {
      const index = document.activeElement?.closest("[aria-rowindex]")?.getAttribute("aria-rowindex");
      return (hasFocus() && index && latest.current.rows[Number(index) - 2]) || null;
    };
    return { focusRow, step, open, toggle, focusedRow };
  }, [navigate]);

  const actions = useMemo((): Action[] => {
    const section = t("section.list");
    return [
      { id: "list:next", label: t("list.next"), section, keys: "j", run: () => controls.step(1) },
      { id: "list:previous", label: t("list.previous"), section, keys: "k", run: () => controls.step(-1) },
    ];
  }, [t, controls]);
  useActions(actions);

  return {
    groupProps: {
      onKeyDown: (event: KeyboardEvent) => {
        if (!(event.target instanceof HTMLElement) || event.target.role !== "row") return;
        const move = new Map<string, () => void>([
          ["ArrowDown", () => controls.step(1)],
          ["ArrowUp", () => controls.step(-1)],
          ["Home", () => controls.focusRow(0)],
          ["End", () => controls.focusRow(latest.current.rows.length - 1)],
          ["Enter", controls.open],
          [" ", controls.toggle],
        ]).get(event.key);
        if (!move) return;
        event.preventDefault();
        move();
      },
      // Keys go on with the row that has the focus.
      onMouseLeave: () => options.onCurrentChange?.(controls.focusedRow()),
    },
    rowProps: (index: number) => ({
      tabIndex: index === reachable ? 0 : -1,
      onFocus: () => {
        setTabStop(index);
        options.onCurrentChange?.(options.rows[index] ?? null);
      },
      onMouseEnter: () => options.onCurrentChange?.(options.rows[index] ?? null),
    }),
  };
}
