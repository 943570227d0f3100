import { Group, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import classes from "./Page.module.css";

interface PageProps {
  title: string;
  /** Beside the title: what the page can be switched to or narrowed by. */
  toolbar?: ReactNode;
  /** At the right: what can be done here. */
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of a page: a title line that stays, and a body that fills the rest and scrolls by itself. */
export function Page({ title, toolbar, actions, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Tundish`;
  }, [title]);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <Title order={1} className={classes.title}>
          {title}
        </Title>
        <Group gap="xs" className={classes.toolbar}>
          {toolbar}
        </Group>
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      </header>
      <div className={classes.body}>{children}</div>
    </div>
  );
}
