import { Group, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import type { RecordLink } from "@/lib/record-link";
import { TextLink } from "../links";
import classes from "./record.module.css";

interface RecordHeaderProps {
  name: string;
  /** The list to which the record belongs. */
  back: { link: RecordLink; label: string };
  /** The few facts that matter. */
  facts: ReactNode;
  actions?: ReactNode;
}

/** What the record is, the few facts that matter, and what to do next. */
export function RecordHeader({ name, back, facts, actions }: RecordHeaderProps) {
  useEffect(() => {
    document.title = `${name} · Tundish`;
  }, [name]);
  return (
    <>
      <TextLink {...back.link} size="xs" c="dimmed">
        {back.label}
      </TextLink>
      <div className={classes.header}>
        <Title order={1} className={classes.title}>
          {name}
        </Title>
        <Group gap="4px 14px" className={classes.facts}>
          {facts}
        </Group>
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      </div>
    </>
  );
}
