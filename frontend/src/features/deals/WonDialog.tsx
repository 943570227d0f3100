import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { parseAmount } from "@/lib/format/money";
import { useSession } from "@/lib/session";
import { firstFocus } from "@/ui/first-focus";
import type { MoveDialogProps } from "./moves";

/** What the deal was won for; Enter takes the amount that it had. */
export default function WonDialog({ deal, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation(["deals", "common"]);
  const { company } = useSession();
  const currency = deal.amount?.currency ?? company.baseCurrency;
  const [text, setText] = useState(deal.amount?.amount ?? "");
  const [problem, setProblem] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const amount = parseAmount(text);
    if (amount === null) {
      setProblem(t("common:field.invalidAmount"));
      return;
    }
    const refused = await onMove({ amount: { amount, currency } });
    if (refused.length > 0) setProblem(refused.map((error) => error.message).join(" "));
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t("won.title", { deal: deal.name })}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            size="sm"
            label={t("won.amount", { currency })}
            inputMode="decimal"
            value={text}
            error={problem}
            {...firstFocus}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit">{t("won.confirm")}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
