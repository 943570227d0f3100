import { useEffect } from "react";
import { currentActions } from "./actions";

/** How long the second key of `g d` may take. */
const sequenceMs = 1200;

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The key of an event in the notation of `Action.keys`. */
function keyOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.altKey) return `alt+${key}`;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=checkbox], [type=radio]), textarea, select"))
  );
}

/** Letters belong to what has the focus: a field or a dialog keeps them. */
function keepsLetters(target: EventTarget | null): boolean {
  return (
    isTyping(target) ||
    (target instanceof Element && target.closest('[role="dialog"], [role="menu"], [role="listbox"]') !== null)
  );
}

/** The keys of an action as a person reads them. */
export function readableKeys(keys: string): string[] {
  return keys.split(" ").map((key) => {
    const name = key.replace("mod+", "");
    const shown = name.length === 1 ? name.toUpperCase() : name;
    return key.startsWith("mod+") ? `${isMac ? "⌘" : "Ctrl"} ${shown}` : shown;
  });
}

/** Runs the current actions by their keys. To be mounted once. */
export function useShortcuts(): void {
  useEffect(() => {
    let pending = "";
    let pendingSince = 0;
    const onKeyDown = (event: KeyboardEvent): void => {
      // While an input method composes, Enter and letters choose characters.
      if (event.isComposing || event.defaultPrevented) return;
      const key = keyOf(event);
      if (!key.startsWith("mod+") && keepsLetters(event.target)) return;
      if (key === "mod+z" && isTyping(event.target)) return;
      const actions = currentActions().filter((action) => action.keys !== undefined);
      const fresh = event.timeStamp - pendingSince < sequenceMs;
      const typed = pending && fresh ? `${pending} ${key}` : key;
      const hit =
        actions.find((action) => action.keys === typed) ?? actions.find((action) => action.keys === key);
      pending = "";
      if (hit) {
        event.preventDefault();
        hit.run();
      } else if (actions.some((action) => action.keys?.startsWith(`${key} `))) {
        pending = key;
        pendingSince = event.timeStamp;
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
