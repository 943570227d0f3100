import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./RecordPage.module.css";

interface RecordPageProps {
  /** What it is and the few facts that matter, with the next action. */
  header: ReactNode;
  /** Under the header, over the whole width: where the record stands in its process. */
  path?: ReactNode;
  fields: ReactNode;
  timeline: ReactNode;
  related: ReactNode;
}

/** The one screen of a record: fields at the left, what happened in the middle, what belongs to it at the right. */
export function RecordPage({ header, path, fields, timeline, related }: RecordPageProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <header className={classes.header}>{header}</header>
      {path && <div className={classes.path}>{path}</div>}
      <div className={classes.columns}>
        <section className={classes.fields} aria-label={t("record.fields")}>
          {fields}
        </section>
        <section className={classes.timeline} aria-label={t("record.timeline")}>
          {timeline}
        </section>
        <aside className={classes.related} aria-label={t("record.related")}>
          {related}
        </aside>
      </div>
    </div>
  );
}

interface SectionProps {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

export function RecordSection({ title, actions, children }: SectionProps) {
  return (
    <div className={classes.section}>
      <div className={classes.sectionHead}>
        <h2 className={classes.sectionTitle}>{title}</h2>
        {actions}
      </div>
      {children}
    </div>
  );
}
