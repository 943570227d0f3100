import { ActionIcon } from "@mantine/core";
import { IconColumns3 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { lazySoon } from "@/lib/lazy-soon";
import { PopoverButton } from "../PopoverButton";
import type { ColumnLayout } from "./columns";

const ColumnChoices = lazySoon(() => import("./ColumnChoices"));

export interface ColumnMenuProps {
  columns: readonly { id: string; label: string }[];
  layout: ColumnLayout;
  onChange: (layout: ColumnLayout) => void;
  onReset: () => void;
}

/** Which columns are shown, and in which order. */
export function ColumnMenu(props: ColumnMenuProps) {
  const { t } = useTranslation();
  return (
    <PopoverButton
      position="bottom-end"
      button={
        <ActionIcon aria-label={t("list.columns")} title={t("list.columns")}>
          <IconColumns3 size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
      }
    >
      {() => <ColumnChoices {...props} />}
    </PopoverButton>
  );
}
