import { useEffect, useSyncExternalStore } from "react";

/** Something the user can do now. Defined once; the palette lists it, its keys run it, the key list explains it. */
export interface Action {
  id: string;
  label: string;
  section: string;
  /** Keys in order, as in `g d`, `c`, `]` or `mod+z` (Ctrl, on a Mac ⌘). */
  keys?: string;
  run: () => void;
}

let registrations: readonly (readonly Action[])[] = [];
let flattened: readonly Action[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly (readonly Action[])[]): void {
  registrations = next;
  // The newest registration comes first: what is nearest to the user wins where keys or ids are the same.
  const seen = new Set<string>();
  flattened = registrations
    .flat()
    .reverse()
    .filter((action) => !seen.has(action.id) && seen.add(action.id));
  for (const listener of listeners) listener();
}

export function currentActions(): readonly Action[] {
  return flattened;
}

/** Offers these actions while the component is mounted. Memoise the array. */
export function useActions(actions: readonly Action[]): void {
  useEffect(() => {
    publish([...registrations, actions]);
    return () => publish(registrations.filter((registered) => registered !== actions));
  }, [actions]);
}

export function useCurrentActions(): readonly Action[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentActions);
}
