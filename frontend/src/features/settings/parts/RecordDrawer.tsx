import { Drawer, Stack } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./parts.module.css";

interface RecordDrawerProps {
  title: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** One record of a list, at the side, edited field by field where it stands; the list stays in sight. */
export function RecordDrawer({ title, onClose, children }: RecordDrawerProps) {
  const { t } = useTranslation();
  // In a field, Esc leaves the field; in a dialog over the drawer, the dialog.
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget } = event;
    if (event.key !== "Escape" || !(target instanceof Element) || target.matches("input, textarea")) return;
    if (currentTarget.contains(target)) onClose();
  };
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={420}
      title={title}
      overlayProps={{ backgroundOpacity: 0.15 }}
      transitionProps={{ duration: 80 }}
      closeButtonProps={{ "aria-label": t("action.close") }}
      closeOnEscape={false}
      onKeyDown={onKeyDown}
    >
      <Stack gap="xs" className={classes.drawer}>
        {children}
      </Stack>
    </Drawer>
  );
}
