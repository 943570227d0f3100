import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { readableKeys } from "@/lib/shortcuts";
import { FormDialog } from "../FormDialog";

interface CreateDialogProps {
  title: string;
  /** What was refused and belongs to no field. */
  problems: readonly string[];
  submitting: boolean;
  onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  children: ReactNode;
}

/** The form of a new record: the few fields that matter, Ctrl/⌘ Enter to create. */
export function CreateDialog(props: CreateDialogProps) {
  const { t } = useTranslation();
  return (
    <FormDialog
      {...props}
      submitLabel={t("action.create")}
      hint={t("creation.shortcut", { keys: readableKeys("mod+Enter").join(" ") })}
    />
  );
}
