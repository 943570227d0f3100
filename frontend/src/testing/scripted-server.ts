import { Client, gql, makeOperation, type Operation, type OperationResult } from "@urql/core";
import { cacheExchange } from "@urql/exchange-graphcache";
import { filter, makeSubject, merge, pipe, subscribe, tap } from "wonka";
import { cacheOptions } from "../lib/graphql/cache";
import { overtakenExchange } from "../lib/graphql/overtaken";

const events = gql`
  subscription {
    recordEvents {
      __typename id seq kind recordId action
      changes { __typename field from { __typename ... on ReferenceValue { id } } }
      record {
        __typename id
        ... on Import { state }
        ... on Deal { version updatedAt expectedCloseDate stage { __typename id } }
        ... on Note { version deal { __typename id } account { __typename id } contact { __typename id } }
      }
    }
  }
`;

interface ToldEvent {
  kind: string;
  recordId: string;
  action: string;
  changes: readonly object[];
  record: object;
}

/** For tests: a client with the cache of the interface, over a server that answers and tells events as the test says. */
export function scriptedServer() {
  const incoming = makeSubject<OperationResult>();
  const asked: Operation[] = [];
  const answering: ((operation: Operation) => object)[] = [];
  let subscription: Operation | undefined;
  const send = async (operation: Operation | undefined, data: object) => {
    if (!operation) throw new Error("not asked");
    incoming.next({
      operation: makeOperation(operation.kind, operation),
      data,
      stale: false,
      hasNext: false,
    });
    // Lists are shown anew after all else that is under way.
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
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
            tap((operation) => {
              if (operation.kind === "subscription") subscription = operation;
              if (operation.kind !== "query") return;
              asked.push(operation);
              for (const answer of answering) void send(operation, answer(operation));
            }),
            filter((_): _ is never => false),
          ),
          incoming.source,
        ]),
    ],
  });
  pipe(
    client.subscription(events, {}),
    subscribe(() => {}),
  );
  return {
    client,
    /** The queries that reached the server. */
    asked,
    /** From now on every query is answered at once. */
    answerAll: (answer: (operation: Operation) => object) => answering.push(answer),
    /** Answers a query: unless told which, the last one. */
    answer: (data: object, operation = asked.at(-1)) => send(operation, data),
    tell: (event: ToldEvent) =>
      send(subscription, { recordEvents: { __typename: "RecordEvent", id: "e1", seq: "1", ...event } }),
  };
}
