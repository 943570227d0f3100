import { gql } from "@urql/core";
import i18next from "i18next";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { pipe, subscribe } from "wonka";
import { createSignedInClient } from "./client";

const sockets: FakeSocket[] = [];

/** A server that acknowledges every connection, and from then on says what the test says. */
class FakeSocket {
  static readonly CLOSING = 2;
  static readonly OPEN = 1;
  readyState = 0;
  onopen: () => void = () => {};
  onclose: (event: object) => void = () => {};
  onmessage: (event: { data: string }) => void = () => {};
  readonly sent: { id?: string; type: string; payload?: { variables: object } }[] = [];

  constructor() {
    sockets.push(this);
    setTimeout(() => {
      this.readyState = FakeSocket.OPEN;
      this.onopen();
    });
  }

  send(text: string): void {
    const message = JSON.parse(text);
    this.sent.push(message);
    if (message.type === "connection_init") this.say({ type: "connection_ack" });
  }

  say(message: object): void {
    this.onmessage({ data: JSON.stringify(message) });
  }

  close(): void {
    this.readyState = 3;
  }

  cut(): void {
    this.readyState = 3;
    this.onclose({ code: 1006, reason: "" });
  }
}

const calm = () => new Promise((resolve) => setTimeout(resolve, 20));
const answer = () => Response.json({ data: { company: { __typename: "Company", id: "c", name: "n" } } });
const fetched = vi.fn(async (_url: string, _init: RequestInit) => answer());

beforeEach(() => {
  sockets.length = 0;
  fetched.mockClear();
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("fetch", fetched);
  // The cache tells there of each question that it cannot answer.
  vi.spyOn(console, "debug").mockReturnValue();
});

afterEach(() => vi.unstubAllGlobals());

/** Somebody who reads the company's name and follows events. */
async function follow() {
  const { client } = createSignedInClient("u1", () => {});
  const shown = subscribe(() => {});
  pipe(client.query(gql`query { company { id name } }`, {}), shown);
  pipe(client.subscription(gql`subscription { recordEvents { id seq action } }`, {}), shown);
  await calm();
}

/** The network goes and comes back. */
async function cut() {
  sockets.at(-1)?.cut();
  await calm();
  dispatchEvent(new Event("online"));
  await calm();
}

test("after a cut before any event, everything is read anew, as soon as the network is back", async () => {
  await follow();
  expect(fetched).toHaveBeenCalledTimes(1);
  await cut();
  expect(sockets).toHaveLength(2);
  expect(fetched).toHaveBeenCalledTimes(2);
});

test("after a cut behind an event, the server is asked for what came after it", async () => {
  await follow();
  const socket = sockets.at(-1);
  const id = socket?.sent.find(({ type }) => type === "subscribe")?.id;
  const recordEvents = {
    __typename: "RecordEvent",
    id: "e7",
    seq: "7",
    action: "CREATED",
    kind: "DEAL",
    changes: [],
  };
  socket?.say({ id, type: "next", payload: { data: { recordEvents } } });
  await cut();
  expect(fetched).toHaveBeenCalledTimes(1);
  const again = sockets.at(-1)?.sent.find(({ type }) => type === "subscribe");
  expect(again?.payload?.variables).toEqual({ afterSeq: "7" });
});

test("every request says in which language to answer", async () => {
  await i18next.init({ lng: "zh-CN", resources: {} });
  await follow();
  expect(new Headers(fetched.mock.calls[0]?.[1].headers).get("Accept-Language")).toBe("zh-CN");
});
