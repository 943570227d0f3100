import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { ChangedValueFragment } from "@/gql/graphql";
import { formatDay, formatInstant, today } from "@/lib/format/date";
import { formatMoney, formatNumber } from "@/lib/format/money";
import { useSession } from "@/lib/session";
import classes from "./timeline.module.css";

const ChangedValue = graphql(`
  fragment ChangedValue on FieldValue {
    __typename
    ... on TextValue { text: value }
    ... on NumberValue { number: value }
    ... on MoneyValue { amount currency }
    ... on DateValue { date: value }
    ... on DateTimeValue { instant: value }
    ... on BooleanValue { boolean: value }
    ... on ReferenceValue { id label }
  }
`);

/** The words of a kind of record for its fields. */
export interface ChangeWords {
  /** The name of a field; null: one that is newer than this build. */
  field: (key: string) => string | null;
  /** Fields that follow from others, and say nothing that those do not say. */
  implied?: ReadonlySet<string>;
  /** What a key of a choice reads as. */
  value: (field: string, key: string) => string;
  /** What a record of the company's set-up is called in the reader's language; null where its own name will do. */
  reference?: (field: string, id: string) => string | null;
}

/** Fields whose values are lists of parts, which no line of text can show. */
const composed = new Set(["lineItems", "buyingRoles"]);

interface ChangeTextProps {
  change: {
    field: string;
    from: FragmentType<typeof ChangedValue> | null;
    to: FragmentType<typeof ChangedValue> | null;
  };
  words: ChangeWords;
}

/** One field that changed: what it was, and what it is. */
export function ChangeText({ change, words }: ChangeTextProps) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useSession();
  const label = words.field(change.field.replace(/Id$/, "")) ?? change.field;
  if (composed.has(change.field)) return <p className={classes.change}>{label}</p>;
  const context = { t, language: i18n.language, timeZone };
  const read = (value: FragmentType<typeof ChangedValue> | null): string => {
    const known = readFragment(ChangedValue, value);
    if (known?.__typename === "ReferenceValue") {
      const name = words.reference?.(change.field, known.id);
      if (name) return name;
    }
    return words.value(change.field, valueText(known, context));
  };
  return (
    <p className={classes.change}>
      <span>{label}</span>
      {change.from && <del className={classes.before}>{read(change.from)}</del>}
      {change.from && <span aria-hidden>→</span>}
      <ins className={classes.after}>{change.to ? read(change.to) : t("state.empty")}</ins>
    </p>
  );
}

interface TextContext {
  t: TFunction;
  language: string;
  timeZone: string;
}

function valueText(value: ChangedValueFragment | null, { t, language, timeZone }: TextContext): string {
  switch (value?.__typename) {
    case undefined:
      return t("state.empty");
    case "TextValue":
      return value.text;
    case "NumberValue":
      return formatNumber(value.number, language);
    case "MoneyValue":
      return formatMoney(value, { language, compact: false });
    case "DateValue":
      return formatDay(value.date, language, today(timeZone));
    case "DateTimeValue":
      return formatInstant(value.instant, language, timeZone);
    case "BooleanValue":
      return t(value.boolean ? "filter.yes" : "filter.no");
    case "ReferenceValue":
      return value.label ?? value.id;
  }
}
