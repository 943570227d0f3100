import {
  ActionIcon,
  Button,
  CopyButton,
  Group,
  TextInput,
  type TextInputProps,
  Tooltip,
} from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { newPassword } from "./new-password";

interface NewPasswordInputProps extends Omit<TextInputProps, "value" | "onChange"> {
  value?: string;
  onChange: (value: string) => void;
}

/** A password for somebody else: legible, since it has to be passed on. */
export function NewPasswordInput({ value = "", onChange, ...props }: NewPasswordInputProps) {
  const { t } = useTranslation(["settings", "common"]);
  return (
    <Group gap="xs" wrap="nowrap" align="flex-end">
      <TextInput
        {...props}
        style={{ flex: 1 }}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        rightSection={
          value && (
            <CopyButton value={value}>
              {({ copied, copy }) => (
                <Tooltip label={t(copied ? "common:field.copied" : "common:field.copy")}>
                  <ActionIcon size="sm" aria-label={t("common:field.copy")} onClick={copy}>
                    {copied ? <IconCheck size={13} aria-hidden /> : <IconCopy size={13} aria-hidden />}
                  </ActionIcon>
                </Tooltip>
              )}
            </CopyButton>
          )
        }
      />
      <Button variant="default" onClick={() => onChange(newPassword())} mb={props.error ? 22 : 0}>
        {t("people.generate")}
      </Button>
    </Group>
  );
}
