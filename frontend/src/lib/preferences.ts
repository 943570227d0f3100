import { useSyncExternalStore } from "react";

// Choices of this person on this device. They are read on every cell of a list, hence the copy in memory.
const defaults = {
  /** Amounts in 万 and 亿 instead of in full. */
  compactAmounts: false,
  /** The navigation shows icons only. */
  narrowNavigation: false,
  /** The pipeline whose board was open last. */
  pipelineId: "",
  /** The view of deals that was open last. */
  dealView: "board" as "board" | "table",
};

export type Preferences = typeof defaults;

const storageKey = "tundish.preferences";
const listeners = new Set<() => void>();
let current: Preferences = read();

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "{}");
    return { ...defaults, ...(typeof stored === "object" ? stored : {}) };
  } catch {
    return defaults;
  }
}

export function setPreference<Key extends keyof Preferences>(key: Key, value: Preferences[Key]): void {
  if (current[key] === value) return;
  current = { ...current, [key]: value };
  localStorage.setItem(storageKey, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export function usePreference<Key extends keyof Preferences>(key: Key): Preferences[Key] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current[key],
  );
}
