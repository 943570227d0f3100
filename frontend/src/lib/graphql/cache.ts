import type { Cache, CacheExchangeOpts, UpdatesConfig } from "@urql/exchange-graphcache";
import { embeddedTypes, possibleTypes } from "@/gql/cache-keys";
import type { LiveEventsSubscription, MoveDealMutation, MoveDealMutationVariables } from "@/gql/graphql";
import { relocateDeal } from "./board-lists";
import { changeOf, changesLanguage, isAffected, type LiveEvent } from "./lists";
import { outOfDate, typeOfKind } from "./out-of-date";

function invalidateFields(cache: Cache, entity: string, matches: (fieldName: string) => boolean): void {
  for (const field of cache.inspectFields(entity))
    if (matches(field.fieldName)) cache.invalidate(entity, field.fieldName, field.arguments);
}

function applyEvent(cache: Cache, event: LiveEvent): void {
  const own = cache.resolve("Query", "viewer") === `User:${event.recordId}`;
  if (event.action === "RELOAD" || (own && changesLanguage(event))) {
    invalidateFields(cache, "Query", () => true);
    return;
  }
  if (event.action === "HIDDEN" || event.action === "DELETED")
    cache.invalidate({ __typename: typeOfKind(event.kind), id: event.recordId });
  for (const { record, fields } of outOfDate(event))
    invalidateFields(cache, `${record.__typename}:${record.id}`, (name) => fields.has(name));
  const change = changeOf(event);
  const { record } = event;
  const changed = event.action === "MOVED" || event.action === "UPDATED";
  const right =
    changed && record?.__typename === "Deal"
      ? relocateDeal(cache, record.id, record.stage.id, change.fields)
      : new Set<string>();
  for (const field of cache.inspectFields("Query"))
    if (!right.has(field.fieldKey) && isAffected(field.fieldName, field.arguments, change))
      cache.invalidate("Query", field.fieldName, field.arguments);
}

// Everything that changes lists stands here: what a mutation returns updates its records by itself, and what it
// does to lists arrives as an event. Columns of the board take the deal from the event, and their own move at once.
const updates: UpdatesConfig = {
  Subscription: {
    recordEvents: (result: LiveEventsSubscription, _args, cache) => applyEvent(cache, result.recordEvents),
  },
  Mutation: {
    moveDeal: (result: MoveDealMutation, args: MoveDealMutationVariables, cache) => {
      if (result.moveDeal?.userErrors.length === 0)
        relocateDeal(cache, String(args.id), String(args.stageId), ["stage", "updatedAt"]);
    },
  },
};

export const cacheOptions: CacheExchangeOpts = {
  possibleTypes,
  keys: Object.fromEntries(embeddedTypes.map((name) => [name, () => null])),
  updates,
  // In development only. What is written is looked for in the fragments of all types, also of those that it is not of:
  // the cache knows no schema. So there are always fields that it misses.
  logger: (severity, message) => {
    if (!message.startsWith("Invalid undefined")) console[severity](message);
  },
  optimistic: {
    moveDeal: (args: MoveDealMutationVariables, cache: Cache) => ({
      __typename: "DealPayload",
      userErrors: [],
      deal: {
        __typename: "Deal",
        id: args.id,
        stage: { __typename: "Stage", id: args.stageId },
        // By which closed deals are ordered; the company's day comes with the answer.
        closedDate:
          cache.resolve({ __typename: "Stage", id: args.stageId }, "kind") === "OPEN"
            ? null
            : new Date().toISOString().slice(0, 10),
      },
    }),
    completeTask: (args: { id: string; done?: boolean | null }) => ({
      __typename: "TaskPayload",
      userErrors: [],
      task: {
        __typename: "Task",
        id: args.id,
        completedAt: args.done === false ? null : new Date().toISOString(),
      },
    }),
  },
};
