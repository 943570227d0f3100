import { type FieldKey, type ImportField, type ImportKind, importField, type LookUp } from "./import-fields";

/** What happens to a row whose reference is not found. */
export type Missing = "refuse" | "create" | "empty";

/** Where a column goes and how it is read. What is absent is as the mapping has it by itself. */
export interface ColumnDraft {
  field: FieldKey;
  by?: LookUp;
  missing?: Missing;
  /** In the notation of `strftime`; absent: ISO 8601. */
  dateFormat?: string;
  /** `1.234,56` instead of `1,234.56`. */
  decimalComma?: boolean;
  currency?: string;
  /** What a value of the file stands for here; values that are not named stay as they are. */
  values?: readonly ValueDraft[];
}

export interface ValueDraft {
  from: string;
  to: string;
}

/** The same value for every row. */
export interface ConstantDraft {
  field: FieldKey;
  value: string;
}

/** A mapping as it stands in the form. */
export interface MappingDraft {
  kind: ImportKind;
  /** The name of the system that the ids come from. */
  source: string;
  /** The column that tells rows apart, so that a second import changes records instead of doubling them. */
  idColumn: string | null;
  /** By what a record is recognised that came from elsewhere; null: by its id alone. */
  match: "name" | "email" | null;
  columns: Readonly<Record<string, ColumnDraft>>;
  constants: readonly ConstantDraft[];
}

/** What a draft lacks; it cannot run before. */
export type MappingGap = { kind: "id" } | { kind: "source" } | { kind: "field"; field: FieldKey };

export function mappingGaps(draft: MappingDraft, fields: readonly ImportField[]): MappingGap[] {
  const filled = new Set([
    ...Object.values(draft.columns).map((column) => column.field),
    ...draft.constants.map((constant) => constant.field),
  ]);
  const missing = fields.filter(({ key, required }) => required && !filled.has(key));
  return [
    ...(draft.idColumn === null ? [{ kind: "id" as const }] : []),
    ...(draft.source.trim() === "" ? [{ kind: "source" as const }] : []),
    ...missing.map(({ key }) => ({ kind: "field" as const, field: key })),
  ];
}

/** A basic string of TOML, which escapes as JSON does, and the delete character besides. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007f");
}

function table(name: string, entries: readonly (readonly [string, string | undefined])[]): string {
  const lines = entries.flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}`]));
  return [`[${name}]`, ...lines].join("\n");
}

function inlineTable(entries: readonly (readonly [string, string | undefined])[]): string {
  const pairs = entries.flatMap(([key, value]) => (value === undefined ? [] : [`${key} = ${value}`]));
  return `{ ${pairs.join(", ")} }`;
}

function optional(value: string | undefined): string | undefined {
  return value === undefined ? undefined : quoted(value);
}

/** How one column becomes one field. Only what the field's kind knows is written. */
function columnRule(
  name: string,
  column: ColumnDraft,
  { kind }: ImportField,
): [string, string | undefined][] {
  const values = column.values?.filter(({ from, to }) => from !== "" && to !== "") ?? [];
  const isReference = kind.type === "reference";
  const isNumber = kind.type === "integer" || kind.type === "money";
  return [
    ["column", quoted(name)],
    ["by", isReference ? optional(column.by) : undefined],
    ["missing", isReference ? optional(column.missing) : undefined],
    ["date_format", kind.type === "date" ? optional(column.dateFormat) : undefined],
    ["number", isNumber && column.decimalComma ? '{ decimal = "," }' : undefined],
    ["currency", kind.type === "money" ? optional(column.currency) : undefined],
    [
      "values",
      values.length > 0 ? inlineTable(values.map(({ from, to }) => [quoted(from), quoted(to)])) : undefined,
    ],
    ["otherwise", values.length > 0 ? quoted("keep") : undefined],
  ];
}

/** A constant is looked up like a column, by name. */
function constantRule({ value }: ConstantDraft, { kind }: ImportField): [string, string | undefined][] {
  return [
    ["constant", quoted(value)],
    ["by", kind.type === "reference" ? quoted("name") : undefined],
  ];
}

/** The mapping as the server reads it. What is not a field of the kind any more is left out. */
export function writeMapping(draft: MappingDraft): string {
  const rules: { field: ImportField; entries: [string, string | undefined][] }[] = [];
  const add = (key: FieldKey, entries: (field: ImportField) => [string, string | undefined][]) => {
    const field = importField(draft.kind, key);
    if (field) rules.push({ field, entries: entries(field) });
  };
  for (const [name, column] of Object.entries(draft.columns))
    add(column.field, (field) => columnRule(name, column, field));
  for (const constant of draft.constants) add(constant.field, (field) => constantRule(constant, field));

  const history = rules.flatMap(({ field, entries }) =>
    field.history ? [[field.history, inlineTable(entries)] as const] : [],
  );
  return `${[
    `kind = ${quoted(draft.kind)}`,
    table("external_id", [
      ["source", quoted(draft.source.trim())],
      ["column", optional(draft.idColumn ?? undefined)],
      ["match", optional(draft.match ?? undefined)],
    ]),
    ...rules.flatMap(({ field, entries }) => (field.history ? [] : [table(`fields.${field.key}`, entries)])),
    ...(history.length > 0 ? [table("history", history)] : []),
  ].join("\n\n")}\n`;
}
