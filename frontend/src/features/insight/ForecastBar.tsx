import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ForecastFigure } from "@/gql/graphql";
import { formatRate, type MoneyValue } from "@/lib/format/money";
import classes from "./forecast.module.css";
import { attainment, categories, type Forecast } from "./forecast-figures";
import { useFigureFormats } from "./use-figure-formats";
import type { ForecastColumn, ForecastColumnId } from "./use-forecast-columns";

interface ForecastBarProps {
  forecast: Forecast;
  columns: Record<ForecastColumnId, ForecastColumn>;
  onOpen: (figure: ForecastFigure) => void;
  /** What it is about, where the page does not say so. */
  title?: string;
  /** Further figures, beside the headline. */
  facts?: ReactNode;
}

function size(value: MoneyValue | null): number {
  return Math.max(0, Number(value?.amount ?? 0));
}

/** What is closed and what may follow, laid end to end against the target. */
export function ForecastBar({ forecast, columns, onOpen, title, facts }: ForecastBarProps) {
  const { t, i18n } = useTranslation("insight");
  const formats = useFigureFormats();
  const { target, expected, low, high } = forecast;
  const reachable = categories.reduce((sum, { id }) => sum + size(forecast[id]), 0);
  // A little room at the right, so that the mark of the target never sticks to the edge.
  const full = Math.max(reachable, size(target) * 1.04, size(high), 1);
  const percent = (value: number) => `${(100 * value) / full}%`;
  const reached = attainment(forecast);
  return (
    <section className={classes.bar} aria-label={title ?? t("bar.label")}>
      <div className={classes.barHead}>
        <div>
          {title && <h2 className={classes.barTitle}>{title}</h2>}
          <p className={classes.headline}>
            <strong>{formats.money(forecast.closed)}</strong>{" "}
            {target && reached !== null
              ? t("bar.ofTarget", {
                  share: formatRate(String(reached), i18n.language),
                  target: formats.money(target),
                })
              : t("bar.closed")}
          </p>
        </div>
        {facts}
      </div>
      <div className={classes.track}>
        {categories.map(({ id, figure }) => {
          const column = columns[id];
          const text = column.text(forecast);
          if (size(forecast[id]) === 0) return null;
          return (
            <Tooltip key={id} label={`${column.label} ${text}`}>
              <button
                type="button"
                className={classes.part}
                data-part={id}
                style={{ width: percent(size(forecast[id])) }}
                aria-label={`${column.label}: ${text}`}
                onClick={() => onOpen(figure)}
              />
            </Tooltip>
          );
        })}
        {low && high && expected && (
          <span
            className={classes.range}
            style={{ left: percent(size(low)), width: percent(size(high) - size(low)) }}
            aria-hidden
          />
        )}
        {target && (
          <span className={classes.target} style={{ left: percent(size(target)) }} aria-hidden>
            <span className={classes.targetLabel} data-side={size(target) > full / 2 ? "left" : "right"}>
              {columns.target.label}
            </span>
          </span>
        )}
      </div>
      <ul className={classes.legend} aria-hidden>
        {categories.map(({ id }) => (
          <li key={id} data-part={id}>
            {columns[id].label}
          </li>
        ))}
      </ul>
    </section>
  );
}
