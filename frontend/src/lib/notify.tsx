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

/** The failures that are on screen, by their message. */
const failures = new Map<string, Promise<boolean>>();

/**
 * Something went wrong that is not the user's fault; it stays until it is read. Says whether to try again. What fails
 * in the same way meanwhile is not shown a second time, and tried again together with the first.
 */
export function notifyFailure(message: string, retryLabel: string | null): Promise<boolean> {
  const shown = failures.get(message);
  if (shown) return shown;
  const answer = new Promise<boolean>((resolve) => {
    const retry = (): void => {
      resolve(true);
      notifications.hide(id);
    };
    const id = show({
      color: "red",
      autoClose: false,
      message: withButton(message, retryLabel, retry),
      onClose: () => resolve(false),
    });
  }).finally(() => failures.delete(message));
  failures.set(message, answer);
  return answer;
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
