import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface FormDialogProps {
  title: string;
  submitLabel: string;
  /** Stands where others have a button to give up. */
  hint?: string;
  submitting: boolean;
  /** Refusals that belong to no field. */
  problems: readonly string[];
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A small form over the page: Ctrl/⌘ Enter or the button submit it, Esc closes it. */
export function FormDialog(props: FormDialogProps) {
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
          <Problems messages={props.problems} />
          {props.children}
          <Group justify={props.hint ? "space-between" : "flex-end"}>
            {props.hint ? (
              <Text size="xs" c="dimmed">
                {props.hint}
              </Text>
            ) : (
              <Button variant="default" onClick={props.onClose}>
                {t("action.cancel")}
              </Button>
            )}
            <Button type="submit" loading={props.submitting}>
              {props.submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Refusals that belong to no field, if there are any. */
export function Problems({ messages }: { messages: readonly string[] }) {
  return messages.length === 0 ? null : (
    <Alert color="red" role="alert">
      {messages.join(" ")}
    </Alert>
  );
}
