import { Button } from "@mantine/core";
import { IconFilterPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { lazySoon } from "@/lib/lazy-soon";
import { PopoverButton } from "../PopoverButton";
import { type FilterPart, readCondition, samePart, writeCondition } from "./conditions";
import { FilterChip } from "./FilterChip";
import type { FilterField } from "./fields";
import classes from "./filter.module.css";

const ConditionEditor = lazySoon(() => import("./ConditionEditor"));

/** A part of a filter that has a name of its own. */
export interface NamedPart {
  part: FilterPart;
  label: string;
}

interface FilterBuilderProps {
  fields: readonly FilterField[];
  /** The parts of the list's filter, joined by `and`; they live in the URL. */
  parts: readonly FilterPart[];
  named?: readonly NamedPart[];
  onChange: (parts: FilterPart[]) => void;
}

/** The conditions of a list as chips, and the way to add one. */
export function FilterBuilder({ fields, parts, named = [], onChange }: FilterBuilderProps) {
  const { t } = useTranslation();
  const paths = fields.map((field) => field.path);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form, these are filters in force
    <div className={classes.chips} role="group" aria-label={t("filter.label")}>
      {parts.map((part, index) => (
        <FilterChip
          key={JSON.stringify(part)}
          condition={readCondition(part, paths)}
          name={named.find((candidate) => samePart(candidate.part, part))?.label}
          fields={fields}
          onChange={(changed) => onChange(parts.with(index, writeCondition(changed)))}
          onRemove={() => onChange(parts.toSpliced(index, 1))}
        />
      ))}
      <PopoverButton
        button={
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconFilterPlus size={14} aria-hidden />}
          >
            {t("filter.add")}
          </Button>
        }
      >
        {(close) => (
          <ConditionEditor
            fields={fields}
            initial={null}
            onApply={(condition) => {
              close();
              onChange([...parts, writeCondition(condition)]);
            }}
          />
        )}
      </PopoverButton>
      {parts.length > 1 && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChange([])}>
          {t("filter.clearAll")}
        </Button>
      )}
    </div>
  );
}
