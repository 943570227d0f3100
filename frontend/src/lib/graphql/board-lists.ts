import type { Cache, FieldArgs } from "@urql/exchange-graphcache";
import { type Arguments, fieldOfOrder, mentionedFields } from "./list-arguments";

/** A page of a board's column, as the cache holds it. */
interface CachedPage {
  /** Under which the page is known as a field of Query. */
  fieldKey: string;
  connection: string;
  stage: string;
  /** What is asked besides the stage, the order and the place to start from: alike in all columns of a board. */
  question: string;
  args: NonNullable<FieldArgs>;
  deals: readonly string[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function stageOfPart(part: unknown): string | null {
  const stage = isObject(part) ? part.stageId : undefined;
  return isObject(stage) && typeof stage.eq === "string" ? stage.eq : null;
}

/** The filter of a list in its parts. */
function partsOf(filter: unknown): unknown[] {
  if (!isObject(filter)) return [];
  const { and, ...own } = filter;
  return [own, ...(Array.isArray(and) ? and : [])];
}

/** The one stage that a list of deals is limited to, if it is. */
export function stageOfList(args: Arguments): string | null {
  for (const part of partsOf(args?.filter)) {
    const stage = stageOfPart(part);
    if (stage) return stage;
  }
  return null;
}

function withoutStage(filter: unknown): unknown[] {
  return partsOf(filter).map((part) =>
    stageOfPart(part) && isObject(part) ? { ...part, stageId: undefined } : part,
  );
}

function cachedPages(cache: Cache): CachedPage[] {
  return cache.inspectFields("Query").flatMap(({ fieldKey, fieldName, arguments: args }) => {
    const stage = fieldName === "deals" ? stageOfList(args) : null;
    if (!args || !stage) return [];
    const connection = cache.resolve("Query", "deals", args);
    const deals = typeof connection === "string" ? cache.resolve(connection, "nodes") : null;
    if (typeof connection !== "string" || !Array.isArray(deals)) return [];
    const question = JSON.stringify([withoutStage(args.filter), args.search ?? null]);
    return [{ fieldKey, connection, stage, question, args, deals: deals.map(String) }];
  });
}

/** Whether one of these changes can let a deal into the list or keep it out, the stage aside. */
function decidesMembership({ args }: CachedPage, changedFields: readonly string[]): boolean {
  const mentioned = mentionedFields({ filter: withoutStage(args.filter) });
  return Boolean(args.search) || changedFields.some((field) => mentioned.has(field));
}

/** Negative: the first deal comes before the second one in this list. Null: the cache does not know. */
function compareDeals(
  cache: Cache,
  args: NonNullable<FieldArgs>,
  left: string,
  right: string,
): number | null {
  const orders: unknown = args.orderBy;
  const order: unknown = Array.isArray(orders) && orders.length === 1 ? orders[0] : null;
  if (!isObject(order) || typeof order.field !== "string") return null;
  const field = fieldOfOrder(order.field);
  const [a, b] = [cache.resolve(left, field), cache.resolve(right, field)];
  const sign = order.direction === "DESC" ? -1 : 1;
  if (a === b) return (left < right ? -1 : 1) * sign;
  if (a === null || b === null) {
    if (order.nulls !== "FIRST" && order.nulls !== "LAST") return null;
    return (a === null) === (order.nulls === "FIRST") ? -1 : 1;
  }
  if (typeof a !== "string" || typeof b !== "string") return null;
  return (a < b ? -1 : 1) * sign;
}

/** The pages of one list in their order, each beginning where the one before ends. */
function chained(cache: Cache, pages: readonly CachedPage[]): CachedPage[] {
  const chain: CachedPage[] = [];
  let after: unknown = null;
  for (;;) {
    const next = pages.find(({ args }) => (args.after ?? null) === after);
    if (!next || chain.includes(next)) return chain;
    chain.push(next);
    after = endOf(cache, next).endCursor;
    if (after === null) return chain;
  }
}

function endOf(cache: Cache, { connection }: CachedPage) {
  const pageInfo = cache.resolve(connection, "pageInfo");
  const read = (field: string) => (typeof pageInfo === "string" ? cache.resolve(pageInfo, field) : null);
  return { endCursor: read("endCursor") ?? null, hasNextPage: read("hasNextPage") === true };
}

/** Puts a deal at its place in a list. Returns the pages that are right afterwards. */
function place(cache: Cache, pages: readonly CachedPage[], deal: string): readonly CachedPage[] {
  const chain = chained(cache, pages).map((page) => ({
    page,
    others: page.deals.filter((other) => other !== deal),
  }));
  for (const { page, others } of chain) {
    const order = others.map((other) => compareDeals(cache, page.args, deal, other));
    if (order.includes(null)) return [];
    const index = order.findIndex((compared) => compared !== null && compared < 0);
    // After the last one of a page that others follow, it belongs to those.
    if (index === -1 && endOf(cache, page).hasNextPage) continue;
    const at = index === -1 ? others.length : index;
    for (const { page: each, others: rest } of chain)
      cache.link(each.connection, "nodes", each === page ? rest.toSpliced(at, 0, deal) : rest);
    return chain.map((entry) => entry.page);
  }
  // Behind all that was read.
  for (const { page, others } of chain) cache.link(page.connection, "nodes", others);
  return chain.map((entry) => entry.page);
}

/**
 * Takes a deal out of the cached columns of other stages and puts it at its place in those of its own. The filter of a
 * board is not evaluated here: a deal that was in another column of the same board fits it, unless a field that it asks
 * for has changed. Returns the keys of the lists that are right now; all others have to be read anew.
 */
export function relocateDeal(
  cache: Cache,
  dealId: string,
  stageId: string,
  changedFields: readonly string[],
): ReadonlySet<string> {
  const right = new Set<string>();
  const deal = cache.keyOfEntity({ __typename: "Deal", id: dealId });
  if (!deal) return right;
  const pages = cachedPages(cache).filter((page) => !decidesMembership(page, changedFields));
  const fitting = new Set(pages.filter(({ deals }) => deals.includes(deal)).map(({ question }) => question));
  for (const page of pages) {
    if (page.stage === stageId) continue;
    const others = page.deals.filter((other) => other !== deal);
    if (others.length !== page.deals.length) cache.link(page.connection, "nodes", others);
    right.add(page.fieldKey);
  }
  const own = pages.filter(({ stage, question }) => stage === stageId && fitting.has(question));
  const lists = Map.groupBy(own, ({ question, args }) =>
    JSON.stringify([question, args.orderBy, args.first]),
  );
  for (const list of lists.values()) for (const { fieldKey } of place(cache, list, deal)) right.add(fieldKey);
  return right;
}
