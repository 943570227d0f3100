import { ActionIcon, Alert, Center, Group, Paper, Stack, Title } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { switchLanguage } from "@/i18n";

interface EntryPageProps {
  title: string;
  /** What was refused and belongs to no field. */
  problems: readonly string[];
  children: ReactNode;
}

/** The frame of the pages before sign-in. */
export function EntryPage({ title, problems, children }: EntryPageProps) {
  const { t, i18n } = useTranslation();
  useEffect(() => {
    document.title = `${title} · Tundish`;
  }, [title]);
  return (
    <Center component="main" mih="100%" p="md" bg="var(--t-canvas)" style={{ overflow: "auto" }}>
      <Paper w={380} maw="100%" p={28} withBorder>
        <Stack gap="lg">
          <Group justify="space-between">
            <Group gap="sm">
              <img src="/icon.svg" alt="" width={24} height={24} />
              <Title order={1}>{title}</Title>
            </Group>
            <ActionIcon
              aria-label={t("user.switchLanguage")}
              onClick={() => void switchLanguage(i18n.language === "en" ? "zh-CN" : "en")}
            >
              <IconLanguage size={18} stroke={1.6} aria-hidden />
            </ActionIcon>
          </Group>
          {problems.length > 0 && (
            <Alert color="red" role="alert">
              {problems.join(" ")}
            </Alert>
          )}
          {children}
        </Stack>
      </Paper>
    </Center>
  );
}
