import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";
import { ErrorState, RowsSkeleton } from "@/ui/states";
import classes from "./parts.module.css";

interface SettingsSectionProps {
  title: string;
  /** What these settings decide, in a sentence. */
  hint: string;
  actions?: ReactNode;
  /** Uses the whole width, as tables do. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of one section of the settings. */
export function SettingsSection({ title, hint, actions, wide, children }: SettingsSectionProps) {
  return (
    <Page title={title}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard */}
      <section className={classes.scroller} tabIndex={0} aria-label={title}>
        <div className={classes.column} data-wide={wide || undefined}>
          <div className={classes.intro}>
            <p className={classes.hint}>{hint}</p>
            {actions && <div className={classes.actions}>{actions}</div>}
          </div>
          {children}
        </div>
      </section>
    </Page>
  );
}

interface GroupProps {
  title: string;
  hint?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A few settings that belong together, under a heading. */
export function SettingsGroup({ title, hint, actions, children }: GroupProps) {
  return (
    <section className={classes.group}>
      <header className={classes.groupHead}>
        <div>
          <h2 className={classes.groupTitle}>{title}</h2>
          {hint && <p className={classes.groupHint}>{hint}</p>}
        </div>
        {actions}
      </header>
      {children}
    </section>
  );
}

/** In place of a list that is not there yet: lines while it is read, else why it is not. */
export function NotRead({ failed, onRetry }: { failed: boolean; onRetry: () => void }) {
  const { t } = useTranslation();
  return failed ? (
    <ErrorState title={t("state.notRead")} onRetry={onRetry} />
  ) : (
    <div role="status" aria-busy="true" aria-label={t("state.loading")}>
      <RowsSkeleton rows={8} />
    </div>
  );
}
