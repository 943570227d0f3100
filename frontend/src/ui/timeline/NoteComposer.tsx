import { Button, Group, Textarea } from "@mantine/core";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { type Action, useActions } from "@/lib/actions";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { referenceTo, type Subject } from "./subject";
import classes from "./timeline.module.css";

const CreateNote = graphql(`
  mutation CreateNote($input: CreateNoteInput!, $idempotencyKey: String) {
    createNote(input: $input, idempotencyKey: $idempotencyKey) {
      note { id body }
      userErrors { code path message }
    }
  }
`);

export function NoteComposer({ subject }: { subject: Subject }) {
  const { t } = useTranslation();
  const createNote = useMutate(CreateNote);
  const [body, setBody] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const actions = useMemo(
    (): Action[] => [
      {
        id: "record:note",
        label: t("timeline.write"),
        section: t("section.record"),
        keys: "m",
        run: () => input.current?.focus(),
      },
    ],
    [t],
  );
  useActions(actions);

  const save = async () => {
    if (!body.trim() || saving) return;
    setSaving(true);
    const outcome = await createNote({
      input: { [referenceTo(subject)]: subject.id, body },
      idempotencyKey: newIdempotencyKey(),
    });
    setSaving(false);
    setProblem(
      outcome.kind === "refused" ? outcome.userErrors.map((error) => error.message).join(" ") : null,
    );
    // What was typed on meanwhile stays.
    if (outcome.kind === "done")
      setBody((now) => (now.startsWith(body) ? now.slice(body.length).trimStart() : now));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
    if (event.key === "Escape") event.currentTarget.blur();
  };

  return (
    <div className={classes.composer}>
      <Textarea
        ref={input}
        aria-label={t("timeline.write")}
        placeholder={t("timeline.composer")}
        autosize
        minRows={1}
        maxRows={12}
        value={body}
        error={problem}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {body.trim() && (
        <Group justify="flex-end" mt={6}>
          <Button loading={saving} onClick={() => void save()}>
            {t("timeline.save")}
          </Button>
        </Group>
      )}
    </div>
  );
}
