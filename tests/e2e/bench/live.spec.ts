import type { Page } from "@playwright/test";
import { expect, listPath, test, unique } from "../src/test";

const moves = 100;
/** The promise: half of the moves are shown to others faster than this. */
const medianMs = 100;

/** When the card with this name is painted in the column, in milliseconds since 1970. */
function shownAt(page: Page, name: string, column: number): Promise<number> {
  return page.evaluate(
    ([wanted, position]) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const region = document.querySelectorAll("main section[aria-label]")[position];
          if (![...(region?.querySelectorAll("a") ?? [])].some((link) => link.textContent?.includes(wanted)))
            return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
      }),
    [name, column] as const,
  );
}

/** Presses a key on the card. Returns when, in milliseconds since 1970. */
async function press(page: Page, name: string, key: string): Promise<number> {
  await page.getByRole("main").getByRole("link", { name }).focus();
  return page.evaluate((pressed) => {
    const at = performance.timeOrigin + performance.now();
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true }));
    return at;
  }, key);
}

test("a move on one board is shown on another", async ({ api, open }) => {
  const accountId = await api.create("Account", { name: unique("实时") });
  const name = unique("实时");
  await api.create("Deal", { name, accountId, ownerId: await api.userId("rep") });
  const path = listPath("/deals", { view: "board", filter: [{ accountId: { eq: accountId } }] });
  const [mover, watcher] = await Promise.all([open("rep", path), open("manager", path)]);
  await Promise.all([shownAt(mover, name, 0), shownAt(watcher, name, 0)]);
  const latencies: number[] = [];
  // The first moves are not counted: what is loaded and compiled at first use belongs to the start.
  for (let move = -5; move < moves; move += 1) {
    const forth = move % 2 !== 0;
    const shown = shownAt(watcher, name, forth ? 1 : 0);
    const pressed = await press(mover, name, forth ? "]" : "[");
    const latency = (await shown) - pressed;
    if (move >= 0) latencies.push(latency);
    await shownAt(mover, name, forth ? 1 : 0);
  }
  latencies.sort((left, right) => left - right);
  const at = (share: number) => Math.round(latencies[Math.floor(share * (moves - 1))] ?? Number.NaN);
  console.log(`${moves} moves: median ${at(0.5)} ms, p90 ${at(0.9)} ms, longest ${at(1)} ms`);
  expect(at(0.5)).toBeLessThan(medianMs);
});
