import { Button, Checkbox, Popover, Select } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { dateFormats, fittingDateFormats } from "./date-formats";
import type { FileColumn } from "./guess";
import type { FieldType, ImportField } from "./import-fields";
import classes from "./imports.module.css";
import type { ColumnDraft, Missing } from "./mapping";
import { ValueRows } from "./ValueRows";

interface ColumnOptionsProps {
  column: FileColumn;
  field: ImportField;
  draft: ColumnDraft;
  onChange: (draft: ColumnDraft) => void;
}

/** How a column is read, by the kind of its field: looked up, as a date, as an amount. */
export function ColumnOptions({ column, field, draft, onChange }: ColumnOptionsProps) {
  const { kind } = field;
  return (
    <div className={classes.options}>
      {kind.type === "reference" && <LookUpOptions kind={kind} draft={draft} onChange={onChange} />}
      {kind.type === "date" && <DateOption column={column} draft={draft} onChange={onChange} />}
      {(kind.type === "integer" || kind.type === "money") && (
        <NumberOptions isMoney={kind.type === "money"} draft={draft} onChange={onChange} />
      )}
      {(kind.type === "enumeration" || kind.type === "reference" || kind.type === "boolean") && (
        <ValueOption column={column} field={field} draft={draft} onChange={onChange} />
      )}
    </div>
  );
}

type Part = Pick<ColumnOptionsProps, "draft" | "onChange">;

interface LookUpOptionsProps extends Part {
  kind: Extract<FieldType, { type: "reference" }>;
}

function LookUpOptions({ kind, draft, onChange }: LookUpOptionsProps) {
  const { t } = useTranslation("imports");
  const by = kind.by.find((known) => known === draft.by) ?? "name";
  // From an id or an address alone, nothing can be made.
  const ways: readonly Missing[] =
    kind.creatable && by === "name" ? ["refuse", "create", "empty"] : ["refuse", "empty"];
  const missing = ways.find((known) => known === draft.missing) ?? "refuse";
  return (
    <>
      <Select
        aria-label={t("option.by")}
        data={kind.by.map((value) => ({ value, label: t(`by.${value}`) }))}
        value={by}
        allowDeselect={false}
        w={118}
        onChange={(value) => {
          const next = kind.by.find((known) => known === value) ?? by;
          const kept = next !== "name" && draft.missing === "create" ? "refuse" : (draft.missing ?? "refuse");
          onChange({ ...draft, by: next, missing: kept });
        }}
      />
      <Select
        aria-label={t("option.missing")}
        data={ways.map((value) => ({ value, label: t(`missing.${value}`) }))}
        value={missing}
        allowDeselect={false}
        w={148}
        onChange={(value) =>
          onChange({ ...draft, missing: ways.find((known) => known === value) ?? missing })
        }
      />
    </>
  );
}

function DateOption({ column, draft, onChange }: Part & { column: FileColumn }) {
  const { t } = useTranslation("imports");
  const [first] = dateFormats;
  const fitting = fittingDateFormats(column.samples);
  const chosen = draft.dateFormat ?? first.format;
  const problem =
    fitting.length > 1
      ? t("option.dateAmbiguous")
      : column.samples.some((sample) => sample !== "") && !fitting.includes(chosen)
        ? t("option.dateMisfit")
        : null;
  return (
    <>
      <Select
        aria-label={t("option.dateFormat")}
        data={dateFormats.map(({ format, label }) => ({ value: format, label }))}
        value={chosen}
        allowDeselect={false}
        w={182}
        onChange={(value) => {
          const { dateFormat: _, ...rest } = draft;
          onChange(value && value !== first.format ? { ...rest, dateFormat: value } : rest);
        }}
      />
      {problem && <span className={classes.warning}>{problem}</span>}
    </>
  );
}

function NumberOptions({ isMoney, draft, onChange }: Part & { isMoney: boolean }) {
  const { t } = useTranslation("imports");
  return (
    <>
      {isMoney && (
        <Select
          aria-label={t("option.currency")}
          data={currenciesWith(draft.currency)}
          value={draft.currency ?? null}
          allowDeselect={false}
          searchable
          w={88}
          onChange={(value) => value && onChange({ ...draft, currency: value })}
        />
      )}
      <Checkbox
        label={t("option.decimalComma")}
        checked={draft.decimalComma ?? false}
        onChange={(event) => onChange({ ...draft, decimalComma: event.currentTarget.checked })}
      />
    </>
  );
}

const commonCurrencies = ["CNY", "USD", "EUR", "HKD", "JPY", "GBP", "TWD", "SGD", "KRW", "AUD"];

function currenciesWith(chosen: string | undefined): string[] {
  return chosen && !commonCurrencies.includes(chosen) ? [chosen, ...commonCurrencies] : commonCurrencies;
}

function ValueOption({ column, field, draft, onChange }: ColumnOptionsProps) {
  const { t } = useTranslation("imports");
  const count = draft.values?.filter(({ from, to }) => from !== "" && to !== "").length ?? 0;
  const open = () => {
    if (draft.values) return;
    const distinct = [...new Set(column.samples.filter((sample) => sample !== ""))];
    onChange({ ...draft, values: distinct.map((from) => ({ from, to: "" })) });
  };
  return (
    <Popover position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconArrowsExchange size={13} aria-hidden />}
          onClick={open}
        >
          {count > 0 ? t("option.valuesCount", { count }) : t("option.values")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ValueRows
          values={draft.values ?? []}
          field={field}
          onChange={(values) => onChange({ ...draft, values })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
