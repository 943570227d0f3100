import { useCallback, useMemo, useRef, useState } from "react";

/** Which rows of a list are selected. */
export interface Selection {
  ids: ReadonlySet<string>;
  /** With `upTo`, all rows from the last one that was clicked to this one. */
  toggle: (id: string, upTo?: boolean) => void;
  setAll: (selected: boolean) => void;
  clear: () => void;
}

const none: ReadonlySet<string> = new Set();

export function useSelection(rows: readonly { id: string }[]): Selection {
  const [ids, setIds] = useState(none);
  const anchor = useRef<string | null>(null);
  const latest = useRef(rows);
  latest.current = rows;

  const toggle = useCallback((id: string, upTo = false) => {
    const order = latest.current.map((row) => row.id);
    const from = anchor.current === null ? -1 : order.indexOf(anchor.current);
    const to = order.indexOf(id);
    setIds((current) => {
      const next = new Set(current);
      if (upTo && from !== -1)
        for (const between of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
      else if (!next.delete(id)) next.add(id);
      return next;
    });
    anchor.current = id;
  }, []);
  const setAll = useCallback((selected: boolean) => {
    setIds(selected ? new Set(latest.current.map((row) => row.id)) : none);
  }, []);
  const clear = useCallback(() => setIds(none), []);

  // What left the list is no longer selected: nobody sees it.
  const present = useMemo(
    () => new Set(rows.filter((row) => ids.has(row.id)).map((row) => row.id)),
    [rows, ids],
  );
  return useMemo(() => ({ ids: present, toggle, setAll, clear }), [present, toggle, setAll, clear]);
}
