import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { notifyDone } from "@/lib/notify";
import type { Subject } from "../timeline/subject";
import { NextStepLine } from "./NextStepLine";

interface NextStepDialogProps {
  subject: Subject;
  name: string;
  onClose: () => void;
}

/** The next step of a record in a list, without opening it. */
export default function NextStepDialog({ subject, name, onClose }: NextStepDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("nextStep.of", { name })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <NextStepLine
        subject={subject}
        autoFocus
        onCreated={(title) => {
          notifyDone(t("nextStep.created", { task: title }));
          onClose();
        }}
      />
    </Modal>
  );
}
