import { type Exchange, makeOperation } from "@urql/core";
import { pipe, tap } from "wonka";

/** Whether an object with one of these ids is somewhere in the data. */
function mentions(data: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof data !== "object" || data === null) return false;
  if ("id" in data && typeof data.id === "string" && ids.has(data.id)) return true;
  return Object.values(data).some((value) => mentions(value, ids));
}

/**
 * Asks once more where an event overtook an answer: what was under way when a record changed may tell how the record was before, and
 * would stay in the cache over what the event told. Stands below the cache and above what brings answers and events.
 */
export const overtakenExchange: Exchange =
  ({ client, forward }) =>
  (operations) => {
    /** By the key of a query that is under way: the records that events have told of meanwhile. */
    const underWay = new Map<number, Set<string>>();
    return pipe(
      operations,
      tap(({ kind, key }) => {
        if (kind === "query") underWay.set(key, new Set());
        else if (kind === "teardown") underWay.delete(key);
      }),
      forward,
      tap(({ operation, data }) => {
        if (operation.kind === "subscription") {
          const recordId: unknown = data?.recordEvents?.recordId;
          if (typeof recordId === "string") for (const told of underWay.values()) told.add(recordId);
          return;
        }
        const told = underWay.get(operation.key);
        underWay.delete(operation.key);
        if (operation.kind !== "query" || !told || told.size === 0 || !mentions(data, told)) return;
        const context = { ...operation.context, requestPolicy: "network-only" } as const;
        client.reexecuteOperation(makeOperation("query", operation, context));
      }),
    );
  };
