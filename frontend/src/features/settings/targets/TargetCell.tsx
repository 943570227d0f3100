import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type MoneyValue, parseAmount } from "@/lib/format/money";
import { useSession } from "@/lib/session";
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
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
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

  // Whoever edits a target of another currency sets it anew in the base currency.
  const set = amount?.currency === company.baseCurrency ? amount.amount : amount?.base;
  // As it would be typed: the API writes two decimals always, which would look like a change.
  const present = set === undefined ? "" : (parseAmount(set) ?? "");
  const commit = async () => {
    if (draft === null) return;
    const parsed = draft.trim() === "" ? null : parseAmount(draft);
    if (draft.trim() !== "" && parsed === null) {
      setProblem(t("common:field.invalidAmount"));
      return;
    }
    if ((parsed ?? "") === present) {
      setDraft(null);
      setProblem(null);
      return;
    }
    setSaving(true);
    const refusal = await onSave(parsed);
    setSaving(false);
    setProblem(refusal);
    if (refusal === null) setDraft(null);
  };
  return (
    <>
      <input
        className={classes.input}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem ? problemId : undefined}
        data-quarter={quarter}
        data-saving={saving || undefined}
        inputMode="decimal"
        autoComplete="off"
        value={draft ?? (amount === null ? "" : show(amount.base))}
        placeholder={below === null ? "" : show(below)}
        onFocus={(event) => {
          setDraft((current) => current ?? present);
          const { currentTarget } = event;
          // The raw amount is there after the next paint; then all of it is selected.
          requestAnimationFrame(() => currentTarget.select());
        }}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setProblem(null);
        }}
        onBlur={() => void commit()}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          setDraft(present);
          setProblem(null);
        }}
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
