import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { ForecastFigure } from "@/gql/graphql";
import { Figure } from "./Figure";
import { ForecastBar } from "./ForecastBar";
import classes from "./forecast.module.css";
import { ForecastFigures, forecastVariables } from "./forecast-figures";
import { type InsightSearch, whoseOf } from "./insight-search";
import { fiscalQuarter } from "./period";
import { useForecastColumns } from "./use-forecast-columns";
import type { Moment } from "./use-moment";
import { useQuarterLabel } from "./use-quarter-label";

interface QuarterGlanceProps {
  moment: Moment;
  search: InsightSearch;
}

/**
 * How the quarter stands against its target, of all pipelines together: what the funnel has to bring. Nothing where the
 * viewer may not ask for the forecast of these people. A click leads to the forecast and opens the deals there.
 */
export function QuarterGlance({ moment, search }: QuarterGlanceProps) {
  const { t } = useTranslation("insight");
  const navigate = useNavigate();
  const columns = useForecastColumns(true);
  const quarterLabel = useQuarterLabel(moment.fiscalYearStartMonth);
  const quarter = fiscalQuarter(moment.day, moment.fiscalYearStartMonth);
  const [{ data }] = useQuery({
    query: ForecastFigures,
    variables: forecastVariables(whoseOf(search), quarter, moment.asOf),
  });
  if (!data) return null;
  const { forecast } = data;
  const open = (figure: ForecastFigure | "ALL") => {
    const { team, person, asOf } = search;
    void navigate({ to: "/forecast", search: { team, person, asOf, figure } });
  };
  return (
    <ForecastBar
      forecast={forecast}
      columns={columns}
      onOpen={open}
      title={t("glance.title", { quarter: quarterLabel(quarter) })}
      facts={
        <dl className={classes.facts}>
          {(["gap", "coverage"] as const).map((id) => {
            const { label, text, formula, figure } = columns[id];
            return (
              <div key={id}>
                <dt>{label}</dt>
                <dd>
                  <Figure
                    label={label}
                    text={text(forecast)}
                    formula={formula(forecast)}
                    onOpen={() => open(figure)}
                    strong
                  />
                </dd>
              </div>
            );
          })}
        </dl>
      }
    />
  );
}
