import { readFileSync } from "node:fs";
import { buildSchema, isAbstractType, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { embeddedTypes, possibleTypes } from "./keys";

const schema = buildSchema(readFileSync("../schema.graphql", "utf8"));
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));

test("the possible types are those of the schema", () => {
  const actual = Object.fromEntries(
    types.filter(isAbstractType).map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map((member) => member.name)
        .sort(),
    ]),
  );
  const known = Object.fromEntries(
    Object.entries(possibleTypes).map(([name, members]) => [name, members.toSorted()]),
  );
  expect(known).toEqual(actual);
});

test("every type without an id is known to be embedded", () => {
  const roots = ["Query", "Mutation", "Subscription"];
  const withoutKey = types
    .filter(isObjectType)
    .filter((type) => !roots.includes(type.name) && !/(Connection|Edge|Payload|PageInfo)$/.test(type.name))
    .filter((type) => !type.getFields().id || embeddedTypes.includes(type.name))
    .map((type) => type.name)
    .sort();
  expect(embeddedTypes.toSorted()).toEqual(withoutKey);
});
