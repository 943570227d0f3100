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

export interface Registration {
  actions: readonly Action[];
  everywhere: boolean;
}

let registrations: readonly Registration[] = [];
let current: readonly Action[] = [];
const listeners = new Set<() => void>();

/** Where ids or keys are the same, what is nearest to the user wins: a page before what holds everywhere. */
export function mergeActions(registrations: readonly Registration[]): readonly Action[] {
  const seen = new Set<string>();
  return registrations
    .toSorted((left, right) => Number(left.everywhere) - Number(right.everywhere))
    .flatMap(({ actions }) => actions)
    .filter(({ id, keys }) => {
      const names = keys === undefined ? [id] : [id, `keys ${keys}`];
      if (names.some((name) => seen.has(name))) return false;
      for (const name of names) seen.add(name);
      return true;
    });
}

function publish(next: readonly Registration[]): void {
  registrations = next;
  current = mergeActions(next);
  for (const listener of listeners) listener();
}

export function currentActions(): readonly Action[] {
  return current;
}

/** Offers these actions while the component is mounted. Memoise the array. */
export function useActions(actions: readonly Action[], scope: "page" | "everywhere" = "page"): void {
  useEffect(() => {
    const registration = { actions, everywhere: scope === "everywhere" };
    publish([...registrations, registration]);
    return () => publish(registrations.filter((other) => other !== registration));
  }, [actions, scope]);
}

export function useCurrentActions(): readonly Action[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, currentActions);
}
