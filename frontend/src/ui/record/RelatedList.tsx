import { ActionIcon, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { RecordLink } from "@/lib/record-link";
import { TextLink } from "../links";
import { RecordSection } from "../RecordPage";
import { MoreFailed, RowsSkeleton } from "../states";
import classes from "./record.module.css";

export interface RelatedRow {
  id: string;
  link: RecordLink;
  title: string;
  /** At the right of the title. */
  fact?: ReactNode;
  below?: ReactNode;
  belowFact?: ReactNode;
}

interface RelatedListProps {
  title: string;
  /** Undefined while they are read. */
  rows: readonly RelatedRow[] | undefined;
  /** Present: they could not be read. */
  onRetry: (() => void) | undefined;
  empty: string;
  /** Absent: the viewer may not add any here. */
  add?: { label: string; run: () => void } | undefined;
  /** The whole list, where more belongs to the record than is shown. */
  all?: { link: RecordLink; label: string } | undefined;
}

/** The records of one kind that belong to the record on screen. */
export function RelatedList({ title, rows, onRetry, empty, add, all }: RelatedListProps) {
  return (
    <RecordSection
      title={title}
      actions={
        add && (
          <ActionIcon size="sm" aria-label={add.label} title={add.label} onClick={add.run}>
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        )
      }
    >
      {!rows && (onRetry ? <MoreFailed onRetry={onRetry} /> : <RowsSkeleton rows={3} />)}
      {rows?.length === 0 && (
        <Text size="sm" c="dimmed">
          {empty}
        </Text>
      )}
      {rows && rows.length > 0 && (
        <ul className={classes.related}>
          {rows.map((row) => (
            <li key={row.id}>
              <Link {...row.link} className={classes.relatedRow}>
                <span className={classes.relatedTitle}>{row.title}</span>
                <span className={classes.relatedFact}>{row.fact}</span>
                <span className={classes.relatedBelow}>{row.below}</span>
                <span className={classes.relatedBelow}>{row.belowFact}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {all && (
        <TextLink {...all.link} size="xs">
          {all.label}
        </TextLink>
      )}
    </RecordSection>
  );
}
