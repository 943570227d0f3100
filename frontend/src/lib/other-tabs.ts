/** Of all tabs of this browser, which share one cookie: who signs in or out in one of them does so in all. */
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("tundish-session");

/** Tells the other tabs who is signed in now; null: nobody. */
export function tellOtherTabs(viewerId: string | null): void {
  channel?.postMessage(viewerId);
}

/** Follows what other tabs tell. Returns the end of it. */
export function followOtherTabs(listener: (viewerId: string | null) => void): () => void {
  const hear = ({ data }: MessageEvent<string | null>): void => listener(data);
  channel?.addEventListener("message", hear);
  return () => channel?.removeEventListener("message", hear);
}
