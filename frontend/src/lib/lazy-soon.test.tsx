import { act, Component, type ReactNode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { lazyAgain } from "./lazy-soon";

/** As a page that broke: it can be tried again. */
class Boundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError = () => ({ failed: true });
  override render() {
    return this.state.failed ? (
      <button type="button" onClick={() => this.setState({ failed: false })}>
        again
      </button>
    ) : (
      this.props.children
    );
  }
}

const reload = vi.spyOn(location, "reload").mockReturnValue();
const later = () => act(() => new Promise((resolve) => setTimeout(resolve, 600)));
const calm = () => act(() => new Promise((resolve) => setTimeout(resolve, 20)));
let root: ReturnType<typeof createRoot>;
let container: HTMLElement;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.spyOn(console, "error").mockReturnValue();
  container = document.createElement("div");
  root = createRoot(container, { onCaughtError: () => {} });
});

afterEach(() => {
  act(() => root.unmount());
  sessionStorage.clear();
  reload.mockClear();
});

async function show(Shown: ReturnType<typeof lazyAgain>) {
  act(() =>
    root.render(
      <Boundary>
        <Suspense>
          <Shown />
        </Suspense>
      </Boundary>,
    ),
  );
  await calm();
}

const here = { default: () => <p>here</p> };

test("what could not be fetched is asked for again when somebody tries again, and not by itself", async () => {
  const load = vi.fn<() => Promise<typeof here>>();
  load.mockRejectedValueOnce(new Error("no network")).mockResolvedValue(here);
  await show(lazyAgain(load));
  await later();
  expect(load).toHaveBeenCalledTimes(1);
  await act(() => container.querySelector("button")?.click());
  await calm();
  expect(container.textContent).toBe("here");
  expect(reload).not.toHaveBeenCalled();
});

test("for a file that is gone the page is loaded anew, once", async () => {
  const load = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module: /a.js"));
  await show(lazyAgain(load));
  expect(reload).toHaveBeenCalledTimes(1);
  act(() => root.unmount());
  root = createRoot(container, { onCaughtError: () => {} });
  await show(lazyAgain(load));
  expect(reload).toHaveBeenCalledTimes(1);
  expect(container.textContent).toBe("again");
});
