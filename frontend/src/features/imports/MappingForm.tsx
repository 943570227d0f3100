import { Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "@/lib/session";
import { ConstantRows } from "./ConstantRows";
import { type FileColumn, guessMapping } from "./guess";
import { importKinds, matchKeys } from "./import-fields";
import classes from "./imports.module.css";
import { MappingTable } from "./MappingTable";
import type { MappingDraft } from "./mapping";
import { useKindLabels } from "./use-kind-labels";

interface MappingFormProps {
  draft: MappingDraft;
  columns: readonly FileColumn[];
  onChange: (draft: MappingDraft) => void;
}

/** What the rows become, how they are told apart, and where each column goes. */
export function MappingForm({ draft, columns, onChange }: MappingFormProps) {
  const { t } = useTranslation("imports");
  const { company } = useSession();
  const labels = useKindLabels();
  const matches = matchKeys(draft.kind);
  return (
    <section className={classes.form} aria-label={t("mapping.title")}>
      <h2 className={classes.heading}>{t("mapping.title")}</h2>
      <div className={classes.basics}>
        <Select
          label={t("mapping.kind")}
          description={t("mapping.kindHint")}
          data={importKinds.map((kind) => ({ value: kind, label: labels.kind(kind) }))}
          value={draft.kind}
          allowDeselect={false}
          onChange={(value) => {
            const kind = importKinds.find((known) => known === value);
            // Another kind has other fields: what was guessed for the one before says nothing.
            if (kind) onChange(guessMapping(kind, columns, company.baseCurrency));
          }}
        />
        <Select
          label={t("mapping.idColumn")}
          description={t("mapping.idColumnHint")}
          data={columns.map(({ name }) => name)}
          value={draft.idColumn}
          onChange={(idColumn) => onChange({ ...draft, idColumn })}
          searchable
          error={draft.idColumn === null}
        />
        <TextInput
          label={t("mapping.source")}
          description={t("mapping.sourceHint")}
          value={draft.source}
          onChange={(event) => onChange({ ...draft, source: event.currentTarget.value })}
          error={draft.source.trim() === ""}
        />
        {matches.length > 0 && (
          <Select
            label={t("mapping.match")}
            description={t("mapping.matchHint")}
            data={[
              { value: "none", label: t("mapping.matchNone") },
              ...matches.map((key) => ({ value: key, label: labels.field(draft.kind, key) })),
            ]}
            value={draft.match ?? "none"}
            allowDeselect={false}
            onChange={(value) => onChange({ ...draft, match: matches.find((key) => key === value) ?? null })}
          />
        )}
      </div>
      <MappingTable draft={draft} columns={columns} onChange={onChange} />
      <ConstantRows draft={draft} onChange={onChange} />
    </section>
  );
}
