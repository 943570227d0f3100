import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { PipelineSettingsFragment, StageSettingsFragment } from "@/gql/graphql";
import { inOrder } from "../parts/reorder";

export const StageSettings = graphql(`
  fragment StageSettings on Stage {
    id
    version
    name
    label
    translations { language text }
    kind
    probability
    position
    viewerCan
  }
`);

export const PipelineSettings = graphql(`
  fragment PipelineSettings on Pipeline {
    id
    version
    name
    label
    translations { language text }
    active
    position
    viewerCan
  }
`);

const SettingsPipelines = graphql(`
  query SettingsPipelines {
    pipelines {
      id
      ...PipelineSettings
      stages { id ...StageSettings }
    }
  }
`);

export type Stage = StageSettingsFragment;
export type Pipeline = PipelineSettingsFragment & { stages: readonly Stage[] };

/** All pipelines, those that are switched off too, with their stages; both in order. */
export function usePipelineSettings() {
  const [{ data, error }, refetch] = useQuery({ query: SettingsPipelines });
  const pipelines = useMemo(
    () =>
      data &&
      inOrder(
        data.pipelines.map((pipeline): Pipeline => {
          const stages = pipeline.stages.map((stage) => readFragment(StageSettings, stage));
          return { ...readFragment(PipelineSettings, pipeline), stages: inOrder(stages) };
        }),
      ),
    [data],
  );
  return {
    pipelines,
    failed: Boolean(error && !data),
    refetch: () => refetch({ requestPolicy: "network-only" }),
  };
}
