import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { graphql, readFragment } from "@/gql";
import type { TimelinePageFragment, TimelineQuery } from "@/gql/graphql";
import { type Page, usePages } from "@/lib/graphql/pages";
import { EmptyState, ErrorState, MoreFailed, RowsSkeleton } from "../states";
import type { ChangeWords } from "./ChangeText";
import { NoteComposer } from "./NoteComposer";
import type { Subject } from "./subject";
import { TimelineEntry } from "./TimelineEntry";
import classes from "./timeline.module.css";

const TimelinePage = graphql(`
  fragment TimelinePage on Timeline {
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
`);

const TimelineDocument = graphql(`
  query Timeline($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      id
      ... on Deal { timeline(first: 30, after: $after) { ...TimelinePage } }
      ... on Account { timeline(first: 30, after: $after) { ...TimelinePage } }
      ... on Contact { timeline(first: 30, after: $after) { ...TimelinePage } }
    }
  }
`);

export type TimelineItem = TimelinePageFragment["edges"][number]["node"];

const noPage: Page<TimelineItem> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

function timelinePage({ node }: TimelineQuery): Page<TimelineItem> {
  if (!node || !("timeline" in node)) return noPage;
  const { edges, pageInfo } = readFragment(TimelinePage, node.timeline);
  return { nodes: edges.map((edge) => edge.node), pageInfo };
}

/** What happened with a record, the newest first, and a place to write. */
export function Timeline({ subject, words }: { subject: Subject; words: ChangeWords }) {
  const { t } = useTranslation();
  const pages = usePages(TimelineDocument, { id: subject.id }, timelinePage);
  return (
    <>
      <NoteComposer subject={subject} />
      {pages.loading && <RowsSkeleton rows={6} />}
      {pages.error && pages.rows.length === 0 && (
        <ErrorState title={t("state.listFailed")} onRetry={pages.retry} />
      )}
      {!pages.loading && !pages.error && pages.rows.length === 0 && (
        <EmptyState title={t("timeline.empty")} hint={t("timeline.emptyHint")} />
      )}
      <ol className={classes.timeline}>
        {pages.rows.map((item) => (
          <TimelineEntry key={item.id} item={item} words={words} />
        ))}
      </ol>
      {pages.error && pages.rows.length > 0 && <MoreFailed onRetry={pages.retry} />}
      {(pages.hasMore || pages.loadingMore) && (
        <Button variant="subtle" fullWidth onClick={pages.loadMore} loading={pages.loadingMore}>
          {t("timeline.more")}
        </Button>
      )}
    </>
  );
}
