import { Kind, valueFromASTUntyped } from "@0no-co/graphql.web";
import { type Exchange, makeOperation, type Operation } from "@urql/core";
import { pipe, tap } from "wonka";
import type { Arguments } from "./list-arguments";
import { changeOf, changesLanguage, isAffected, type LiveEvent } from "./lists";
import { outOfDate } from "./out-of-date";

/** Whether an object with this id is somewhere in the data, with one of these fields if any are named. */
function mentions(data: unknown, id: string, fields?: ReadonlySet<string>): boolean {
  if (typeof data !== "object" || data === null) return false;
  if ("id" in data && data.id === id && (!fields || Object.keys(data).some((field) => fields.has(field))))
    return true;
  return Object.values(data).some((value) => mentions(value, id, fields));
}

/** The fields of Query that are asked for, with their arguments. */
function rootFields({ query, variables }: Operation): { name: string; args: Arguments }[] {
  return query.definitions
    .flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [],
    )
    .flatMap((selection) => (selection.kind === Kind.FIELD ? [selection] : []))
    .map((field) => ({
      name: field.name.value,
      args: Object.fromEntries(
        (field.arguments ?? []).map(({ name, value }) => [
          name.value,
          valueFromASTUntyped(value, variables ?? {}),
        ]),
      ),
    }));
}

/** Whether the answer would read differently before and after the event. */
function isOvertaken(operation: Operation, data: unknown, event: LiveEvent): boolean {
  if (event.action === "RELOAD" || changesLanguage(event)) return true;
  if (mentions(data, event.recordId)) return true;
  if (outOfDate(event).some(({ record, fields }) => mentions(data, record.id, fields))) return true;
  const change = changeOf(event);
  return rootFields(operation).some(({ name, args }) => isAffected(name, args, change));
}

/**
 * Asks once more where an event overtook an answer: what was under way when a record changed may tell how the record
 * was before, or a list without it, and would stay in the cache over what the event told. Stands below the cache and
 * above what brings answers and events.
 */
export const overtakenExchange: Exchange =
  ({ client, forward }) =>
  (operations) => {
    /** By the key of a query that is under way: what events have told meanwhile. */
    const underWay = new Map<number, LiveEvent[]>();
    return pipe(
      operations,
      tap(({ kind, key }) => {
        if (kind === "query") underWay.set(key, []);
        else if (kind === "teardown") underWay.delete(key);
      }),
      forward,
      tap(({ operation, data }) => {
        if (operation.kind === "subscription") {
          const event: LiveEvent | undefined = data?.recordEvents;
          if (event) for (const told of underWay.values()) told.push(event);
          return;
        }
        const told = underWay.get(operation.key);
        underWay.delete(operation.key);
        if (operation.kind !== "query" || !told?.some((event) => isOvertaken(operation, data, event))) return;
        const context = { ...operation.context, requestPolicy: "network-only" } as const;
        client.reexecuteOperation(makeOperation("query", operation, context));
      }),
    );
  };
