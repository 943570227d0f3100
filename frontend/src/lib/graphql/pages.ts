import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { type Client, CombinedError } from "@urql/core";
import { useCallback, useMemo, useRef, useSyncExternalStore } from "react";
import { useClient } from "urql";
import { subscribe as consume, pipe, type Subscription } from "wonka";

/** What a list needs of a connection. */
export interface Page<Row> {
  nodes: readonly Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface PagedRows<Row> {
  rows: readonly Row[];
  /** Nothing to show yet. */
  loading: boolean;
  /** What is shown is being read, for the first time or anew. */
  stale: boolean;
  /** The rows answer the question before this one. */
  outdated: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  error: CombinedError | null;
}

export interface PagedList<Row> extends PagedRows<Row> {
  loadMore: () => void;
  retry: () => void;
  /**
   * Told which rows are in sight, from and to, counted from 0: pages far from them keep their rows, but are not kept up to date
   * until they come near. Every page that follows the cache costs time whenever anything in it changes.
   */
  watch: (from: number, to: number) => void;
}

/** A list that was changed in place is read once more when nothing has changed it for so long. */
const calmMs = 1_000;

const unanswered = new CombinedError({ networkError: new Error("offline") });

/** So many rows before and after those in sight are kept up to date. */
const watchAheadRows = 20;

interface LoadedPage<Row> {
  after: string | null;
  page: Page<Row> | null;
  stale: boolean;
  error: CombinedError | null;
  /** Null: out of sight, and not kept up to date. */
  subscription: Subscription | null;
}

/**
 * A connection read page by page. Each page stays an operation of its own, so that an invalidated list is read anew
 * in full and not only up to its first page.
 */
class PagedQuery<Data, Variables extends { after?: string | null }, Row extends { id: string }> {
  private readonly pages: LoadedPage<Row>[] = [];
  private readonly listeners = new Set<() => void>();
  private calm: ReturnType<typeof setTimeout> | undefined;
  private snapshot: PagedRows<Row> = {
    rows: [],
    loading: true,
    stale: false,
    outdated: false,
    hasMore: false,
    loadingMore: false,
    error: null,
  };

  private readonly client: Client;
  private readonly document: TypedDocumentNode<Data, Variables>;
  private readonly variables: Variables;
  private readonly connection: (data: Data) => Page<Row>;

  constructor(
    client: Client,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    connection: (data: Data) => Page<Row>,
  ) {
    this.client = client;
    this.document = document;
    this.variables = variables;
    this.connection = connection;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.pages.length === 0) this.open(0, null, "cache-first");
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.closeFrom(0);
    };
  };

  getSnapshot = (): PagedRows<Row> => this.snapshot;

  loadMore = (): void => {
    const last = this.pages.at(-1)?.page;
    if (last?.pageInfo.hasNextPage && last.pageInfo.endCursor)
      this.open(this.pages.length, last.pageInfo.endCursor, "cache-first");
  };

  retry = (): void => {
    const failed = this.pages.findIndex((entry) => entry.error !== null);
    const index = failed === -1 ? 0 : failed;
    this.open(index, this.pages[index]?.after ?? null, "network-only");
  };

  watch = (from: number, to: number): void => {
    let start = 0;
    for (const [index, entry] of [...this.pages].entries()) {
      const end = start + (entry.page?.nodes.length ?? 0);
      const near = start <= to + watchAheadRows && end >= from - watchAheadRows;
      if (near && !entry.subscription) this.open(index, entry.after, "cache-first");
      else if (!near && entry.page && entry.subscription) {
        entry.subscription.unsubscribe();
        entry.subscription = null;
        entry.stale = false;
      }
      start = end;
    }
  };

  private open(index: number, after: string | null, requestPolicy: "cache-first" | "network-only"): void {
    const previous = this.pages[index];
    previous?.subscription?.unsubscribe();
    const entry: LoadedPage<Row> = {
      after,
      page: previous?.page ?? null,
      stale: true,
      error: null,
      subscription: { unsubscribe: () => {} },
    };
    this.pages[index] = entry;
    entry.subscription = pipe(
      this.client.query(this.document, { ...this.variables, after }, { requestPolicy }),
      consume((result) => {
        // Neither an answer nor an error: without a network, and the cache knows nothing of it.
        entry.error = result.error ?? (result.data || result.stale ? null : unanswered);
        entry.stale = result.stale;
        const shown = entry.page;
        if (result.data) entry.page = this.connection(result.data);
        const fromCache = result.operation.context.meta?.cacheOutcome === "hit";
        if (fromCache && shown && entry.page && !sameRows(shown, entry.page)) this.confirmWhenCalm();
        this.followCursor(index, entry);
        this.publish();
      }),
    );
    this.publish();
  }

  /** The next page begins where this one ends; when that moved, it is read from there. */
  private followCursor(index: number, entry: LoadedPage<Row>): void {
    const next = this.pages[index + 1];
    if (!next || !entry.page) return;
    const { hasNextPage, endCursor } = entry.page.pageInfo;
    if (!hasNextPage || endCursor === null) this.closeFrom(index + 1);
    else if (!next.subscription) next.after = endCursor;
    else if (next.after !== endCursor) this.open(index + 1, endCursor, "cache-first");
  }

  /** What the cache did to the list by itself stands until the server has said the same. */
  private confirmWhenCalm(): void {
    clearTimeout(this.calm);
    this.calm = setTimeout(() => {
      for (const [index, entry] of [...this.pages].entries())
        if (entry.subscription) this.open(index, entry.after, "network-only");
    }, calmMs);
  }

  private closeFrom(index: number): void {
    if (index === 0) clearTimeout(this.calm);
    for (const entry of this.pages.splice(index)) entry.subscription?.unsubscribe();
  }

  private publish(): void {
    // A record that moved between two pages while they were read would stand in both.
    const byId = new Map<string, Row>();
    for (const { page } of this.pages) for (const row of page?.nodes ?? []) byId.set(row.id, row);
    const last = this.pages.at(-1);
    this.snapshot = {
      rows: [...byId.values()],
      loading: this.pages[0]?.page === null && this.pages[0].error === null,
      stale: this.pages.some((entry) => entry.stale),
      outdated: false,
      hasMore: last?.page?.pageInfo.hasNextPage ?? false,
      loadingMore: this.pages.length > 1 && last?.page === null && last.error === null,
      error: this.pages.find((entry) => entry.error)?.error ?? null,
    };
    for (const listener of this.listeners) listener();
  }
}

function sameRows<Row extends { id: string }>(one: Page<Row>, other: Page<Row>): boolean {
  return (
    one.nodes.length === other.nodes.length &&
    one.nodes.every((row, index) => row.id === other.nodes[index]?.id)
  );
}

/**
 * A list that grows while it is scrolled. `connection` must be a function of the module, not of the render. While
 * a changed question is being answered, the rows of the one before stay, marked `stale`.
 */
export function usePages<Data, Variables extends { after?: string | null }, Row extends { id: string }>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  connection: (data: Data) => Page<Row>,
): PagedList<Row> {
  const client = useClient();
  const key = JSON.stringify(variables);
  const query = useMemo(
    () => new PagedQuery(client, document, JSON.parse(key), connection),
    [client, document, key, connection],
  );
  const current = useSyncExternalStore(query.subscribe, query.getSnapshot);
  const shown = useRef(current);
  if (!current.loading) shown.current = current;
  const kept = current.loading && !shown.current.loading;
  const { loadMore, retry, watch } = query;
  const guardedLoadMore = useCallback(() => {
    if (!query.getSnapshot().stale) loadMore();
  }, [query, loadMore]);
  return {
    ...(kept ? { ...shown.current, stale: true, outdated: true, error: null } : current),
    loadMore: guardedLoadMore,
    retry,
    watch,
  };
}
