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

/** The selection after a row was toggled, or after all rows from another one to it were added. */
export function toggled(
  ids: ReadonlySet<string>,
  order: readonly string[],
  id: string,
  from: string | null,
): ReadonlySet<string> {
  const next = new Set(ids);
  const start = from === null ? -1 : order.indexOf(from);
  const end = order.indexOf(id);
  if (start !== -1 && end !== -1)
    for (const between of order.slice(Math.min(start, end), Math.max(start, end) + 1)) next.add(between);
  else if (!next.delete(id)) next.add(id);
  return next;
}

export function useSelection(rows: readonly { id: string }[]): Selection {
  const [ids, setIds] = useState(none);
  const anchor = useRef<string | null>(null);
  const latest = useRef(rows);
  latest.current = rows;

  const toggle = useCallback((id: string, upTo = false) => {
    const order = latest.current.map((row) => row.id);
    const from = upTo ? anchor.current : null;
    setIds((current) => toggled(current, order, id, from));
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
