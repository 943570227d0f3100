import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { MoneyValue } from "@/lib/format/money";
import { useSession } from "@/lib/session";
import { useCellDraft } from "@/ui/field/use-cell-draft";
import classes from "./targets.module.css";

interface TargetCellProps {
  label: string;
  quarter: string;
  /** The target; null: none. */
  amount: (MoneyValue & { base: string }) | null;
  /** What the targets below come to: what a team has without one of its own. */
  below: string | null;
  editable: boolean;
  show: (amount: string) => string;
  /** The answer is why it was refused; null if it was not. */
  onSave: (amount: string | null) => Promise<string | null>;
}

/** One target, edited as in a spreadsheet: leaving the cell saves, Esc does not, an empty cell takes it back. */
export function TargetCell({ label, quarter, amount, below, editable, show, onSave }: TargetCellProps) {
  const { t } = useTranslation(["settings", "common"]);
  const { company } = useSession();
  // Whoever edits a target of another currency sets it anew in the base currency.
  const set = amount?.currency === company.baseCurrency ? amount.amount : amount?.base;
  const { text, problem, saving, inputProps } = useCellDraft({ value: set ?? "", clearable: true, onSave });
  const problemId = useId();
  const differs = amount !== null && below !== null && below !== amount.base;
  const belowLine = differs && (
    <div className={classes.below}>{t("targets.below", { amount: show(below) })}</div>
  );

  if (!editable) {
    const worth = amount?.base ?? below;
    return (
      <div className={classes.fixed} data-derived={amount === null || undefined}>
        {worth === null ? t("common:field.none") : show(worth)}
        {belowLine}
      </div>
    );
  }

  return (
    <>
      <input
        className={classes.input}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? problemId : undefined}
        data-quarter={quarter}
        data-saving={saving || undefined}
        value={text ?? (amount === null ? "" : show(amount.base))}
        placeholder={below === null ? "" : show(below)}
        {...inputProps}
      />
      {belowLine}
      {problem && (
        <div id={problemId} role="alert" className={classes.problem}>
          {problem}
        </div>
      )}
    </>
  );
}
