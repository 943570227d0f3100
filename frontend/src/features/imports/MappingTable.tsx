import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "@/lib/session";
import { ColumnOptions } from "./ColumnOptions";
import { type FileColumn, guessColumn } from "./guess";
import { type FieldKey, importField, importFields } from "./import-fields";
import classes from "./imports.module.css";
import type { ColumnDraft, MappingDraft } from "./mapping";
import { useKindLabels } from "./use-kind-labels";

interface MappingTableProps {
  draft: MappingDraft;
  columns: readonly FileColumn[];
  onChange: (draft: MappingDraft) => void;
}

/** A line for each column of the file: its first values, the field that it goes to, how it is read. */
export function MappingTable({ draft, columns, onChange }: MappingTableProps) {
  const { t } = useTranslation("imports");
  const change = (name: string, column: ColumnDraft | null) => {
    const { [name]: _, ...others } = draft.columns;
    onChange({ ...draft, columns: column ? { ...others, [name]: column } : others });
  };
  return (
    <ul className={classes.mapping} aria-label={t("mapping.columns")}>
      {columns.map((column) => (
        <MappingRow
          key={column.name}
          draft={draft}
          column={column}
          onChange={(next) => change(column.name, next)}
        />
      ))}
    </ul>
  );
}

interface MappingRowProps {
  draft: MappingDraft;
  column: FileColumn;
  onChange: (column: ColumnDraft | null) => void;
}

function MappingRow({ draft, column, onChange }: MappingRowProps) {
  const { t } = useTranslation("imports");
  const { company } = useSession();
  const labels = useKindLabels();
  const chosen = draft.columns[column.name];
  const field = chosen && importField(draft.kind, chosen.field);
  const taken = takenFields(draft, chosen?.field);
  const choose = (key: string | null) => {
    const next = importFields(draft.kind).find((candidate) => candidate.key === key);
    onChange(next ? guessColumn(column, next, company.baseCurrency) : null);
  };
  const samples = column.samples.filter((sample) => sample !== "").slice(0, 3);
  return (
    <li className={classes.mappingRow} data-unused={(!chosen && draft.idColumn !== column.name) || undefined}>
      <div className={classes.column}>
        <span className={classes.columnName}>
          {column.name}
          {draft.idColumn === column.name && <span className={classes.mark}>{t("mapping.isId")}</span>}
        </span>
        <span className={classes.samples}>
          {samples.length > 0 ? samples.join(" · ") : t("mapping.noSamples")}
        </span>
      </div>
      <Select
        aria-label={t("mapping.fieldOf", { column: column.name })}
        placeholder={t("mapping.ignored")}
        data={importFields(draft.kind).map(({ key, required }) => ({
          value: key,
          label: `${labels.field(draft.kind, key)}${required ? " *" : ""}`,
          disabled: taken.has(key),
        }))}
        value={field?.key ?? null}
        onChange={choose}
        searchable
        allowDeselect={false}
        clearable
        clearButtonProps={{ "aria-label": t("mapping.ignore", { column: column.name }) }}
      />
      {chosen && field ? (
        <ColumnOptions column={column} field={field} draft={chosen} onChange={onChange} />
      ) : (
        <span />
      )}
    </li>
  );
}

/** What already has its value from somewhere else; a field has one origin. */
export function takenFields(draft: MappingDraft, except?: FieldKey): ReadonlySet<FieldKey> {
  const all = [...Object.values(draft.columns), ...draft.constants].map((rule) => rule.field);
  return new Set(all.filter((key) => key !== except));
}
