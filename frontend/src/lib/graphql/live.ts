import { useEffect } from "react";
import { useClient } from "urql";
import { subscribe as consume, pipe } from "wonka";
import { graphql } from "@/gql";

// The records come with the columns that lists show, so that one event updates every list in place.
export const LiveEvents = graphql(`
  subscription LiveEvents($afterSeq: String) {
    recordEvents(afterSeq: $afterSeq) {
      id
      seq
      kind
      recordId
      action
      changes { field from { __typename ... on ReferenceValue { id } } }
      record {
        __typename
        id
        ... on Deal {
          stage { id }
          ...DealRow
        }
        ... on Account { ...AccountRow }
        ... on Contact { ...ContactRow }
        ... on Product { ...ProductRow }
        ... on User { ...PersonSettings }
        ... on Team { ...TeamSettings }
        ... on Company { name companyZone: timeZone fiscalYearStartMonth defaultLanguage version }
        ... on Pipeline { ...PipelineSettings }
        ... on Stage { ...StageSettings }
        ... on Choice { ...ChoiceSettings }
        ... on ExchangeRate { ...RateSettings }
        ... on Target { ...TargetSettings }
        ... on Import { ...ImportProgress }
        ... on Note { body version deal { __typename id } account { __typename id } contact { __typename id } }
        ... on Task { title dueDate completedAt version deal { __typename id } account { __typename id } contact { __typename id } }
      }
    }
  }
`);

/**
 * How far the event log has been read. The socket sends its subscription again after each interruption; the
 * variable is read at that moment, so the server goes on after the last event that arrived.
 */
export class LogPosition {
  private seq: string | null = null;

  /** Whether any event has arrived, from which the log can be read on. */
  get known(): boolean {
    return this.seq !== null;
  }

  advance(seq: string): void {
    this.seq = seq;
  }

  /** Variables whose `afterSeq` is always the newest, also when they are serialised a second time. */
  resumable(variables: Record<string, unknown>): Record<string, unknown> {
    const read = (): string | null => this.seq;
    return {
      ...variables,
      get afterSeq() {
        return read() ?? undefined;
      },
    };
  }
}

/** Stands for all that may have happened while nobody listened. */
export const reloadEvent = {
  __typename: "RecordEvent",
  id: "reload",
  seq: null,
  kind: null,
  recordId: null,
  action: "RELOAD",
  changes: [],
  record: null,
};

/** Keeps everything on screen up to date for as long as the calling component is mounted. */
export function useLiveCache(): void {
  const client = useClient();
  useEffect(() => {
    // The cache does the work (see cache.ts); here the stream only has to be kept open.
    const { unsubscribe } = pipe(
      client.subscription(LiveEvents, {}),
      consume(() => {}),
    );
    return unsubscribe;
  }, [client]);
}
