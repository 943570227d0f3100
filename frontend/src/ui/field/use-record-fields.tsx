import { useTranslation } from "react-i18next";
import type { MoneyValue } from "@/lib/format/money";
import type { Outcome } from "@/lib/graphql/mutate";
import { MoneyText } from "../cells/MoneyText";
import { UserBadge } from "../cells/UserBadge";
import type { FieldKind, SaveOutcome } from "./FieldEditor";
import { saveOutcome } from "./save-outcome";

interface EditableRecord {
  version: number;
  viewerCan: readonly string[];
}

interface Reference {
  id: string;
  name: string;
}

/** The names of the fields that hold such values. */
type FieldsOf<Shown, Value> = {
  [Name in keyof Shown & string]: Shown[Name] extends Value ? Name : never;
}[keyof Shown & string];

/**
 * What the editors of a record's fields have in common: the label, whether one may, what is there, and how it is written. The
 * names are those of the fields; where a form's field is another one, its properties are laid over these.
 */
export function useRecordFields<Shown extends EditableRecord, Input extends object>(
  record: Shown,
  labelOf: (field: string) => string,
  update: (input: Input, version: number) => Promise<Outcome<unknown>>,
) {
  const { t } = useTranslation();
  const save = async (input: Input, version: number): Promise<SaveOutcome> =>
    saveOutcome(await update(input, version));
  const write =
    (field: string, toInput: (value: string) => unknown = (value) => value) =>
    (value: string | null, version: number) =>
      save({ [field]: value === null ? null : toInput(value) } as Input, version);
  const common = (name: string) => ({
    label: labelOf(name),
    version: record.version,
    editable: record.viewerCan.includes(name === "owner" ? "ASSIGN" : "UPDATE"),
  });
  return {
    save,
    /** A text, or what is written as one: a choice's key, a date. */
    text: (name: FieldsOf<Shown, string | null>, field: FieldKind = { kind: "text" }) => {
      const value = record[name] as string | null;
      return { ...common(name), field, value, display: value, onSave: write(name) };
    },
    number: (name: FieldsOf<Shown, number | null>, format: (value: string) => string = String) => {
      const value = record[name] === null ? null : String(record[name]);
      return {
        ...common(name),
        field: { kind: "number" } as const,
        value,
        display: value === null ? null : format(value),
        onSave: write(name, Number),
      };
    },
    /** `currency`: of an amount where there was none. */
    money: (name: FieldsOf<Shown, MoneyValue | null>, currency: string) => {
      const value = record[name] as MoneyValue | null;
      return {
        ...common(name),
        field: { kind: "money" } as const,
        value: value?.amount ?? null,
        display: <MoneyText value={value} />,
        onSave: write(name, (amount) => ({ amount, currency: value?.currency ?? currency })),
      };
    },
    person: (name: FieldsOf<Shown, Reference | null>) => {
      const value = record[name] as Reference | null;
      return {
        ...common(name),
        field: { kind: "record", source: "USER", label: value?.name } as const,
        value: value?.id ?? null,
        display: <UserBadge user={value} />,
        onSave: write(`${name}Id`),
      };
    },
    account: (name: FieldsOf<Shown, Reference | null>) => {
      const value = record[name] as Reference | null;
      return {
        ...common(name),
        field: { kind: "record", source: "ACCOUNT", label: value?.name } as const,
        value: value?.id ?? null,
        display: value?.name,
        link: value && {
          label: t("record.openNamed", { name: value.name }),
          record: { to: "/accounts/$accountId", params: { accountId: value.id } } as const,
        },
        onSave: write(`${name}Id`),
      };
    },
  };
}
