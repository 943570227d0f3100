import type { ForecastFigure } from "@/gql/graphql";
import { Figure } from "./Figure";
import classes from "./forecast.module.css";
import type { Forecast } from "./forecast-figures";
import { useFigureFormats } from "./use-figure-formats";
import type { ForecastColumn, ForecastColumnId } from "./use-forecast-columns";

// How it stands, and what it is made of.
const outcome = ["target", "closed", "gap", "coverage"] as const satisfies readonly ForecastColumnId[];
const parts = [
  "commit",
  "bestCase",
  "pipeline",
  "weighted",
  "undated",
] as const satisfies readonly ForecastColumnId[];

interface ForecastCardsProps {
  forecast: Forecast;
  columns: Record<ForecastColumnId, ForecastColumn>;
  onOpen: (figure: ForecastFigure | "ALL") => void;
}

/** Every figure; where there is none, why. */
export function ForecastCards({ forecast, columns, onOpen }: ForecastCardsProps) {
  const { none } = useFigureFormats();
  const predicted = (["expected", "targetProbability"] as const).filter((id) => forecast[id] !== null);
  const reason = (id: ForecastColumnId) => {
    const { text, formula } = columns[id];
    if (text(forecast) !== none) return null;
    // What is missing for want of a target says so once.
    return id === "target" || formula(forecast) !== columns.target.formula(forecast)
      ? formula(forecast)
      : null;
  };
  const row = (ids: readonly ForecastColumnId[]) => (
    <dl className={classes.cards}>
      {ids.map((id) => {
        const { label, text, formula, figure } = columns[id];
        return (
          <div key={id} className={classes.card}>
            <dt>{label}</dt>
            <dd>
              <Figure
                label={label}
                text={text(forecast)}
                formula={formula(forecast)}
                onOpen={() => onOpen(figure)}
              />
              {reason(id) && <p className={classes.reason}>{reason(id)}</p>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
  return (
    <div className={classes.cardRows}>
      {row([...outcome, ...predicted])}
      {row(parts)}
    </div>
  );
}
