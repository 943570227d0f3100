import { Client, gql, makeOperation, type Operation, type OperationResult } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { expect, test } from "vitest";
import { filter, makeSubject, merge, pipe, subscribe } from "wonka";
import { cacheOptions } from "./cache";
import { overtakenExchange } from "./overtaken";

const query = gql`
  query ($id: ID!) { import(id: $id) { __typename id state } }
`;
const events = gql`
  subscription {
    recordEvents {
      __typename id kind recordId action changes { __typename field }
      record { __typename id ... on Import { state } }
    }
  }
`;

/** A server whose answers come when the test says so. */
function world() {
  const incoming = makeSubject<OperationResult>();
  const asked: Operation[] = [];
  let subscription: Operation | undefined;
  const client = new Client({
    url: "http://server",
    preferGetMethod: false,
    exchanges: [
      cacheExchange({ ...cacheOptions, logger: () => {} }),
      overtakenExchange,
      () => (operations) =>
        merge([
          pipe(
            operations,
            filter((operation) => {
              if (operation.kind === "query") asked.push(operation);
              if (operation.kind === "subscription") subscription = operation;
              return false;
            }),
          ) as never,
          incoming.source,
        ]),
    ],
  });
  pipe(
    client.subscription(events, {}),
    subscribe(() => {}),
  );
  const shown: string[] = [];
  pipe(
    client.query(query, { id: "i1" }),
    subscribe(({ data }) => data && shown.push(data.import.state)),
  );
  const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
  const send = async (operation: Operation | undefined, data: object) => {
    if (!operation) throw new Error("not asked");
    incoming.next({
      operation: makeOperation(operation.kind, operation),
      data,
      stale: false,
      hasNext: false,
    });
    await settled();
  };
  return {
    asked,
    shown,
    answer: (state: string) => send(asked.at(-1), { import: { __typename: "Import", id: "i1", state } }),
    tell: (recordId: string, state: string) =>
      send(subscription, {
        recordEvents: {
          ...{
            __typename: "RecordEvent",
            id: "e1",
            kind: "IMPORT",
            recordId,
            action: "UPDATED",
            changes: [],
          },
          record: { __typename: "Import", id: recordId, state },
        },
      }),
  };
}

test("an answer that an event overtook is asked for again, and does not stay", async () => {
  const { asked, shown, answer, tell } = world();
  await tell("i1", "DONE");
  await answer("RUNNING");
  expect(asked).toHaveLength(2);
  await answer("DONE");
  expect(shown.at(-1)).toBe("DONE");
  expect(asked).toHaveLength(2);
});

test("events of other records leave an answer as it is", async () => {
  const { asked, shown, answer, tell } = world();
  await tell("i2", "DONE");
  await answer("RUNNING");
  expect(asked).toHaveLength(1);
  expect(shown.at(-1)).toBe("RUNNING");
});
