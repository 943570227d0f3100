import { Progress, Skeleton, Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { ForecastFigure } from "@/gql/graphql";
import { formatRate } from "@/lib/format/money";
import { Figure } from "./Figure";
import classes from "./forecast.module.css";
import { attainment, type Forecast, ForecastFigures, forecastVariables } from "./forecast-figures";
import type { Whose } from "./insight-search";
import type { Period } from "./period";
import type { ForecastColumn, ForecastColumnId } from "./use-forecast-columns";
import type { People } from "./use-people";

const shown = [
  "target",
  "closed",
  "commit",
  "bestCase",
  "pipeline",
  "weighted",
  "gap",
  "coverage",
] as const satisfies readonly ForecastColumnId[];

interface Shared {
  columns: Record<ForecastColumnId, ForecastColumn>;
  period: Period;
  asOf: string | undefined;
  onOpen: (row: Whose, figure: ForecastFigure | "ALL") => void;
}

interface ForecastTableProps extends Shared {
  parts: ReturnType<People["partsOf"]>;
}

/** The forecast of each team and person that the viewer answers for. A name leads to the forecast of that one alone. */
export function ForecastTable({ parts, ...shared }: ForecastTableProps) {
  const { t } = useTranslation("insight");
  const { teams, persons } = parts;
  if (teams.length + persons.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={820} className={classes.tablePlace} aria-label={t("table.label")}>
      <table className={classes.table} aria-label={t("table.label")}>
        <thead>
          <tr>
            <th scope="col">{t(persons.length === 0 ? "table.team" : "table.name")}</th>
            <th scope="col">{t("table.attainment")}</th>
            {shown.map((id) => (
              <th key={id} scope="col">
                {shared.columns[id].label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map(({ id, name }) => (
            <Row key={id} name={name} whose={{ team: id }} {...shared} />
          ))}
          {persons.map(({ id, name }) => (
            <Row key={id} name={name} whose={{ person: id }} {...shared} />
          ))}
        </tbody>
      </table>
    </Table.ScrollContainer>
  );
}

interface RowProps extends Shared {
  name: string;
  whose: NonNullable<Whose>;
}

function Row({ name, whose, columns, period, asOf, onOpen }: RowProps) {
  const { t } = useTranslation("insight");
  const [{ data, error }] = useQuery({
    query: ForecastFigures,
    variables: forecastVariables(whose, period, asOf),
  });
  const forecast = data?.forecast;
  return (
    <tr>
      <th scope="row">
        <Link
          from="/forecast"
          to="."
          search={(current) => ({
            ...current,
            team: "team" in whose ? whose.team : undefined,
            person: "person" in whose ? whose.person : undefined,
          })}
          className={classes.name}
        >
          {name}
        </Link>
      </th>
      {forecast ? (
        <>
          <td>
            <Attainment forecast={forecast} name={name} />
          </td>
          {shown.map((id) => {
            const { label, text, formula, figure } = columns[id];
            return (
              <td key={id}>
                <Figure
                  label={`${name}, ${label}`}
                  text={text(forecast)}
                  formula={formula(forecast)}
                  onOpen={() => onOpen(whose, figure)}
                />
              </td>
            );
          })}
        </>
      ) : (
        <td colSpan={shown.length + 1}>
          {error ? <span className={classes.failed}>{t("table.failed")}</span> : <Skeleton h={14} />}
        </td>
      )}
    </tr>
  );
}

function Attainment({ forecast, name }: { forecast: Forecast; name: string }) {
  const { t, i18n } = useTranslation(["insight", "common"]);
  const reached = attainment(forecast);
  if (reached === null) return <span className={classes.failed}>{t("common:field.none")}</span>;
  return (
    <span className={classes.attainment}>
      <Progress
        value={Math.min(100, reached * 100)}
        size="sm"
        color={reached >= 1 ? "green" : "iris"}
        aria-label={t("table.attainmentOf", { name })}
        w={56}
      />
      <span>{formatRate(reached.toFixed(3), i18n.language)}</span>
    </span>
  );
}
