import { ActionIcon, Button, Paper, Text } from "@mantine/core";
import { IconUserShare, IconX } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "@/lib/actions";
import classes from "./RecordTable.module.css";
import type { Selection } from "./use-selection";

/** What can be done with the selected rows; over the foot of the list while there are any. */
export function SelectionBar({ selection, onAssign }: { selection: Selection; onAssign: () => void }) {
  const { t } = useTranslation();
  const { clear } = selection;
  const count = selection.ids.size;
  const actions = useMemo(
    (): Action[] =>
      count === 0
        ? []
        : [
            {
              id: "list:clearSelection",
              label: t("list.clearSelection"),
              section: t("section.list"),
              keys: "Escape",
              run: clear,
            },
          ],
    [t, count, clear],
  );
  useActions(actions);
  if (count === 0) return null;
  return (
    <Paper
      withBorder
      shadow="md"
      className={classes.selectionBar}
      role="group"
      aria-label={t("list.selection")}
    >
      <Text size="sm" fw={600} aria-live="polite">
        {t("list.selected", { count })}
      </Text>
      <Button variant="default" leftSection={<IconUserShare size={14} aria-hidden />} onClick={onAssign}>
        {t("assign.action")}
      </Button>
      <ActionIcon aria-label={t("list.clearSelection")} onClick={clear}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </Paper>
  );
}
