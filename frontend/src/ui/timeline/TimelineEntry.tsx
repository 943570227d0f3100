import { Text } from "@mantine/core";
import { IconArrowRight, IconCheckbox, IconNote, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql, readFragment } from "@/gql";
import type { EventEntryFragment } from "@/gql/graphql";
import { DateText, InstantText } from "../cells/DateText";
import { UserBadge } from "../cells/UserBadge";
import { ChangeText, type ChangeWords } from "./ChangeText";
import { NoteBody } from "./NoteBody";
import type { TimelineItem } from "./Timeline";
import classes from "./timeline.module.css";

const EventEntry = graphql(`
  fragment EventEntry on RecordEvent {
    id
    effectiveAt
    origin
    action
    actor { id name }
    changes {
      field
      from { ...ChangedValue }
      to { ...ChangedValue }
    }
  }
`);

const NoteEntry = graphql(`
  fragment NoteEntry on Note {
    id
    createdAt
    owner { id name }
    ...NoteBody
  }
`);

const TaskEntry = graphql(`
  fragment TaskEntry on Task {
    id
    title
    dueDate
    completedAt
    createdAt
    owner { id name }
  }
`);

/** One thing that happened. */
export function TimelineEntry({ item, words }: { item: TimelineItem; words: ChangeWords }) {
  const { t } = useTranslation();
  switch (item.__typename) {
    case "RecordEvent":
      return <Event event={readFragment(EventEntry, item)} words={words} />;
    case "Note": {
      const note = readFragment(NoteEntry, item);
      return (
        <Entry
          icon={<IconNote size={15} aria-hidden />}
          who={note.owner}
          what={t("timeline.note")}
          at={note.createdAt}
        >
          <NoteBody note={note} />
        </Entry>
      );
    }
    case "Task": {
      const task = readFragment(TaskEntry, item);
      const done = task.completedAt !== null;
      return (
        <Entry
          icon={<IconCheckbox size={15} aria-hidden />}
          who={task.owner}
          what={t(done ? "timeline.taskDone" : "timeline.taskOpen")}
          at={task.completedAt ?? task.createdAt}
        >
          <p className={classes.body}>
            {task.title} {!done && task.dueDate && <DateText value={task.dueDate} due />}
          </p>
        </Entry>
      );
    }
  }
}

interface EntryProps {
  icon: ReactNode;
  who: { name: string } | null;
  what: string;
  at: string;
  children?: ReactNode;
}

function Entry({ icon, who, what, at, children }: EntryProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.entry}>
      <span className={classes.icon}>{icon}</span>
      <div className={classes.content}>
        <div className={classes.head}>
          {who ? <UserBadge user={who} /> : <span>{t("timeline.system")}</span>}
          <Text span size="sm" c="dimmed">
            {what}
          </Text>
          <Text span size="xs" c="dimmed" className={classes.time}>
            <InstantText value={at} />
          </Text>
        </div>
        {children}
      </div>
    </li>
  );
}

const known = {
  CREATED: { verb: "created", icon: IconPlus },
  UPDATED: { verb: "updated", icon: IconPencil },
  MOVED: { verb: "moved", icon: IconArrowRight },
  DELETED: { verb: "deleted", icon: IconTrash },
  RESTORED: { verb: "restored", icon: IconPlus },
} as const;

function Event({ event, words }: { event: EventEntryFragment; words: ChangeWords }) {
  const { t } = useTranslation();
  const { verb, icon: Icon } =
    event.action in known ? known[event.action as keyof typeof known] : known.UPDATED;
  const imported = event.origin === "IMPORT" ? ` ${t("timeline.imported")}` : "";
  // What a new record began with stands in its fields.
  const changes = event.action === "CREATED" ? [] : event.changes;
  return (
    <Entry
      icon={<Icon size={15} aria-hidden />}
      who={event.actor}
      what={t(`timeline.${verb}`) + imported}
      at={event.effectiveAt}
    >
      {changes
        .filter(({ field }) => !words.implied?.has(field))
        .map((change) => (
          <ChangeText key={change.field} change={change} words={words} />
        ))}
    </Entry>
  );
}
