import type { Cache, FieldArgs } from "@urql/exchange-graphcache";

/** The one stage that a list of deals is limited to, if it is. */
export function stageOfList(args: FieldArgs): string | null {
  const filter: unknown = args?.filter;
  const parts: unknown[] = isObject(filter) && Array.isArray(filter.and) ? [filter, ...filter.and] : [filter];
  for (const part of parts) {
    const stage = isObject(part) ? part.stageId : undefined;
    if (isObject(stage) && typeof stage.eq === "string") return stage.eq;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/**
 * Takes a deal out of the cached columns of other stages and puts it on top of those of its new stage.
 * Its right place follows with the event of the move, which has the lists read anew.
 */
export function relocateDeal(cache: Cache, dealId: string, stageId: string): void {
  const deal = cache.keyOfEntity({ __typename: "Deal", id: dealId });
  if (!deal) return;
  for (const { fieldName, arguments: args } of cache.inspectFields("Query")) {
    const stage = fieldName === "deals" ? stageOfList(args) : null;
    if (!stage) continue;
    const connection = cache.resolve("Query", "deals", args ?? undefined);
    if (typeof connection !== "string") continue;
    const nodes = cache.resolve(connection, "nodes");
    if (!Array.isArray(nodes)) continue;
    const others = nodes.filter((key): key is string => typeof key === "string" && key !== deal);
    const isTarget = stage === stageId && !args?.after;
    if (isTarget) cache.link(connection, "nodes", [deal, ...others]);
    else if (others.length !== nodes.length) cache.link(connection, "nodes", others);
  }
}
