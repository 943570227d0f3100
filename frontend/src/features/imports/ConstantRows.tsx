import { ActionIcon, Select, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { importFields } from "./import-fields";
import classes from "./imports.module.css";
import { takenFields } from "./MappingTable";
import type { MappingDraft } from "./mapping";
import { useKindLabels } from "./use-kind-labels";

interface ConstantRowsProps {
  draft: MappingDraft;
  onChange: (draft: MappingDraft) => void;
}

/** Fields that the file lacks and that are to be the same in every row. */
export function ConstantRows({ draft, onChange }: ConstantRowsProps) {
  const { t } = useTranslation(["imports", "common"]);
  const labels = useKindLabels();
  const taken = takenFields(draft);
  const { constants } = draft;
  const free = importFields(draft.kind).filter(({ key, history }) => !taken.has(key) && !history);
  return (
    <div className={classes.constants}>
      {constants.map(({ field, value }) => (
        <div key={field} className={classes.constantRow}>
          <span>{labels.field(draft.kind, field)}</span>
          <TextInput
            aria-label={t("constant.value", { field: labels.field(draft.kind, field) })}
            value={value}
            onChange={(event) => {
              const { value: next } = event.currentTarget;
              onChange({
                ...draft,
                constants: constants.map((constant) =>
                  constant.field === field ? { field, value: next } : constant,
                ),
              });
            }}
          />
          <ActionIcon
            aria-label={t("common:action.remove")}
            onClick={() =>
              onChange({ ...draft, constants: constants.filter((constant) => constant.field !== field) })
            }
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {free.length > 0 && (
        <Select
          aria-label={t("constant.add")}
          placeholder={t("constant.add")}
          data={free.map(({ key }) => ({ value: key, label: labels.field(draft.kind, key) }))}
          value={null}
          searchable
          w={240}
          onChange={(value) => {
            const field = free.find(({ key }) => key === value)?.key;
            if (field) onChange({ ...draft, constants: [...constants, { field, value: "" }] });
          }}
        />
      )}
    </div>
  );
}
