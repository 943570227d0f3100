import { Button, Group, Textarea } from "@mantine/core";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { DealTimelineQuery } from "@/gql/graphql";
import { type Action, useActions } from "@/lib/actions";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { type Page, usePages } from "@/lib/graphql/pages";
import { EmptyState, ErrorState, RowsSkeleton } from "@/ui/states";
import classes from "./DealPage.module.css";
import { TimelineEntry } from "./TimelineEntry";

const TimelineDocument = graphql(`
  query DealTimeline($id: ID!, $after: String) {
    deal(id: $id) {
      id
      timeline(first: 30, after: $after) {
        edges {
          node {
            __typename
            ... on RecordEvent { id ...EventEntry }
            ... on Note { id ...NoteEntry }
            ... on Task { id ...TaskEntry }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

const CreateNote = graphql(`
  mutation CreateNote($input: CreateNoteInput!, $idempotencyKey: String) {
    createNote(input: $input, idempotencyKey: $idempotencyKey) {
      note { id body }
      userErrors { code path message }
    }
  }
`);

type Timeline = NonNullable<DealTimelineQuery["deal"]>["timeline"];
export type TimelineItem = Timeline["edges"][number]["node"];

const noPage: Page<TimelineItem> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

function timelinePage(data: DealTimelineQuery): Page<TimelineItem> {
  if (!data.deal) return noPage;
  const { edges, pageInfo } = data.deal.timeline;
  return { nodes: edges.map((edge) => edge.node), pageInfo };
}

/** What happened with the deal, the newest first, and a place to write. */
export function DealTimeline({ dealId }: { dealId: string }) {
  const { t } = useTranslation(["deals", "common"]);
  const pages = usePages(TimelineDocument, { id: dealId }, timelinePage);
  return (
    <>
      <NoteComposer dealId={dealId} />
      {pages.loading && <RowsSkeleton rows={6} />}
      {pages.error && pages.rows.length === 0 && (
        <ErrorState title={t("common:state.listFailed")} onRetry={pages.retry} />
      )}
      {!pages.loading && !pages.error && pages.rows.length === 0 && (
        <EmptyState title={t("timeline.empty")} hint={t("timeline.emptyHint")} />
      )}
      <ol className={classes.timeline}>
        {pages.rows.map((item) => (
          <TimelineEntry key={item.id} item={item} />
        ))}
      </ol>
      {pages.hasMore && (
        <Button variant="subtle" fullWidth onClick={pages.loadMore} loading={pages.stale}>
          {t("timeline.more")}
        </Button>
      )}
    </>
  );
}

function NoteComposer({ dealId }: { dealId: string }) {
  const { t } = useTranslation("deals");
  const createNote = useMutate(CreateNote);
  const [body, setBody] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const input = useRef<HTMLTextAreaElement>(null);
  const actions = useMemo(
    (): Action[] => [
      {
        id: "deal:note",
        label: t("action.note"),
        section: t("action.section"),
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
    const outcome = await createNote({ input: { dealId, body }, idempotencyKey: newIdempotencyKey() });
    setSaving(false);
    setProblem(
      outcome.kind === "refused" ? outcome.userErrors.map((error) => error.message).join(" ") : null,
    );
    if (outcome.kind === "done") setBody("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
    if (event.key === "Escape") event.currentTarget.blur();
  };

  return (
    <div className={classes.composer}>
      <Textarea
        ref={input}
        aria-label={t("action.note")}
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
