import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import type { PipelinesQuery } from "@/gql/graphql";
import { usePreference } from "@/lib/preferences";

const Pipelines = graphql(`
  query Pipelines {
    pipelines {
      id
      label
      active
      position
      stages { id label kind probability position }
    }
  }
`);

export type Pipeline = PipelinesQuery["pipelines"][number];
export type Stage = Pipeline["stages"][number];

/** The pipelines in use, with their stages in order. */
export function usePipelines(): {
  pipelines: readonly Pipeline[];
  loading: boolean;
  failed: boolean;
  retry: () => void;
} {
  const [{ data, error }, refetch] = useQuery({ query: Pipelines });
  const pipelines = useMemo(
    () =>
      (data?.pipelines ?? [])
        .filter((pipeline) => pipeline.active)
        .toSorted((left, right) => left.position - right.position)
        .map((pipeline) => ({
          ...pipeline,
          stages: pipeline.stages.toSorted((left, right) => left.position - right.position),
        })),
    [data],
  );
  return {
    pipelines,
    loading: !data && !error,
    failed: Boolean(error && !data),
    retry: () => refetch({ requestPolicy: "network-only" }),
  };
}

/** The pipeline of the URL, else the one seen last, else the first. */
export function useChosenPipeline(
  pipelines: readonly Pipeline[],
  wanted: string | undefined,
): Pipeline | undefined {
  const last = usePreference("pipelineId");
  const byId = (id: string | undefined) => pipelines.find((pipeline) => pipeline.id === id);
  return byId(wanted) ?? byId(last) ?? pipelines[0];
}
