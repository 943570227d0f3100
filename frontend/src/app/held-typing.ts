import { useCallback, useEffect, useRef } from "react";

/** What was typed, and whether Enter followed. */
export interface Typed {
  text: string;
  entered: boolean;
}

const nothing: Typed = { text: "", entered: false };

/**
 * Keeps what is typed while something that was asked for is on its way and nothing has the focus for it yet, so that
 * neither letters are lost nor shortcuts run. Returns how to take what was typed.
 */
export function useHeldTyping(waiting: boolean, onEscape: () => void): () => Typed {
  const typed = useRef(nothing);
  useEffect(() => {
    if (!waiting) return;
    const hold = (event: KeyboardEvent): void => {
      if (document.activeElement?.closest('[role="dialog"]') || event.ctrlKey || event.metaKey) return;
      if (event.key === "Escape") onEscape();
      else if (event.key === "Enter") typed.current = { ...typed.current, entered: true };
      else if (event.key.length === 1)
        typed.current = { ...typed.current, text: typed.current.text + event.key };
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", hold, { capture: true });
    return () => document.removeEventListener("keydown", hold, { capture: true });
  }, [waiting, onEscape]);
  return useCallback(() => {
    const taken = typed.current;
    typed.current = nothing;
    return taken;
  }, []);
}
