import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** What a page begins with goes first. */
const headStartMs = 1500;

/**
 * A component in a file of its own that is fetched soon after the page, before anybody asks for it: a dialog opened by
 * a key has to take what is typed next.
 */
// biome-ignore lint/suspicious/noExplicitAny: as in React's own type of `lazy`
export function lazySoon<Component extends ComponentType<any>>(
  load: () => Promise<{ default: Component }>,
): LazyExoticComponent<Component> {
  // A failure shows where the component is used, which asks again.
  setTimeout(() => void load().catch(() => undefined), headStartMs);
  return lazy(load);
}
