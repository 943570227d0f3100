import { useTranslation } from "react-i18next";
import { daysBetween, formatDay, formatInstant, formatNearDay, today } from "@/lib/format/date";
import { useSession } from "@/lib/session";
import classes from "./cells.module.css";

/** A calendar day; `due` colours what is past or today. */
export function DateText({ value, due = false }: { value: string | null | undefined; due?: boolean }) {
  const { t, i18n } = useTranslation();
  const { timeZone } = useSession();
  if (!value) return <span className={classes.none}>{t("field.none")}</span>;
  const now = today(timeZone);
  const days = daysBetween(now, value);
  const urgency = due && days <= 0 ? (days === 0 ? "today" : "overdue") : undefined;
  return (
    <time dateTime={value} className={classes.date} data-urgency={urgency} title={value}>
      {(due && formatNearDay(value, i18n.language, now)) || formatDay(value, i18n.language, now)}
    </time>
  );
}

/** An instant in the reader's time zone. */
export function InstantText({ value }: { value: string }) {
  const { i18n } = useTranslation();
  const { timeZone } = useSession();
  return <time dateTime={value}>{formatInstant(value, i18n.language, timeZone)}</time>;
}
