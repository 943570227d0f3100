import { type ComponentProps, type ComponentType, createElement, type FunctionComponent, lazy } from "react";

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

/** Whether a file of the application could not be fetched, as the browsers say it. */
function isMissingFile(error: unknown): error is Error {
  return (
    error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message)
  );
}

/**
 * After a deploy the files of the version before are gone, and some browsers keep a failure for as long as the page lives: the page
 * is loaded anew, but only once for each file.
 */
function loadsPageAnew(error: unknown): boolean {
  if (!isMissingFile(error) || !navigator.onLine) return false;
  const key = `tundish.reloaded ${error.message}`;
  if (sessionStorage.getItem(key)) return false;
  sessionStorage.setItem(key, "1");
  location.reload();
  return true;
}

/** React asks at once again for what failed, and has to be given the same failure; whoever tries again comes later. */
const sameFailureMs = 500;

// biome-ignore lint/suspicious/noExplicitAny: as in React's own type of `lazy`
type Loading<Component extends ComponentType<any>> = () => Promise<{ default: Component }>;

/** React's `lazy`, which keeps a failure for good, for files that can be asked for again. */
// biome-ignore lint/suspicious/noExplicitAny: as in React's own type of `lazy`
export function lazyAgain<Component extends ComponentType<any>>(
  load: Loading<Component>,
): FunctionComponent<ComponentProps<Component>> {
  let failedAt = Number.POSITIVE_INFINITY;
  const attempt = () =>
    lazy(async () => {
      try {
        return await load();
      } catch (error) {
        if (loadsPageAnew(error)) await new Promise(() => {});
        failedAt = Date.now();
        throw error;
      }
    });
  let Loaded = attempt();
  // biome-ignore lint/correctness/noComponentHookFactories: to be called once for a file, as `lazy`
  return function Again(props) {
    if (Date.now() - failedAt > sameFailureMs) {
      failedAt = Number.POSITIVE_INFINITY;
      Loaded = attempt();
    }
    return createElement(Loaded, props);
  };
}

/**
 * A component in a file of its own that is fetched soon after the first page, before anybody asks for it: a dialog
 * opened by a key has to take what is typed next.
 */
// biome-ignore lint/suspicious/noExplicitAny: as in React's own type of `lazy`
export function lazySoon<Component extends ComponentType<any>>(load: Loading<Component>) {
  // A failure shows where the component is used, which asks again.
  void begun.then(load).catch(() => undefined);
  return lazyAgain(load);
}

/** The same for what is not asked for by anybody: shown as soon as it is here. */
// biome-ignore lint/suspicious/noExplicitAny: as in React's own type of `lazy`
export function lazyLater<Component extends ComponentType<any>>(load: Loading<Component>) {
  return lazyAgain(() => begun.then(load));
}
