import { Alert, Kbd, Modal, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useChoices } from "@/ui/field/choices";
import classes from "./deals.module.css";
import type { MoveDialogProps } from "./moves";

/** Why the deal was lost: one digit answers. A note can be written first. */
export default function LostDialog({ deal, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation(["deals", "common"]);
  const { options } = useChoices("lostReason");
  const [note, setNote] = useState("");
  const [problems, setProblems] = useState<readonly string[]>([]);

  const choose = async (lostReason: string) => {
    const refused = await onMove({ lostReason, note: note.trim() || null });
    setProblems(refused.map((error) => error.message));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const option = options[Number(event.key) - 1];
    if (!option) return;
    event.preventDefault();
    void choose(option.value);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("lost.title", { deal: deal.name })}
      onKeyDown={onKeyDown}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <Stack gap={4}>
        {problems.length > 0 && (
          <Alert color="red" role="alert">
            {problems.join(" ")}
          </Alert>
        )}
        {options.map((option, index) => (
          <UnstyledButton
            key={option.value}
            className={classes.reason}
            data-autofocus={index === 0 || undefined}
            onClick={() => void choose(option.value)}
          >
            {index < 9 && <Kbd size="xs">{index + 1}</Kbd>}
            <Text size="sm">{option.label}</Text>
          </UnstyledButton>
        ))}
        <TextInput
          mt="xs"
          label={t("lost.note")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </Stack>
    </Modal>
  );
}
