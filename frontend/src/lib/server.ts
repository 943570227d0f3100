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

/** The address of a WebSocket of the server. */
export function serverSocketUrl(path: string): string {
  return serverUrl(path).replace(/^http/, "ws");
}
