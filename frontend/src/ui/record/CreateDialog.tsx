import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readableKeys } from "@/lib/shortcuts";

interface CreateDialogProps {
  title: string;
  /** What was refused and belongs to no field. */
  problems: readonly string[];
  submitting: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
}

/** The form of a new record: the few fields that matter, Ctrl/⌘ Enter to create. */
export function CreateDialog(props: CreateDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form
        onSubmit={props.onSubmit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <Stack gap="sm">
          {props.problems.length > 0 && (
            <Alert color="red" role="alert">
              {props.problems.join(" ")}
            </Alert>
          )}
          {props.children}
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {t("creation.shortcut", { keys: readableKeys("mod+Enter").join(" ") })}
            </Text>
            <Button type="submit" loading={props.submitting}>
              {t("action.create")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
