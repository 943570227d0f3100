import { Button, Group, Select, Text, Textarea, TextInput } from "@mantine/core";
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { lastDay } from "@/lib/format/date";
import { parseAmount } from "@/lib/format/money";
import type { Option } from "../filter/fields";
import classes from "./FieldEditor.module.css";
import { FieldValue, type FieldValueProps, ValueTools } from "./FieldValue";
import { RecordSelect } from "./RecordSelect";
import type { RecordSource } from "./record-sources";

/** What a field holds and how it is edited. Money is edited as its amount; the currency stays. */
export type FieldKind =
  | { kind: "text" | "longText" | "money" | "number" | "date" }
  | { kind: "choice"; options: readonly Option[] }
  | { kind: "record"; source: RecordSource; label: string | undefined };

/** How saving ended: written; refused, with the reason; or overtaken by another change of the same field. */
export type SaveOutcome = { kind: "saved" } | { kind: "refused"; message: string } | { kind: "conflict" };

/** The value is a text, a decimal, a date, a key or an id. */
interface FieldEditorProps extends FieldValueProps {
  field: FieldKind;
  editable: boolean;
  /** The version of the record on screen. A save says which one it was begun on, so that nobody overwrites unseen. */
  version: number;
  onSave: (value: string | null, version: number) => Promise<SaveOutcome>;
  /** Opens the editor from outside, as the shortcut does, each time the number changes. */
  editSignal?: number;
}

/** A field edited where it stands: click or Enter to edit, Enter to save, Tab to go on to the next, Esc to leave. */
export function FieldEditor(props: FieldEditorProps) {
  const { label, value, display, editable, editSignal = 0 } = props;
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const takesFocusBack = useRef(false);
  useEffect(() => {
    if (editSignal > 0 && editable) setEditing(true);
  }, [editSignal, editable]);
  useEffect(() => {
    if (!editing && takesFocusBack.current) opener.current?.focus({ preventScroll: true });
    takesFocusBack.current = false;
  }, [editing]);
  const close = (takeFocusBack: boolean) => {
    takesFocusBack.current = takeFocusBack;
    setEditing(false);
  };
  if (!editable) return <FieldValue {...props} />;

  return (
    <div className={classes.field} data-field>
      <span id={`${id}-label`} className={classes.label}>
        {label}
      </span>
      {editing ? (
        <Editor {...props} labelId={`${id}-label`} onClose={close} />
      ) : (
        <span className={classes.value}>
          <button
            ref={opener}
            type="button"
            className={classes.opener}
            aria-labelledby={`${id}-label ${id}-value`}
            title={t("field.edit", { field: label })}
            onClick={() => setEditing(true)}
          >
            <span id={`${id}-value`}>{value === null ? t("field.none") : display}</span>
          </button>
          <ValueTools {...props} />
        </span>
      )}
    </div>
  );
}

interface EditorProps extends FieldEditorProps {
  labelId: string;
  onClose: (takeFocusBack: boolean) => void;
}

/** The next field that can be edited, for Tab. */
function nextOpener(element: Element): HTMLElement | null {
  for (
    let field = element.closest("[data-field]")?.nextElementSibling;
    field;
    field = field.nextElementSibling
  )
    if (field.matches("[data-field]")) return field.querySelector("button");
  return null;
}

function Editor({ field, value, display, version, onSave, labelId, onClose }: EditorProps) {
  const { t } = useTranslation();
  const isNumeric = field.kind === "money" || field.kind === "number";
  // As it would be typed: the API writes two decimals always, which would look like a change.
  const normal = (text: string | null) => (isNumeric ? text && parseAmount(text) : text?.trim()) || null;
  // What is left as it was when the editor was opened changes nothing, whatever has come since.
  const [begunOn] = useState({ version, value: normal(value) });
  const [draft, setDraft] = useState(begunOn.value);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);
  const busy = useRef(false);

  const save = async (next: string | null, onVersion: number, takeFocusBack: boolean) => {
    if (busy.current) return;
    const normalised = normal(next);
    if (isNumeric && next && normalised === null) {
      setProblem(t(field.kind === "money" ? "field.invalidAmount" : "field.invalidNumber"));
      return;
    }
    if (normalised === begunOn.value && !conflict) {
      onClose(takeFocusBack);
      return;
    }
    busy.current = true;
    const outcome = await onSave(normalised, onVersion);
    busy.current = false;
    setConflict(outcome.kind === "conflict");
    setProblem(outcome.kind === "refused" ? outcome.message : null);
    if (outcome.kind === "saved") onClose(takeFocusBack);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose(true);
    }
    if (event.key === "Tab" && !event.shiftKey && field.kind !== "date") goOn(event);
    if (event.key === "Enter" && (field.kind !== "longText" || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save(draft, begunOn.version, true);
    }
  };
  // The blur of this editor, caused by the focus of the next one, saves.
  const goOn = (event: KeyboardEvent) => {
    const next = nextOpener(event.currentTarget);
    if (!next) return;
    event.preventDefault();
    next.click();
  };
  const common = { "aria-labelledby": labelId, error: problem, "data-autofocus": true, autoFocus: true };
  const onBlur = () => {
    if (!conflict) void save(draft, begunOn.version, false);
  };
  const pick = (next: string | null) => {
    setDraft(next);
    void save(next, begunOn.version, true);
  };
  const picker = {
    ...common,
    defaultDropdownOpened: true,
    onChange: pick,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === "Escape") onClose(true);
      if (event.key === "Tab" && !event.shiftKey) goOn(event);
    },
    // Picking has saved already; leaving without having picked changes nothing.
    onBlur: (event: FocusEvent) => {
      if (!conflict && !busy.current && !event.currentTarget.contains(event.relatedTarget)) onClose(false);
    },
  };

  const input = () => {
    switch (field.kind) {
      case "choice":
        return (
          <Select
            {...picker}
            data={field.options}
            value={draft}
            searchable
            clearable
            clearButtonProps={{ "aria-label": t("action.clear") }}
          />
        );
      case "record":
        return (
          <RecordSelect
            {...picker}
            source={field.source}
            value={draft}
            valueLabel={draft === value ? field.label : undefined}
          />
        );
      case "longText":
        return (
          <Textarea
            {...common}
            autosize
            minRows={3}
            value={draft ?? ""}
            onChange={(event) => setDraft(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onBlur={onBlur}
          />
        );
      default:
        return (
          <TextInput
            {...common}
            type={field.kind === "date" ? "date" : "text"}
            max={field.kind === "date" ? lastDay : undefined}
            inputMode={isNumeric ? "decimal" : undefined}
            value={draft ?? ""}
            onFocus={(event) => field.kind !== "date" && event.currentTarget.select()}
            onChange={(event) => setDraft(event.currentTarget.value || null)}
            onKeyDown={onKeyDown}
            onBlur={onBlur}
          />
        );
    }
  };

  return (
    <div className={classes.editor}>
      {input()}
      {conflict && (
        <div role="alert" className={classes.conflict}>
          <Text size="xs">
            {t("field.conflict")} {display}
          </Text>
          <Group gap={6}>
            <Button size="compact-xs" onClick={() => void save(draft, version, true)}>
              {t("field.keepMine")}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => onClose(true)}>
              {t("field.takeTheirs")}
            </Button>
          </Group>
        </div>
      )}
    </div>
  );
}
