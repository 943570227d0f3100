import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { parseAmount } from "@/lib/format/money";

interface CellDraftOptions {
  /** The number that is there as the API writes it; empty: none. */
  value: string;
  /** Whether an empty cell can be saved, as null. */
  clearable?: boolean;
  /** The answer is why it was refused; null if it was not. */
  onSave: (value: string | null) => Promise<string | null>;
}

interface Draft {
  text: string;
  /** What was there when it was begun: whoever leaves the cell as it was changes nothing, whatever has come since. */
  begunOn: string;
}

/**
 * A number edited as in a spreadsheet: leaving the cell saves, Esc does not. What is being typed is not replaced by
 * what arrives meanwhile, and what was refused stays.
 */
export function useCellDraft({ value, clearable = false, onSave }: CellDraftOptions) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  // As it would be typed: the API writes two decimals always, which would look like a change.
  const present = parseAmount(value) ?? "";

  const discard = () => {
    setDraft(null);
    setProblem(null);
  };
  const commit = async () => {
    if (draft === null) return;
    const text = draft.text.trim();
    const parsed = parseAmount(text);
    if ((parsed ?? text) === draft.begunOn) {
      discard();
      return;
    }
    if (parsed === null && !(text === "" && clearable)) {
      setProblem(t("field.invalidAmount"));
      return;
    }
    setSaving(true);
    const refusal = await onSave(parsed);
    setSaving(false);
    setProblem(refusal);
    // What was typed while it was being saved goes on from what was saved.
    if (refusal === null)
      setDraft((current) => (current === draft ? null : current && { ...current, begunOn: parsed ?? "" }));
  };

  return {
    /** What is being typed; null: nothing. */
    text: draft?.text ?? null,
    problem,
    saving,
    inputProps: {
      inputMode: "decimal" as const,
      autoComplete: "off",
      onFocus: ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
        setDraft((current) => current ?? { text: present, begunOn: present });
        // The raw number is there after the next paint; then all of it is selected.
        requestAnimationFrame(() => currentTarget.select());
      },
      onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
        const text = currentTarget.value;
        setDraft((current) => ({ text, begunOn: current?.begunOn ?? present }));
        setProblem(null);
      },
      onBlur: () => void commit(),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        setDraft({ text: present, begunOn: present });
        setProblem(null);
      },
    },
  };
}
