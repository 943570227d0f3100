import type { ForecastFigure } from "@/gql/graphql";
import { Figure } from "./Figure";
import classes from "./forecast.module.css";
import type { Forecast } from "./forecast-figures";
import type { ForecastColumn, ForecastColumnId } from "./use-forecast-columns";

const cards = [
  "target",
  "closed",
  "gap",
  "coverage",
  "weighted",
  "commit",
  "bestCase",
  "pipeline",
  "undated",
  "expected",
] as const satisfies readonly ForecastColumnId[];

interface ForecastCardsProps {
  forecast: Forecast;
  columns: Record<ForecastColumnId, ForecastColumn>;
  onOpen: (figure: ForecastFigure | "ALL") => void;
}

/** Every figure with what it means, or why there is none. */
export function ForecastCards({ forecast, columns, onOpen }: ForecastCardsProps) {
  return (
    <dl className={classes.cards}>
      {cards.map((id) => {
        const { label, text, formula, figure } = columns[id];
        return (
          <div key={id} className={classes.card}>
            <dt>{label}</dt>
            <dd>
              <Figure
                label={label}
                text={text(forecast)}
                formula={formula(forecast)}
                onOpen={figure && (() => onOpen(figure))}
              />
              <p className={classes.cardFormula}>{formula(forecast)}</p>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
