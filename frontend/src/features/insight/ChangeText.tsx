import { useTranslation } from "react-i18next";
import type { Change, Welcome } from "./change";
import classes from "./insight.module.css";

const digits = { count: 0, share: 1, points: 1, days: 1 } as const;

/** The change since the period before, small; coloured only where one direction is better than the other. */
export function ChangeText({ change, welcome }: { change: Change | null; welcome: Welcome }) {
  const { t, i18n } = useTranslation("insight");
  if (!change) return <span className={classes.change} />;
  const amount = Math.abs(change.by);
  const value = new Intl.NumberFormat(i18n.language, {
    style: change.kind === "share" ? "percent" : "decimal",
    maximumFractionDigits: change.kind === "share" && amount >= 1 ? 0 : digits[change.kind],
  }).format(amount);
  const direction = change.by > 0 ? "up" : "down";
  const tone = welcome === null ? undefined : welcome === direction ? "good" : "bad";
  return (
    <span className={classes.change} data-tone={tone}>
      {t(`change.${direction}`, { value: t(`change.${change.kind}`, { value }) })}
    </span>
  );
}
