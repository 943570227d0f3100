import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/**
 * A component in a file of its own that is fetched when the browser has nothing better to do: a dialog opened by a
 * key has to take what is typed next.
 */
// biome-ignore lint/suspicious/noExplicitAny: as in React's own type of `lazy`
export function lazySoon<Component extends ComponentType<any>>(
  load: () => Promise<{ default: Component }>,
): LazyExoticComponent<Component> {
  const whenIdle = globalThis.requestIdleCallback ?? ((task: () => void) => setTimeout(task, 200));
  // A failure shows where the component is used, which asks again.
  whenIdle(() => void load().catch(() => undefined));
  return lazy(load);
}
