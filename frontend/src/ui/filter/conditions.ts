/** What a comparator of the API can hold. */
export type ConditionValue = string | number | boolean | readonly string[] | Record<string, unknown>;

export interface Condition {
  /** The field, and before it the relations that lead there: `account.industry`. */
  path: string;
  /** The comparator of the API. */
  operator: string;
  value: ConditionValue;
}

/** One part of a list's filter, exactly as the API takes it. The parts of a list are joined by `and`. */
export type FilterPart = Record<string, unknown>;

/** The paths over the filter input of a record, one relation deep. */
export type FilterPath<Filter> = {
  [Key in Exclude<keyof Filter & string, "and" | "or" | "not">]: NonNullable<Filter[Key]> extends {
    and?: unknown;
  }
    ? `${Key}.${Exclude<keyof NonNullable<Filter[Key]> & string, "and" | "or" | "not">}`
    : Key;
}[Exclude<keyof Filter & string, "and" | "or" | "not">];

/** The comparators of the field at a path. */
export type ComparatorsAt<Filter, Path extends string> = Path extends `${infer Relation}.${infer Rest}`
  ? Relation extends keyof Filter
    ? ComparatorsAt<NonNullable<Filter[Relation]>, Rest>
    : never
  : Path extends keyof Filter
    ? NonNullable<Filter[Path]>
    : never;

export function writeCondition({ path, operator, value }: Condition): FilterPart {
  return path.split(".").reduceRight<FilterPart>((inner, name) => ({ [name]: inner }), { [operator]: value });
}

function onlyEntry(value: unknown): [string, unknown] | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const entries = Object.entries(value);
  return entries.length === 1 ? (entries[0] ?? null) : null;
}

/** The condition that a part says, if it is a single one on one of the known paths. */
export function readCondition(part: FilterPart, paths: readonly string[]): Condition | null {
  let rest: unknown = part;
  const names: string[] = [];
  while (names.length <= 3) {
    const entry = onlyEntry(rest);
    if (!entry) return null;
    const [name, inner] = entry;
    if (paths.includes(names.join("."))) {
      if (inner === null || inner === undefined) return null;
      return { path: names.join("."), operator: name, value: inner as ConditionValue };
    }
    names.push(name);
    rest = inner;
  }
  return null;
}

/** The filter argument of a list; undefined where nothing is filtered. */
export function joinParts<Filter extends { and?: unknown }>(
  parts: readonly FilterPart[],
): Filter | undefined {
  return parts.length === 0 ? undefined : ({ and: parts } as unknown as Filter);
}

export function samePart(left: FilterPart, right: FilterPart): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

export function hasParts(parts: readonly FilterPart[], wanted: readonly FilterPart[]): boolean {
  return wanted.every((part) => parts.some((other) => samePart(other, part)));
}

/** Takes the parts out if they are all there, else puts in those that are missing. */
export function toggleParts(parts: readonly FilterPart[], toggled: readonly FilterPart[]): FilterPart[] {
  const without = parts.filter((part) => !toggled.some((other) => samePart(other, part)));
  return hasParts(parts, toggled) ? without : [...without, ...toggled];
}

/** What a URL says as filter, if it has the shape of one; the server checks the rest. */
export function parseParts(value: unknown): FilterPart[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parts = value.filter(
    (part): part is FilterPart => typeof part === "object" && part !== null && !Array.isArray(part),
  );
  return parts.length > 0 ? parts : undefined;
}
