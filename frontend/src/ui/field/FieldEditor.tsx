import {
  ActionIcon,
  Button,
  CopyButton,
  Group,
  Select,
  Text,
  Textarea,
  TextInput,
  Tooltip,
} from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { parseAmount } from "@/lib/format/money";
import type { Option } from "../filter/fields";
import classes from "./FieldEditor.module.css";
import { RecordSelect } from "./RecordSelect";
import type { RecordSource } from "./record-sources";

/** What a field holds and how it is edited. Money is edited as its amount; the currency stays. */
export type FieldKind =
  | { kind: "text" | "longText" | "money" | "date" }
  | { kind: "choice"; options: readonly Option[] }
  | { kind: "record"; source: RecordSource; label: string | undefined };

/** How saving ended: written; refused, with the reason; or overtaken by another change of the same field. */
export type SaveOutcome = { kind: "saved" } | { kind: "refused"; message: string } | { kind: "conflict" };

interface FieldEditorProps {
  label: string;
  field: FieldKind;
  /** The value as the API has it: a text, a decimal, a date, a key or an id. */
  value: string | null;
  /** The value as it is read. */
  display: ReactNode;
  editable: boolean;
  /** The version of the record on screen. A save says which one it was begun on, so that nobody overwrites unseen. */
  version: number;
  onSave: (value: string | null, version: number) => Promise<SaveOutcome>;
  /** Text for a copy button. */
  copyable?: string | undefined;
  /** Opens the editor from outside, as the shortcut does, each time the number changes. */
  editSignal?: number;
}

/** A field edited where it stands: click or Enter to edit, Enter to save, Esc to leave it as it was. */
export function FieldEditor(props: FieldEditorProps) {
  const { label, value, display, editable, editSignal = 0 } = props;
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const labelId = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (editSignal > 0 && editable) setEditing(true);
  }, [editSignal, editable]);
  useEffect(() => {
    if (wasEditing.current && !editing) opener.current?.focus({ preventScroll: true });
    wasEditing.current = editing;
  }, [editing]);

  return (
    <div className={classes.field}>
      <span id={labelId} className={classes.label}>
        {label}
      </span>
      {editing ? (
        <Editor {...props} labelId={labelId} onClose={() => setEditing(false)} />
      ) : (
        <span className={classes.value}>
          {editable ? (
            <button
              ref={opener}
              type="button"
              className={classes.opener}
              aria-label={t("field.edit", { field: label })}
              aria-describedby={`${labelId}-value`}
              onClick={() => setEditing(true)}
            >
              <span id={`${labelId}-value`}>{value === null ? t("field.none") : display}</span>
            </button>
          ) : (
            <span className={classes.readOnly}>{value === null ? t("field.none") : display}</span>
          )}
          {props.copyable && <CopyValue text={props.copyable} />}
        </span>
      )}
    </div>
  );
}

function CopyValue({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Tooltip label={t(copied ? "field.copied" : "field.copy")}>
          <ActionIcon size="xs" className={classes.copy} aria-label={t("field.copy")} onClick={copy}>
            {copied ? <IconCheck size={12} aria-hidden /> : <IconCopy size={12} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      )}
    </CopyButton>
  );
}

interface EditorProps extends FieldEditorProps {
  labelId: string;
  onClose: () => void;
}

function Editor({ field, value, display, version, onSave, labelId, onClose }: EditorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState(false);
  const begunOn = useRef(version);
  const busy = useRef(false);

  const save = async (next: string | null, onVersion: number) => {
    if (busy.current) return;
    const normalised = field.kind === "money" && next ? parseAmount(next) : next?.trim() || null;
    if (field.kind === "money" && next && normalised === null) {
      setProblem(t("field.invalidAmount"));
      return;
    }
    if (normalised === value && !conflict) {
      onClose();
      return;
    }
    busy.current = true;
    const outcome = await onSave(normalised, onVersion);
    busy.current = false;
    setConflict(outcome.kind === "conflict");
    setProblem(outcome.kind === "refused" ? outcome.message : null);
    if (outcome.kind === "saved") onClose();
  };
  const commit = () => void save(draft, begunOn.current);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    }
    if (event.key === "Enter" && (field.kind !== "longText" || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      commit();
    }
  };
  const common = { "aria-labelledby": labelId, error: problem, "data-autofocus": true, autoFocus: true };
  const onBlur = () => {
    if (!conflict) commit();
  };

  const input = () => {
    switch (field.kind) {
      case "choice":
        return (
          <Select
            {...common}
            data={field.options}
            value={draft}
            searchable
            clearable
            defaultDropdownOpened
            clearButtonProps={{ "aria-label": t("action.clear") }}
            onChange={(next) => {
              setDraft(next);
              void save(next, begunOn.current);
            }}
            onKeyDown={(event) => event.key === "Escape" && onClose()}
          />
        );
      case "record":
        return (
          <RecordSelect
            {...common}
            source={field.source}
            value={draft}
            valueLabel={draft === value ? field.label : undefined}
            defaultDropdownOpened
            onChange={(next) => {
              setDraft(next);
              void save(next, begunOn.current);
            }}
            onKeyDown={(event) => event.key === "Escape" && onClose()}
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
            inputMode={field.kind === "money" ? "decimal" : undefined}
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
            <Button size="compact-xs" onClick={() => void save(draft, version)}>
              {t("field.keepMine")}
            </Button>
            <Button size="compact-xs" variant="default" onClick={onClose}>
              {t("field.takeTheirs")}
            </Button>
          </Group>
        </div>
      )}
    </div>
  );
}
