import { Button, Center, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconInbox, IconLock } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface StateProps {
  title: string;
  hint?: string;
  icon?: ReactNode;
  children?: ReactNode;
}

function State({ title, hint, icon, children }: StateProps) {
  return (
    <Center mih={220} p="xl">
      <Stack align="center" gap="xs" maw={420} ta="center">
        {icon}
        <Title order={2} size="h3">
          {title}
        </Title>
        {hint && (
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        )}
        {children}
      </Stack>
    </Center>
  );
}

/** Nothing here; `children` is the next step. */
export function EmptyState({ icon, ...props }: StateProps) {
  return <State icon={icon ?? <IconInbox size={28} stroke={1.3} aria-hidden />} {...props} />;
}

/** It went wrong; trying again may help. */
export function ErrorState({ title, hint, onRetry }: { title: string; hint?: string; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <State
        title={title}
        hint={hint ?? t("state.errorHint")}
        icon={<IconAlertTriangle size={28} stroke={1.3} color="var(--mantine-color-red-6)" aria-hidden />}
      >
        <Button variant="default" onClick={onRetry}>
          {t("action.retry")}
        </Button>
      </State>
    </div>
  );
}

/** Some rows are shown, the next ones could not be read. */
export function MoreFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Group role="alert" gap="xs" justify="center" p="xs">
      <Text size="sm">{t("state.listFailed")}</Text>
      <Button size="compact-sm" variant="default" onClick={onRetry}>
        {t("action.retry")}
      </Button>
    </Group>
  );
}

/** The record exists for others, or does not exist: the server does not say which. */
export function NoPermissionState() {
  const { t } = useTranslation();
  const { history } = useRouter();
  return (
    <State
      title={t("state.noPermission")}
      hint={t("state.noPermissionHint")}
      icon={<IconLock size={28} stroke={1.3} aria-hidden />}
    >
      <Button variant="default" onClick={() => history.back()}>
        {t("action.back")}
      </Button>
    </State>
  );
}

export function PageSkeleton() {
  const { t } = useTranslation();
  return (
    <Stack p="lg" gap="md" aria-busy="true" aria-label={t("state.loading")} role="status">
      <Skeleton h={24} w={180} />
      <RowsSkeleton rows={12} />
    </Stack>
  );
}

export function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <Stack gap={10} aria-hidden>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never reorder
        <Skeleton key={index} h={18} style={{ opacity: 1 - index / (rows + 2) }} />
      ))}
    </Stack>
  );
}
