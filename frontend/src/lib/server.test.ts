import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  document.head.replaceChildren();
  vi.resetModules();
});

async function withMeta(content: string | null) {
  if (content !== null) {
    const meta = document.createElement("meta");
    meta.name = "tundish-api";
    meta.content = content;
    document.head.append(meta);
  }
  return import("./server");
}

test.each([null, "", " "])("without an origin (%o) the API is where the page is", async (content) => {
  const { serverUrl, serverSocketUrl } = await withMeta(content);
  expect(serverUrl("/graphql")).toBe(`${location.origin}/graphql`);
  expect(serverSocketUrl("/graphql/ws")).toBe(`${location.origin.replace("http", "ws")}/graphql/ws`);
});

test("the origin of the page's head is asked, by HTTP and by WebSocket", async () => {
  const { serverUrl, serverSocketUrl } = await withMeta("https://crm.example.com");
  expect(serverUrl("/uploads?name=a.csv")).toBe("https://crm.example.com/uploads?name=a.csv");
  expect(serverUrl("/imports/1/refused.csv")).toBe("https://crm.example.com/imports/1/refused.csv");
  expect(serverSocketUrl("/graphql/ws")).toBe("wss://crm.example.com/graphql/ws");
});
