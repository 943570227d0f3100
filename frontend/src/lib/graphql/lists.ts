import type { LiveEventsSubscription } from "@/gql/graphql";
import { stageOfList } from "./board-lists";
import { type Arguments, mentionedFields } from "./list-arguments";

/** What the cache needs to know of a change to tell which lists it can touch. */
export interface Change {
  kind: string;
  action: string;
  fields: readonly string[];
  /** The stages that a deal is and was in; empty where that is not known. */
  stages: readonly string[];
}

export type LiveEvent = LiveEventsSubscription["recordEvents"];

/** The stage of the deal that changed, and the one that it left. */
function stagesOf({ record, changes }: LiveEvent): string[] {
  if (record?.__typename !== "Deal") return [];
  const left = changes.flatMap(({ field, from }) =>
    field === "stage" && from?.__typename === "ReferenceValue" ? [from.id] : [],
  );
  return [record.stage.id, ...left];
}

export function changeOf(event: LiveEvent): Change {
  return {
    kind: event.kind,
    action: event.action,
    // Which no event names, as it changes each time.
    fields: [...event.changes.map((entry) => entry.field), "updatedAt"],
    stages: stagesOf(event),
  };
}

/** Whether somebody is told everything in another language from now on. */
export function changesLanguage({ kind, changes }: LiveEvent): boolean {
  return kind === "USER" && changes.some(({ field }) => field === "language");
}

/** The list fields of Query, by the kind of record they hold. */
const listFieldsByKind: Record<string, readonly string[]> = {
  ACCOUNT: ["accounts"],
  CONTACT: ["contacts"],
  PRODUCT: ["products"],
  DEAL: ["deals"],
  USER: ["users"],
  TEAM: ["teams"],
  PIPELINE: ["pipelines"],
  STAGE: ["pipelines"],
  CHOICE: ["choices"],
  TARGET: ["targets"],
  EXCHANGE_RATE: ["exchangeRates"],
  IMPORT: ["imports"],
  NOTE: ["notes"],
  TASK: ["tasks"],
};

/** The names under which the filter or order of another record's list can speak of this kind. */
const relationNamesByKind: Record<string, readonly string[]> = {
  ACCOUNT: ["account", "accountName", "parent"],
  CONTACT: ["contact", "contacts", "buyingRoles"],
  PRODUCT: ["product", "lineItems"],
  DEAL: ["deals"],
  USER: ["owner", "ownerName"],
  TEAM: ["team"],
  STAGE: ["stage", "stagePosition"],
  TASK: ["tasks"],
  NOTE: ["notes"],
};

/** Fields of Query whose figures are computed from records of the kind. */
const figureFieldsByKind: Record<string, readonly string[]> = {
  DEAL: ["funnel", "forecast", "dealFigures"],
  STAGE: ["funnel", "forecast"],
  TARGET: ["forecast"],
  EXCHANGE_RATE: ["funnel", "forecast", "dealFigures"],
};

/** Whether a field of Query with these arguments may read differently after the change. */
export function isAffected(fieldName: string, args: Arguments, change: Change): boolean {
  if (figureFieldsByKind[change.kind]?.includes(fieldName)) return true;
  const mentioned = mentionedFields(args);
  if (listFieldsByKind[change.kind]?.includes(fieldName)) {
    const stage = stageOfList(args);
    if (stage && change.stages.length > 0 && !change.stages.includes(stage)) return false;
    // An update shows in the rows by itself; the list is another one only if it sorts or filters by what changed.
    if (change.action !== "UPDATED" && change.action !== "MOVED") return true;
    if (args?.search) return true;
    if (change.action === "MOVED" && (mentioned.has("stage") || mentioned.has("stagePosition"))) return true;
    return change.fields.some((field) => mentioned.has(field) || mentioned.has(field.replace(/Id$/, "")));
  }
  return relationNamesByKind[change.kind]?.some((name) => mentioned.has(name)) ?? false;
}
