import { Drawer, Stack } from "@mantine/core";
import { useWindowEvent } from "@mantine/hooks";
import { type ReactNode, useRef } from "react";
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
  const drawer = useRef<HTMLDivElement>(null);
  // In a field, Esc leaves the field; in a dialog over the drawer, the dialog. A control that went away with what it
  // did has left the focus to the document.
  useWindowEvent("keydown", (event) => {
    const { target } = event;
    if (event.key !== "Escape" || event.isComposing || !(target instanceof Element)) return;
    if (target.matches("input, textarea")) return;
    if (target === document.body || drawer.current?.contains(target)) onClose();
  });
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
      ref={drawer}
    >
      <Stack gap="xs" className={classes.drawer}>
        {children}
      </Stack>
    </Drawer>
  );
}
