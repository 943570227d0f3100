import { dateFormats, fittingDateFormats } from "./date-formats";
import {
  type FieldKey,
  type ImportField,
  type ImportKind,
  importFields,
  importKinds,
  matchKeys,
} from "./import-fields";
import type { ColumnDraft, MappingDraft } from "./mapping";

export interface FileColumn {
  name: string;
  /** Some of its values. */
  samples: readonly string[];
  /** Whether each of the first rows has a value of its own there, as an id would. */
  distinct: boolean;
}

/** The columns of a file, as far as its first rows tell. */
export function fileColumns(
  columns: readonly { name: string; samples: readonly string[] }[],
  rows: readonly (readonly string[])[],
): FileColumn[] {
  return columns.map(({ name, samples }, place) => {
    const cells = rows.map((row) => row[place] ?? "");
    return { name, samples, distinct: !cells.includes("") && new Set(cells).size === cells.length };
  });
}

/** Headers are compared without case, spaces and signs: `Account_Name` is `account name`. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** How well a header says a field: the whole name, else a part of it, longer parts better. 0: not at all. */
function likeness(header: string, field: ImportField): number {
  const name = plain(header);
  const names = [field.key, ...field.aliases].map(plain);
  if (names.includes(name)) return 100;
  const parts = names
    .filter((alias) => alias.length >= 2 && name.includes(alias))
    .map(({ length }) => length);
  return Math.max(0, ...parts);
}

/** Each column to the field that it resembles most, and each field to one column only. */
function guessFields(
  columns: readonly FileColumn[],
  fields: readonly ImportField[],
): Map<string, ImportField> {
  const pairs = columns
    .flatMap(({ name }) => fields.map((field) => ({ name, field, score: likeness(name, field) })))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score);
  const guessed = new Map<string, ImportField>();
  const taken = new Set<FieldKey>();
  for (const { name, field } of pairs) {
    if (guessed.has(name) || taken.has(field.key)) continue;
    guessed.set(name, field);
    taken.add(field.key);
  }
  return guessed;
}

const fileWords: Record<ImportKind, RegExp> = {
  Account: /客户|公司|account|compan|organi[sz]ation/i,
  Contact: /联系人|contact|people|person/i,
  Deal: /商机|机会|deal|opportunit|pipeline/i,
  Product: /产品|商品|product/i,
  Task: /任务|待办|task/i,
  Note: /备注|跟进|note/i,
  User: /用户|员工|user|employee/i,
  Team: /团队|部门|team/i,
};

/** The kind that the file's name says, else the one whose fields its columns resemble most. */
export function guessKind(fileName: string, columns: readonly FileColumn[]): ImportKind {
  const named = importKinds.find((kind) => fileWords[kind].test(fileName));
  if (named) return named;
  const scored = importKinds.map((kind) => {
    const fields = importFields(kind);
    const guessed = [...guessFields(columns, fields)];
    return { kind, score: guessed.reduce((sum, [name, field]) => sum + likeness(name, field), 0) };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).kind;
}

const idWords = /(^|[^a-z])(id|uuid|no|number|code|key)$|编号|编码|单号|^序号$|^工号$|id$/i;

/** The column that tells rows apart: one that is called an id, with no value twice. */
function guessIdColumn(columns: readonly FileColumn[], fallback: string | null): string | null {
  return columns.find(({ name, distinct }) => distinct && idWords.test(name.trim()))?.name ?? fallback;
}

/** `1.234,56`, or `12,5`: a comma before other than three digits at the end, or after points. */
function hasDecimalComma(samples: readonly string[]): boolean {
  return samples.some((sample) => /\d\.\d{3},\d|^\D*\d+,(\d{1,2}|\d{4,})\D*$/.test(sample));
}

/** How a column is read if it goes to a field, as far as its samples tell. */
export function guessColumn(column: FileColumn, { key, kind }: ImportField, currency: string): ColumnDraft {
  switch (kind.type) {
    case "reference": {
      const mails = column.samples.filter((sample) => sample !== "").every((sample) => sample.includes("@"));
      const isMail = kind.by.includes("email") && mails && column.samples.some((sample) => sample !== "");
      const isId = kind.by.includes("externalId") && idWords.test(column.name.trim());
      return { field: key, by: isMail ? "email" : isId ? "externalId" : "name", missing: "refuse" };
    }
    case "date": {
      const [format] = fittingDateFormats(column.samples);
      return format && format !== dateFormats[0].format ? { field: key, dateFormat: format } : { field: key };
    }
    case "integer":
      return hasDecimalComma(column.samples) ? { field: key, decimalComma: true } : { field: key };
    case "money":
      return {
        field: key,
        currency,
        ...(hasDecimalComma(column.samples) ? { decimalComma: true } : {}),
      };
    default:
      return { field: key };
  }
}

/** A first mapping of a file, for a person to look over. */
export function guessMapping(
  kind: ImportKind,
  columns: readonly FileColumn[],
  currency: string,
): MappingDraft {
  const guessed = guessFields(columns, importFields(kind));
  const byField = new Map([...guessed].map(([name, field]) => [field.key, name]));
  const drafts = columns.flatMap((column) => {
    const field = guessed.get(column.name);
    return field ? [[column.name, guessColumn(column, field, currency)] as const] : [];
  });
  const named = byField.get("email") ?? byField.get("name") ?? byField.get("title") ?? null;
  const [match = null] = matchKeys(kind).filter((key) => byField.has(key));
  return {
    kind,
    source: "file",
    idColumn: guessIdColumn(columns, named),
    match,
    columns: Object.fromEntries(drafts),
    constants: [],
  };
}
