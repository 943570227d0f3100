import { ActionIcon, TextInput, Tooltip } from "@mantine/core";
import { IconHistory, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addDays, isIsoDate } from "@/lib/format/date";
import type { Moment } from "./use-moment";

interface AsOfControlProps {
  moment: Moment;
  onChange: (day: string | undefined) => void;
}

/** Looks back: the figures as they stood at the end of a day. */
export function AsOfControl({ moment, onChange }: AsOfControlProps) {
  const { t } = useTranslation("insight");
  // Focus goes where the button was, and nowhere when a link opens the page in the past.
  const [opened, setOpened] = useState(false);
  if (!moment.asOf)
    return (
      <Tooltip label={t("asOf.open")}>
        <ActionIcon
          size={30}
          variant="default"
          aria-label={t("asOf.open")}
          onClick={() => {
            setOpened(true);
            onChange(addDays(moment.today, -1));
          }}
        >
          <IconHistory size={15} aria-hidden />
        </ActionIcon>
      </Tooltip>
    );
  return (
    <TextInput
      type="date"
      autoFocus={opened}
      aria-label={t("asOf.label")}
      leftSection={<IconHistory size={14} aria-hidden />}
      value={moment.day}
      max={moment.today}
      onChange={({ currentTarget: { value } }) => {
        if (isIsoDate(value)) onChange(value < moment.today ? value : undefined);
      }}
      rightSection={
        <ActionIcon size="sm" aria-label={t("asOf.now")} onClick={() => onChange(undefined)}>
          <IconX size={13} aria-hidden />
        </ActionIcon>
      }
      w={158}
    />
  );
}
