import { IconUsersGroup } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { formatMoney, formatNumber } from "@/lib/format/money";
import { usePreference } from "@/lib/preferences";
import { useSession } from "@/lib/session";
import { quarterMonths } from "./quarters";
import { TargetCell } from "./TargetCell";
import type { TargetGridModel, TargetRow } from "./target-rows";
import { cellKey, sumDecimals } from "./target-sums";
import type { Target, TargetPlace } from "./targets";
import classes from "./targets.module.css";

interface TargetGridProps {
  grid: TargetGridModel;
  quarters: readonly string[];
  targets: ReadonlyMap<string, Target>;
  onSet: (place: TargetPlace, amount: string | null) => Promise<string | null>;
}

/** Amounts of the base currency, whose name stands above the grid. */
function useShownAmount(): (amount: string) => string {
  const { i18n } = useTranslation();
  const { company } = useSession();
  const compact = usePreference("compactAmounts");
  return (amount) =>
    compact
      ? formatMoney({ amount, currency: company.baseCurrency }, { language: i18n.language, compact })
      : formatNumber(amount, i18n.language);
}

/** Up, Down and Enter go to the next cell of the column that can be edited. */
function moveInColumn(event: KeyboardEvent<HTMLTableElement>): void {
  const step = { ArrowUp: -1, ArrowDown: 1, Enter: event.shiftKey ? -1 : 1 }[event.key];
  const input = event.target;
  if (step === undefined || !(input instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const column = event.currentTarget.querySelectorAll<HTMLInputElement>(
    `input[data-quarter="${input.dataset.quarter}"]`,
  );
  const next = column[[...column].indexOf(input) + step];
  // At the end there is nowhere to go, and leaving the cell is what saves it.
  if (next) next.focus();
  else input.blur();
}

/** Teams and people as rows, the quarters of a fiscal year as columns, and the sums of both. */
export function TargetGrid({ grid, quarters, targets, onSet }: TargetGridProps) {
  const { t, i18n } = useTranslation(["settings", "common"]);
  const show = useShownAmount();
  const { total } = grid;
  const shown = (amount: string | null) => (amount === null ? t("common:field.none") : show(amount));
  const worth = (row: TargetRow, quarter: string) =>
    row.kind === "team"
      ? grid.sums.ofTeam(row.id, quarter)
      : (targets.get(cellKey(row.id, quarter))?.amount?.base ?? null);
  const quarterName = (index: number) => t("targets.quarter", { number: index + 1 });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be scrollable by keyboard
    <section className={classes.scroller} tabIndex={0} aria-label={t("targets.grid")}>
      <table className={classes.grid} onKeyDown={moveInColumn}>
        <thead>
          <tr>
            <th scope="col" className={`${classes.name} ${classes.corner}`}>
              {t("targets.who")}
            </th>
            {quarters.map((quarter, index) => (
              <th key={quarter} scope="col" className={classes.column}>
                {quarterName(index)}
                <span className={classes.months}>{quarterMonths(quarter, i18n.language)}</span>
              </th>
            ))}
            <th scope="col" className={classes.column}>
              {t("targets.sum")}
            </th>
          </tr>
        </thead>
        <tbody>
          {grid.rows.map((row) => (
            <tr key={row.id} data-kind={row.kind}>
              <th scope="row" className={classes.name}>
                <span className={classes.label} style={{ paddingLeft: row.depth * 16 }}>
                  {row.kind === "team" && <IconUsersGroup size={14} stroke={1.6} aria-hidden />}
                  <span className={classes.ellipsis}>{row.name}</span>
                </span>
              </th>
              {quarters.map((quarter, index) => {
                const target = targets.get(cellKey(row.id, quarter));
                return (
                  <td key={quarter} className={classes.amount}>
                    <TargetCell
                      key={cellKey(row.id, quarter)}
                      label={t("targets.cell", { name: row.name, quarter: quarterName(index) })}
                      quarter={quarter}
                      amount={target?.amount ?? null}
                      below={row.kind === "team" ? grid.sums.below(row.id, quarter) : null}
                      editable={target ? target.viewerCan.includes("UPDATE") : row.settable}
                      show={show}
                      onSave={(amount) => onSet({ ofId: row.id, kind: row.kind, quarter }, amount)}
                    />
                  </td>
                );
              })}
              <td className={`${classes.amount} ${classes.sum}`}>
                {shown(sumDecimals(quarters.map((quarter) => worth(row, quarter))))}
              </td>
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row" className={classes.name}>
                {t("targets.total")}
              </th>
              {quarters.map((quarter) => (
                <td key={quarter} className={`${classes.amount} ${classes.sum}`}>
                  {shown(total(quarter))}
                </td>
              ))}
              <td className={`${classes.amount} ${classes.sum}`}>
                {shown(sumDecimals(quarters.map(total)))}
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
