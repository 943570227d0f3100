import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** When nothing was fetched for so long, the first page is complete. */
const quietMs = 4000;

let begin = (): void => undefined;
const begun = new Promise<void>((resolve) => {
  begin = resolve;
});

// Who works already does not wait.
for (const event of ["keydown", "pointerdown"])
  addEventListener(event, begin, { once: true, capture: true, passive: true });

/** To be called when the first page begins: what is used later is fetched when the page has all that it needs. */
export function fetchTheRestWhenQuiet(): void {
  let timer = setTimeout(begin, quietMs);
  const observer = new PerformanceObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(begin, quietMs);
  });
  observer.observe({ type: "resource" });
  void begun.then(() => observer.disconnect());
}

/**
 * A component in a file of its own that is fetched soon after the first page, before anybody asks for it: a dialog
 * opened by a key has to take what is typed next.
 */
// biome-ignore lint/suspicious/noExplicitAny: as in React's own type of `lazy`
export function lazySoon<Component extends ComponentType<any>>(
  load: () => Promise<{ default: Component }>,
): LazyExoticComponent<Component> {
  // A failure shows where the component is used, which asks again.
  void begun.then(load).catch(() => undefined);
  return lazy(load);
}

/** The same for what is not asked for by anybody: shown as soon as it is here. */
// biome-ignore lint/suspicious/noExplicitAny: as in React's own type of `lazy`
export function lazyLater<Component extends ComponentType<any>>(
  load: () => Promise<{ default: Component }>,
): LazyExoticComponent<Component> {
  return lazy(() => begun.then(load));
}
