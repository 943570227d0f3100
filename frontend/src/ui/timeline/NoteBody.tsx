import { ActionIcon, Button, Group, Textarea } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { useOfferUndo } from "../use-offer-undo";
import classes from "./timeline.module.css";

const NoteBodyFragment = graphql(`
  fragment NoteBody on Note {
    id
    body
    version
    viewerCan
  }
`);

const UpdateNote = graphql(`
  mutation UpdateNote($id: ID!, $input: UpdateNoteInput!, $ifVersion: Int, $idempotencyKey: String) {
    updateNote(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {
      note { id ...NoteBody }
      userErrors { code path message }
    }
  }
`);

const DeleteNote = graphql(`
  mutation DeleteNote($id: ID!) {
    deleteNote(id: $id) {
      note { id deletedAt }
      userErrors { code path message }
    }
  }
`);

const RestoreNote = graphql(`
  mutation RestoreNote($id: ID!) {
    restoreNote(id: $id) {
      note { id ...NoteBody }
      userErrors { code path message }
    }
  }
`);

/** The text of a note, which its writer can change and take back. */
export function NoteBody({ note: masked }: { note: FragmentType<typeof NoteBodyFragment> }) {
  const { t } = useTranslation();
  const note = readFragment(NoteBodyFragment, masked);
  const deleteNote = useMutate(DeleteNote);
  const restoreNote = useMutate(RestoreNote);
  const offerUndo = useOfferUndo();
  const [editing, setEditing] = useState(false);

  const remove = async () => {
    const outcome = await deleteNote({ id: note.id });
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
    if (outcome.kind === "done") offerUndo(t("timeline.noteDeleted"), () => restoreNote({ id: note.id }));
  };

  if (editing) return <NoteEditor note={note} onClose={() => setEditing(false)} />;
  return (
    <div className={classes.note}>
      <p className={classes.body}>{note.body}</p>
      <Group gap={0} wrap="nowrap" className={classes.noteTools}>
        {note.viewerCan.includes("UPDATE") && (
          <ActionIcon size="sm" aria-label={t("timeline.editNote")} onClick={() => setEditing(true)}>
            <IconPencil size={13} aria-hidden />
          </ActionIcon>
        )}
        {note.viewerCan.includes("DELETE") && (
          <ActionIcon size="sm" aria-label={t("timeline.deleteNote")} onClick={() => void remove()}>
            <IconTrash size={13} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    </div>
  );
}

interface NoteEditorProps {
  note: { id: string; body: string; version: number };
  onClose: () => void;
}

function NoteEditor({ note, onClose }: NoteEditorProps) {
  const { t } = useTranslation();
  const updateNote = useMutate(UpdateNote);
  const [body, setBody] = useState(note.body);
  // Kept from the beginning: a change made meanwhile by someone else is refused, not overwritten.
  const [begunOn] = useState(note.version);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async () => {
    if (body.trim() === note.body) {
      onClose();
      return;
    }
    const outcome = await updateNote({
      id: note.id,
      input: { body },
      ifVersion: begunOn,
      idempotencyKey: newIdempotencyKey(),
    });
    if (outcome.kind === "refused") setProblem(outcome.userErrors.map((error) => error.message).join(" "));
    if (outcome.kind === "done") onClose();
  };

  return (
    <div className={classes.editor}>
      <Textarea
        aria-label={t("timeline.editNote")}
        autoFocus
        autosize
        minRows={2}
        value={body}
        error={problem}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "Escape") onClose();
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
        }}
      />
      <Group gap={6} justify="flex-end" mt={6}>
        <Button variant="default" onClick={onClose}>
          {t("action.cancel")}
        </Button>
        <Button onClick={() => void save()}>{t("action.save")}</Button>
      </Group>
    </div>
  );
}
