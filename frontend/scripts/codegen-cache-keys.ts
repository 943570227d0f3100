// A plugin of the code generator: what the cache must know of the schema to store records by their ids.
import { type GraphQLSchema, isAbstractType, isObjectType } from "graphql";

const listed = (names: readonly string[]): string =>
  names
    .toSorted()
    .map((name) => JSON.stringify(name))
    .join(", ");

export function plugin(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const embedded = types
    .filter(isObjectType)
    .filter((type) => !roots.includes(type) && !type.getFields().id)
    .map((type) => type.name);
  // A reference in an event has the id of what it refers to, and is not that record.
  embedded.push("ReferenceValue");
  const possible = types.filter(isAbstractType).map((type) => {
    const members = schema.getPossibleTypes(type).map((member) => member.name);
    return `  ${type.name}: [${listed(members)}],`;
  });
  return [
    "/** Types that implement an interface or belong to a union, for the cache to match fragments exactly. */",
    "export const possibleTypes: Record<string, string[]> = {",
    ...possible.toSorted(),
    "};",
    "",
    "/** Types without an identity of their own: they live inside the record that they were read with. */",
    `export const embeddedTypes = [${listed(embedded)}];`,
    "",
  ].join("\n");
}
