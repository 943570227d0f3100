import type { LiveEvent } from "./lists";

/** Fields of a record that an event makes out of date without bringing them. */
export interface OutOfDate {
  record: { __typename: string; id: string };
  fields: ReadonlySet<string>;
}

/** The type in the schema of a record of this kind: `DEAL_LINE` is a `DealLine`. */
export function typeOfKind(kind: string): string {
  return kind
    .toLowerCase()
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** The fields of a record that change with its activities; with the record itself, only its timeline does. */
const activityFields = new Set(["timeline", "tasks", "notes", "nextTask"]);

/** What is computed from other fields of its record. */
const derivedFields: Record<string, readonly string[]> = {
  lineItems: ["lineItemsTotal"],
  contactPoints: ["phone", "email"],
  familyName: ["name"],
  givenName: ["name"],
  stage: ["state", "closedDate", "closedOwner", "closedTeam", "stageEnteredDate"],
  name: ["label"],
  translations: ["label"],
};

/** The deal, account or contact that an activity belongs to, and the one that it was taken from. */
function ownersOf({ record, changes }: LiveEvent): OutOfDate["record"][] {
  const owners =
    record?.__typename === "Note" || record?.__typename === "Task"
      ? [record.deal, record.account, record.contact].filter((owner) => owner !== null)
      : [];
  const former = changes.flatMap(({ field, from }) =>
    from?.__typename === "ReferenceValue" && ["deal", "account", "contact"].includes(field)
      ? [{ __typename: typeOfKind(field), id: from.id }]
      : [],
  );
  return [...owners, ...former];
}

/**
 * What has to be read anew after an event: of its record the timeline, and what changed but did not come along, which
 * would otherwise stand beside a version that is newer than it; of the owners of an activity, what tells of activities.
 */
export function outOfDate(event: LiveEvent): OutOfDate[] {
  if (event.kind === "NOTE" || event.kind === "TASK")
    return [
      { record: self(event), fields: missing(event) },
      ...ownersOf(event).map((record) => ({ record, fields: activityFields })),
    ];
  return [{ record: self(event), fields: missing(event).add("timeline") }];
}

function self({ kind, recordId }: LiveEvent): OutOfDate["record"] {
  return { __typename: typeOfKind(kind), id: recordId };
}

function missing({ changes, record }: LiveEvent): Set<string> {
  const changed = changes.flatMap(({ field }) => [field, ...(derivedFields[field] ?? [])]);
  return new Set(changed.filter((field) => !Object.hasOwn(record ?? {}, field)));
}
