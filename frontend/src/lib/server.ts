import i18next from "i18next";

/**
 * Where the API is. The `<meta name="tundish-api">` of index.html names its origin where that is another one than the
 * page's, e.g. `https://crm.example.com`; empty, it is the page's own.
 */
const origin =
  document.querySelector<HTMLMetaElement>('meta[name="tundish-api"]')?.content.trim() || location.origin;

/** The address of a path of the server, e.g. `/uploads`. */
export function serverUrl(path: string): string {
  return new URL(path, origin).href;
}

/** What goes with every request. */
export function serverHeaders(): Record<string, string> {
  return {
    // Proves to the server that a page of ours made the request; a foreign form cannot set it.
    "X-Tundish": "1",
    "Accept-Language": i18next.language,
  };
}

/** The address of a WebSocket of the server. */
export function serverSocketUrl(path: string): string {
  return serverUrl(path).replace(/^http/, "ws");
}
