import { Button, MultiSelect, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { lastDay } from "@/lib/format/date";
import { parseAmount } from "@/lib/format/money";
import { useSession } from "@/lib/session";
import { RecordSelect } from "../field/RecordSelect";
import type { Condition, ConditionValue } from "./conditions";
import {
  type FilterField,
  type Operator,
  operatorOf,
  operatorsByKind,
  periodName,
  periodNames,
  periods,
  toCondition,
  withInstant,
} from "./fields";

interface ConditionEditorProps {
  fields: readonly FilterField[];
  initial: Condition | null;
  onApply: (condition: Condition) => void;
}

/** Field, comparator, value: one condition. */
export default function ConditionEditor({ fields, initial, onApply }: ConditionEditorProps) {
  const { t } = useTranslation();
  const { company } = useSession();
  const [path, setPath] = useState(initial?.path ?? null);
  const field = fields.find((candidate) => candidate.path === path);
  const [operator, setOperator] = useState<Operator | null>(() =>
    initial && field ? operatorOf(initial, field.kind) : null,
  );
  const [value, setValue] = useState<ConditionValue | null>(initial?.value ?? null);
  const needsValue = operator !== "isNull" && operator !== "notNull";
  const complete = field && operator && (!needsValue || isComplete(field, value));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    const condition = toCondition(field.path, operator, normalised(field, value));
    onApply(withInstant(condition, field.kind, company.timeZone));
  };
  const chooseField = (next: string | null) => {
    const kind = fields.find((candidate) => candidate.path === next)?.kind;
    setPath(next);
    setOperator(kind ? operatorsByKind[kind][0] : null);
    setValue(kind === "boolean" ? true : null);
  };

  return (
    <form onSubmit={submit}>
      <Stack gap="xs" w={240}>
        <Select
          label={t("filter.field")}
          data={fields.map(({ path: fieldPath, label }) => ({ value: fieldPath, label }))}
          value={path}
          onChange={chooseField}
          searchable
          selectFirstOptionOnChange
          allowDeselect={false}
          data-autofocus={initial ? undefined : true}
        />
        {field && (
          <Select
            label={t("filter.operator")}
            data={operatorsByKind[field.kind].map((name) => ({ value: name, label: t(`filter.op.${name}`) }))}
            value={operator}
            onChange={(next) => setOperator(next)}
            allowDeselect={false}
          />
        )}
        {field && operator && needsValue && (
          <ValueInput field={field} operator={operator} value={value} onChange={setValue} />
        )}
        <Button type="submit" disabled={!complete}>
          {t("filter.apply")}
        </Button>
      </Stack>
    </form>
  );
}

interface ValueInputProps {
  field: FilterField;
  operator: Operator;
  value: ConditionValue | null;
  onChange: (value: ConditionValue | null) => void;
}

function ValueInput({ field, operator, value, onChange }: ValueInputProps) {
  const { t } = useTranslation();
  const label = t("filter.value");
  switch (field.kind) {
    case "choice":
      return (
        <MultiSelect
          label={label}
          data={field.options}
          value={Array.isArray(value) ? [...value] : []}
          onChange={onChange}
          searchable
          selectFirstOptionOnChange
          data-autofocus
        />
      );
    case "record":
      return (
        <RecordSelect
          label={label}
          source={field.source}
          value={typeof value === "string" ? value : null}
          onChange={onChange}
        />
      );
    case "boolean":
      return (
        <Select
          label={label}
          data={[
            { value: "true", label: t("filter.yes") },
            { value: "false", label: t("filter.no") },
          ]}
          value={String(value ?? true)}
          onChange={(next) => onChange(next === "true")}
          allowDeselect={false}
        />
      );
    case "date":
    case "instant":
      if (operator === "within")
        return (
          <Select
            label={label}
            data={periodNames.map((name) => ({ value: name, label: t(`filter.period.${name}`) }))}
            value={periodName(value)}
            onChange={(next) => onChange(periodNames.includes(next as never) && next ? periods[next] : null)}
            allowDeselect={false}
          />
        );
      return (
        <TextInput
          label={label}
          type="date"
          max={lastDay}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
    default:
      return (
        <TextInput
          label={label}
          inputMode={field.kind === "text" ? undefined : "decimal"}
          value={typeof value === "string" || typeof value === "number" ? String(value) : ""}
          onChange={(event) => onChange(event.currentTarget.value)}
          data-autofocus
        />
      );
  }
}

function isComplete(field: FilterField, value: ConditionValue | null): boolean {
  if (value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  if (field.kind === "money" || field.kind === "number") return parseAmount(String(value)) !== null;
  return true;
}

/** The value as the comparator takes it: decimals are strings, whole numbers numbers. */
function normalised(field: FilterField, value: ConditionValue | null): ConditionValue {
  if (field.kind === "money") return parseAmount(String(value)) ?? "0";
  if (field.kind === "number") return Number(parseAmount(String(value)));
  return value ?? "";
}
