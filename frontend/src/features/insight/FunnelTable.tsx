import { useTranslation } from "react-i18next";
import type { FunnelFigure, FunnelStageFigure } from "@/gql/graphql";
import { ChangeText } from "./ChangeText";
import { Figure } from "./Figure";
import type { FunnelStage } from "./funnel-figures";
import classes from "./insight.module.css";
import type { FunnelMeasure } from "./insight-search";
import type { StageColumn } from "./use-stage-columns";

export interface FunnelStagesProps {
  columns: readonly StageColumn[];
  stages: readonly FunnelStage[];
  before: readonly FunnelStage[] | undefined;
  measure: FunnelMeasure;
  onOpen: (stage: string | undefined, figure: FunnelStageFigure | FunnelFigure) => void;
}

/**
 * The stages with all their figures, and the deals that came out at the end. Its rows are as high as the bands of
 * the funnel drawn beside it.
 */
export function FunnelTable({
  columns,
  stages,
  before,
  measure,
  onOpen,
  won,
}: FunnelStagesProps & { won: string }) {
  const { t } = useTranslation("insight");
  return (
    <table className={classes.table} aria-label={t("title.funnel")}>
      <thead>
        <tr>
          <th scope="col">{t("column.stage")}</th>
          {columns.map((column) => (
            <th
              key={column.id}
              scope="col"
              title={column.formula}
              data-measured={column.measure === measure || undefined}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stages.map((row, index) => (
          <tr key={row.stage.id}>
            <th scope="row">{row.stage.label}</th>
            {columns.map((column) => (
              <td key={column.id}>
                <StageFigure column={column} stage={row} before={before?.[index]} {...{ measure, onOpen }} />
              </td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">{t("stage.won")}</th>
          {columns.map((column) => (
            <td key={column.id}>
              {column.id === "entered" && (
                <Figure
                  label={t("stage.won")}
                  text={won}
                  formula={t("figureFormula.WON")}
                  strong={measure === "entered"}
                  onOpen={() => onOpen(undefined, "WON")}
                />
              )}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

/** On a phone a stage is a card with the same figures. */
export function FunnelCards({ columns, stages, before, measure, onOpen }: FunnelStagesProps) {
  return (
    <ul className={classes.stageCards}>
      {stages.map((row, index) => (
        <li key={row.stage.id} className={classes.stageCard}>
          <h2>{row.stage.label}</h2>
          <dl>
            {columns.map((column) => (
              <div key={column.id}>
                <dt>{column.label}</dt>
                <dd>
                  <StageFigure
                    column={column}
                    stage={row}
                    before={before?.[index]}
                    {...{ measure, onOpen }}
                  />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

interface StageFigureProps extends Pick<FunnelStagesProps, "measure" | "onOpen"> {
  column: StageColumn;
  stage: FunnelStage;
  before: FunnelStage | undefined;
}

function StageFigure({ column, stage, before, measure, onOpen }: StageFigureProps) {
  const same = before?.stage.id === stage.stage.id ? before : undefined;
  return (
    <Figure
      label={`${stage.stage.label}, ${column.label}`}
      text={column.text(stage)}
      formula={column.formula}
      strong={column.measure === measure}
      onOpen={() => onOpen(stage.stage.id, column.figure)}
    >
      {same && <ChangeText change={column.change(stage, same)} welcome={column.welcome} />}
    </Figure>
  );
}
