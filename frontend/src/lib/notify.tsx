import { Button, Group, Text } from "@mantine/core";
import { type NotificationData, notifications } from "@mantine/notifications";
import i18next from "i18next";
import type { ReactNode } from "react";

function withButton(message: string, label: string | null, act: () => void): ReactNode {
  if (label === null) return message;
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="subtle" onClick={act}>
        {label}
      </Button>
    </Group>
  );
}

/** Shows it with a close button that screen readers can name. Returns its id. */
function show(notification: NotificationData): string {
  const closeButtonProps = { "aria-label": i18next.t("action.close") };
  return notifications.show({ withBorder: true, closeButtonProps, ...notification });
}

export function notifyDone(message: string): void {
  show({ message, autoClose: 3000 });
}

/** Something went wrong that is not the user's fault; it stays until it is read. */
export function notifyFailure(failure: {
  message: string;
  retryLabel: string | null;
  retry: () => void;
}): void {
  const id = show({
    color: "red",
    autoClose: false,
    message: withButton(failure.message, failure.retryLabel, () => {
      notifications.hide(id);
      failure.retry();
    }),
  });
}

/** A refusal with nowhere else to stand: the reasons, as the server words them. */
export function notifyRefusal(userErrors: readonly { message: string }[]): void {
  show({
    color: "red",
    autoClose: 8000,
    message: userErrors.map((error) => error.message).join(" "),
  });
}

let latestUndo: (() => void) | null = null;

/** Says what was done and offers to take it back, by the button or by Ctrl/⌘ Z. */
export function offerUndo(message: string, undoLabel: string, undo: () => void): void {
  const act = (): void => {
    latestUndo = null;
    notifications.hide(id);
    undo();
  };
  latestUndo = act;
  const id = show({
    autoClose: 8000,
    message: withButton(message, undoLabel, act),
    onClose: () => {
      if (latestUndo === act) latestUndo = null;
    },
  });
}

/** Takes back what was last offered to be undone. */
export function undoLatest(): void {
  latestUndo?.();
}
