import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { PipelineSettingsFragment, StageSettingsFragment } from "@/gql/graphql";
import { inOrder } from "../parts/reorder";

const StageSettings = graphql(`
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

const PipelineSettings = graphql(`
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

export const UpdateStage = graphql(`
  mutation UpdateStage($id: ID!, $input: UpdateStageInput!, $ifVersion: Int) {
    updateStage(id: $id, input: $input, ifVersion: $ifVersion) {
      stage { id ...StageSettings }
      userErrors { code path message }
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
