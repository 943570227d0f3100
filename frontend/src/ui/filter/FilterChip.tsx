import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { lazySoon } from "@/lib/lazy-soon";
import { useSession } from "@/lib/session";
import { useRecordLabel } from "../field/use-record-label";
import { PopoverButton } from "../PopoverButton";
import type { Condition } from "./conditions";
import { describeCondition, type FilterField, withDay } from "./fields";
import classes from "./filter.module.css";

const ConditionEditor = lazySoon(() => import("./ConditionEditor"));

interface FilterChipProps {
  /** Null: a part that the builder cannot express, kept as it came. */
  condition: Condition | null;
  /** What stands on the chip instead of the condition. */
  name: string | undefined;
  fields: readonly FilterField[];
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** One condition: click to change it, or take it away. */
export function FilterChip({ condition, name, fields, onChange, onRemove }: FilterChipProps) {
  const { t, i18n } = useTranslation();
  const { company } = useSession();
  const field = fields.find((candidate) => candidate.path === condition?.path);
  const shown = condition && field ? withDay(condition, field.kind, company.timeZone) : condition;
  const isRecord = field?.kind === "record" && typeof condition?.value === "string";
  const recordLabel = useRecordLabel(isRecord ? String(condition.value) : null);
  const text =
    shown && field && !name
      ? describeCondition(shown, field, t, i18n.language, () => recordLabel || "…")
      : (name ?? t("filter.advanced"));
  return (
    <span className={classes.chip}>
      <PopoverButton
        button={
          <UnstyledButton className={classes.chipText} disabled={!field}>
            {text}
          </UnstyledButton>
        }
      >
        {(close) => (
          <ConditionEditor
            fields={fields}
            initial={shown}
            onApply={(changed) => {
              close();
              onChange(changed);
            }}
          />
        )}
      </PopoverButton>
      <ActionIcon size={18} aria-label={t("filter.remove", { filter: text })} onClick={onRemove}>
        <IconX size={12} aria-hidden />
      </ActionIcon>
    </span>
  );
}
