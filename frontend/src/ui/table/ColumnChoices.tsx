import { ActionIcon, Button, Checkbox, Group, Stack } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ColumnMenuProps } from "./ColumnMenu";
import { moved } from "./columns";

export default function ColumnChoices({ columns, layout, onChange, onReset }: ColumnMenuProps) {
  const { t } = useTranslation();
  const shown = layout.order.flatMap((id) => columns.find((column) => column.id === id) ?? []);
  const hidden = columns.filter((column) => !layout.order.includes(column.id));
  const toggle = (id: string, visible: boolean) =>
    onChange({
      ...layout,
      order: visible ? [...layout.order, id] : layout.order.filter((other) => other !== id),
    });
  return (
    <Stack gap={6} w={230}>
      {[...shown, ...hidden].map(({ id, label }) => {
        const index = layout.order.indexOf(id);
        const visible = index !== -1;
        return (
          <Group key={id} gap={2} justify="space-between" wrap="nowrap" h={24}>
            <Checkbox
              label={label}
              checked={visible}
              disabled={visible && layout.order.length === 1}
              onChange={(event) => toggle(id, event.currentTarget.checked)}
            />
            {visible && (
              <Group gap={0} wrap="nowrap">
                <ActionIcon
                  size="sm"
                  aria-label={t("list.moveLeft", { field: label })}
                  disabled={index === 0}
                  onClick={() => onChange({ ...layout, order: moved(layout.order, id, -1) })}
                >
                  <IconChevronUp size={14} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={t("list.moveRight", { field: label })}
                  disabled={index === layout.order.length - 1}
                  onClick={() => onChange({ ...layout, order: moved(layout.order, id, 1) })}
                >
                  <IconChevronDown size={14} aria-hidden />
                </ActionIcon>
              </Group>
            )}
          </Group>
        );
      })}
      <Button variant="default" size="compact-sm" onClick={onReset}>
        {t("list.resetColumns")}
      </Button>
    </Stack>
  );
}
