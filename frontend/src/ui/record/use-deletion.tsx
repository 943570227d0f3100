import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Outcome } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { useOfferUndo } from "../use-offer-undo";

interface DeletionOptions {
  name: string;
  /** With `cascade`, what belongs to it goes too. */
  remove: (cascade: boolean) => Promise<Outcome<unknown>>;
  restore: () => Promise<Outcome<unknown>>;
  /** It is gone: the page of the record has to be left. */
  onRemoved?: () => void;
}

/**
 * Deletes a record at once and offers to take that back, instead of asking first. Asked is only where something
 * belongs to it that would go too. `dialog` is to be rendered.
 */
export function useDeletion(options: DeletionOptions): { request: () => void; dialog: ReactNode } {
  const { name, remove, restore, onRemoved } = options;
  const { t } = useTranslation();
  const offerUndo = useOfferUndo();
  const [blockedBy, setBlockedBy] = useState<string | null>(null);

  const attempt = async (cascade: boolean) => {
    const outcome = await remove(cascade);
    if (outcome.kind === "refused") {
      const inUse = !cascade && outcome.userErrors.some((error) => error.code === "IN_USE");
      if (inUse) setBlockedBy(outcome.userErrors.map((error) => error.message).join(" "));
      else notifyRefusal(outcome.userErrors);
      return;
    }
    if (outcome.kind !== "done") return;
    setBlockedBy(null);
    onRemoved?.();
    offerUndo(t("deletion.done", { name }), restore);
  };

  return {
    request: () => void attempt(false),
    dialog: blockedBy !== null && (
      <Modal
        opened
        onClose={() => setBlockedBy(null)}
        title={t("deletion.title", { name })}
        closeButtonProps={{ "aria-label": t("action.close") }}
      >
        <Stack gap="sm">
          <Text size="sm">{blockedBy}</Text>
          <Text size="sm">{t("deletion.cascadeHint")}</Text>
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={() => setBlockedBy(null)}>
              {t("action.cancel")}
            </Button>
            <Button color="red" onClick={() => void attempt(true)}>
              {t("deletion.cascade")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    ),
  };
}
