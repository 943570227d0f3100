import { Client, fetchExchange, gql } from "@urql/core";
import type { TFunction } from "i18next";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { notifyFailure } from "../notify";
import { carryOut, newIdempotencyKey } from "./mutate";

vi.mock("../notify", () => ({ notifyFailure: vi.fn() }));

const wantsRetry = vi.mocked(notifyFailure);
const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>();

beforeEach(() => vi.stubGlobal("fetch", fetched));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetAllMocks();
});

const CreateToken = gql<{ createToken: { secret: string | null; userErrors: object[] } }, { key: string }>`
  mutation ($key: String) {
    createToken(idempotencyKey: $key) { secret userErrors { code path message } }
  }
`;

function create() {
  const client = new Client({ url: "http://server", preferGetMethod: false, exchanges: [fetchExchange] });
  const words = ((key: string) => key) as TFunction;
  return carryOut(client, CreateToken, { key: newIdempotencyKey() }, words);
}

const answer = (payload: object) => () => Promise.resolve(Response.json({ data: { createToken: payload } }));
const noNetwork = () => Promise.reject(new TypeError("no network"));

test("what comes of another attempt is the outcome, under the key of the first one", async () => {
  fetched.mockImplementationOnce(noNetwork).mockImplementationOnce(answer({ secret: "s", userErrors: [] }));
  wantsRetry.mockResolvedValue(true);
  expect(await create()).toEqual({ kind: "done", payload: { secret: "s", userErrors: [] } });
  const [first, second] = fetched.mock.calls.map(([, init]) => JSON.parse(String(init.body)).variables.key);
  expect(first).toBe(second);
});

test("a refusal of another attempt reaches the form", async () => {
  const refusal = { code: "REQUIRED", path: ["input", "name"], message: "Enter a name." };
  fetched
    .mockImplementationOnce(noNetwork)
    .mockImplementationOnce(answer({ secret: null, userErrors: [refusal] }));
  wantsRetry.mockResolvedValue(true);
  expect(await create()).toMatchObject({ kind: "refused", userErrors: [refusal] });
});

test("who does not try again is left with the failure", async () => {
  fetched.mockImplementationOnce(noNetwork);
  wantsRetry.mockResolvedValue(false);
  expect(await create()).toEqual({ kind: "failed" });
  expect(fetched).toHaveBeenCalledTimes(1);
});
