import type { Cache, CacheExchangeOpts, UpdatesConfig } from "@urql/exchange-graphcache";
import { embeddedTypes, possibleTypes } from "@/gql/cache-keys";
import type { LiveEventsSubscription, MoveDealMutation, MoveDealMutationVariables } from "@/gql/graphql";
import { relocateDeal } from "./board-lists";
import { changeOf, isAffected, type LiveEvent } from "./lists";

/** The type in the schema of a record of this kind: `DEAL_LINE` is a `DealLine`. */
function typeOfKind(kind: string): string {
  return kind
    .toLowerCase()
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** The fields of a record that change with its activities; with the record itself, only its timeline does. */
const activityFields = new Set(["timeline", "tasks", "notes", "nextTask"]);

function invalidateFields(cache: Cache, entity: string, matches: (fieldName: string) => boolean): void {
  for (const field of cache.inspectFields(entity))
    if (matches(field.fieldName)) cache.invalidate(entity, field.fieldName, field.arguments);
}

/** Timelines show the events of their record, and of the activities that belong to it. */
function invalidateTimelines(cache: Cache, { record, kind, recordId }: LiveEvent): void {
  if (record?.__typename !== "Note" && record?.__typename !== "Task") {
    invalidateFields(cache, `${typeOfKind(kind)}:${recordId}`, (name) => name === "timeline");
    return;
  }
  for (const owner of [record.deal, record.account, record.contact])
    if (owner) invalidateFields(cache, `${owner.__typename}:${owner.id}`, (name) => activityFields.has(name));
}

function applyEvent(cache: Cache, event: LiveEvent): void {
  if (event.action === "RELOAD") {
    invalidateFields(cache, "Query", () => true);
    return;
  }
  if (event.action === "HIDDEN" || event.action === "DELETED")
    cache.invalidate({ __typename: typeOfKind(event.kind), id: event.recordId });
  invalidateTimelines(cache, event);
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
        relocateDeal(cache, String(args.id), String(args.stageId), ["stage"]);
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
