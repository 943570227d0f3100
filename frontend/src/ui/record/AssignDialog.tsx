import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RecordSelect } from "../field/RecordSelect";
import { firstFocus } from "../first-focus";

interface AssignDialogProps {
  title: string;
  onAssign: (ownerId: string) => void;
  onClose: () => void;
}

/** To whom: a part of the name and Enter. There is no second question, for it can be undone. */
export default function AssignDialog({ title, onAssign, onClose }: AssignDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("action.close") }}>
      <RecordSelect
        source="USER"
        size="sm"
        label={t("assign.to")}
        value={null}
        {...firstFocus}
        onChange={(ownerId) => ownerId && onAssign(ownerId)}
      />
    </Modal>
  );
}
