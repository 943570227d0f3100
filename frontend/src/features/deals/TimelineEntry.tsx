import { Text } from "@mantine/core";
import { IconArrowRight, IconCheckbox, IconNote, IconPencil } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql, readFragment } from "@/gql";
import type { EventEntryFragment } from "@/gql/graphql";
import { formatDay } from "@/lib/format/date";
import { formatMoney } from "@/lib/format/money";
import { DateText, InstantText } from "@/ui/cells/DateText";
import { UserBadge } from "@/ui/cells/UserBadge";
import classes from "./DealPage.module.css";
import type { TimelineItem } from "./DealTimeline";
import deals from "./locales/en.json";

const EventEntry = graphql(`
  fragment EventEntry on RecordEvent {
    id
    effectiveAt
    origin
    action
    actor { id name }
    changes {
      field
      from {
        __typename
        ... on TextValue { text: value }
        ... on NumberValue { number: value }
        ... on MoneyValue { amount currency }
        ... on DateValue { date: value }
        ... on DateTimeValue { instant: value }
        ... on BooleanValue { boolean: value }
        ... on ReferenceValue { id label }
      }
      to {
        __typename
        ... on TextValue { text: value }
        ... on NumberValue { number: value }
        ... on MoneyValue { amount currency }
        ... on DateValue { date: value }
        ... on DateTimeValue { instant: value }
        ... on BooleanValue { boolean: value }
        ... on ReferenceValue { id label }
      }
    }
  }
`);

const NoteEntry = graphql(`
  fragment NoteEntry on Note {
    id
    body
    createdAt
    owner { id name }
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
export function TimelineEntry({ item }: { item: TimelineItem }) {
  const { t } = useTranslation("deals");
  switch (item.__typename) {
    case "RecordEvent":
      return <Event event={readFragment(EventEntry, item)} />;
    case "Note": {
      const note = readFragment(NoteEntry, item);
      return (
        <Entry
          icon={<IconNote size={15} aria-hidden />}
          who={note.owner}
          what={t("timeline.note")}
          at={note.createdAt}
        >
          <p className={classes.noteBody}>{note.body}</p>
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
          <p className={classes.noteBody}>
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
  const { t } = useTranslation("deals");
  return (
    <li className={classes.entry}>
      <span className={classes.entryIcon}>{icon}</span>
      <div className={classes.entryBody}>
        <div className={classes.entryHead}>
          {who ? <UserBadge user={who} /> : <span>{t("timeline.system")}</span>}
          <Text span size="sm" c="dimmed">
            {what}
          </Text>
          <Text span size="xs" c="dimmed" className={classes.entryTime}>
            <InstantText value={at} />
          </Text>
        </div>
        {children}
      </div>
    </li>
  );
}

function Event({ event }: { event: EventEntryFragment }) {
  const { t, i18n } = useTranslation(["deals", "common"]);
  const known = {
    CREATED: "created",
    UPDATED: "updated",
    MOVED: "moved",
    DELETED: "deleted",
    RESTORED: "restored",
  } as const;
  const verb = event.action in known ? known[event.action as keyof typeof known] : "other";
  const imported = event.origin === "IMPORT" ? ` ${t("timeline.imported")}` : "";
  const showsChanges = event.action !== "CREATED";
  return (
    <Entry
      icon={
        verb === "moved" ? <IconArrowRight size={15} aria-hidden /> : <IconPencil size={15} aria-hidden />
      }
      who={event.actor}
      what={t(`timeline.${verb}`) + imported}
      at={event.effectiveAt}
    >
      {showsChanges &&
        event.changes.map((change) => (
          <p key={change.field} className={classes.change}>
            {composed.has(change.field)
              ? fieldLabel(change.field, t)
              : t("timeline.change", {
                  field: fieldLabel(change.field, t),
                  from: valueText(change.from, i18n.language, t),
                  to: valueText(change.to, i18n.language, t),
                })}
          </p>
        ))}
    </Entry>
  );
}

/** Fields whose values are lists of parts, which no line of text can show. */
const composed = new Set(["lineItems", "buyingRoles"]);

type DealsT = TFunction<["deals", "common"]>;

/** The name of a field by its key; a key that is newer than this build stands for itself. */
function fieldLabel(field: string, t: DealsT): string {
  const key = field.replace(/Id$/, "");
  return key in deals.field ? t(`field.${key as keyof typeof deals.field}`) : field;
}

function valueText(value: EventEntryFragment["changes"][number]["to"], language: string, t: DealsT): string {
  switch (value?.__typename) {
    case undefined:
      return t("common:state.empty");
    case "TextValue":
      return value.text;
    case "NumberValue":
      return value.number;
    case "MoneyValue":
      return formatMoney(value, { language, compact: false });
    case "DateValue":
      return formatDay(value.date, language, "");
    case "DateTimeValue":
      return value.instant;
    case "BooleanValue":
      return t(value.boolean ? "common:filter.yes" : "common:filter.no");
    case "ReferenceValue":
      return value.label ?? value.id;
  }
}
