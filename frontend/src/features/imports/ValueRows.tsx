import { ActionIcon, Button, Select, Text, TextInput } from "@mantine/core";
import { IconArrowRight, IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ImportField } from "./import-fields";
import classes from "./imports.module.css";
import type { ValueDraft } from "./mapping";

interface ValueRowsProps {
  values: readonly ValueDraft[];
  field: ImportField;
  onChange: (values: readonly ValueDraft[]) => void;
}

/** What the values of a column stand for. What is not named here stays as it is in the file. */
export function ValueRows({ values, field, onChange }: ValueRowsProps) {
  const { t } = useTranslation(["imports", "common"]);
  const change = (index: number, next: Partial<ValueDraft>) =>
    onChange(values.map((value, place) => (place === index ? { ...value, ...next } : value)));
  const fixed =
    field.kind.type === "enumeration"
      ? field.kind.values
      : field.kind.type === "boolean"
        ? ["true", "false"]
        : null;
  return (
    <div className={classes.values}>
      <Text size="xs" c="dimmed">
        {t("values.hint")}
      </Text>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row being typed has no name but its place
        <div key={index} className={classes.valueRow}>
          <TextInput
            aria-label={t("values.from")}
            placeholder={t("values.from")}
            value={value.from}
            onChange={(event) => change(index, { from: event.currentTarget.value })}
          />
          <IconArrowRight size={14} aria-hidden />
          {fixed ? (
            <Select
              aria-label={t("values.to", { value: value.from })}
              data={fixed.map((known) => ({ value: known, label: known }))}
              value={value.to || null}
              onChange={(to) => change(index, { to: to ?? "" })}
              comboboxProps={{ withinPortal: false }}
            />
          ) : (
            <TextInput
              aria-label={t("values.to", { value: value.from })}
              placeholder={value.from}
              value={value.to}
              onChange={(event) => change(index, { to: event.currentTarget.value })}
            />
          )}
          <ActionIcon
            aria-label={t("common:action.remove")}
            onClick={() => onChange(values.filter((_, place) => place !== index))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => onChange([...values, { from: "", to: "" }])}
      >
        {t("common:action.add")}
      </Button>
    </div>
  );
}
