import { ActionIcon, Group, Switch, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { UpdatePipelineInput } from "@/gql/graphql";
import { useMutate } from "@/lib/graphql/mutate";
import { Problems } from "@/ui/FormDialog";
import { saveOutcome } from "@/ui/field/save-outcome";
import { Fact } from "../parts/Fact";
import { NameFields } from "../parts/NameFields";
import { movedTo, renumbered } from "../parts/reorder";
import { SettingsGroup } from "../parts/SettingsSection";
import type { Pipeline } from "./pipelines";

const UpdatePipeline = graphql(`
  mutation UpdatePipeline($id: ID!, $input: UpdatePipelineInput!, $ifVersion: Int) {
    updatePipeline(id: $id, input: $input, ifVersion: $ifVersion) {
      pipeline { id ...PipelineSettings }
      userErrors { code path message }
    }
  }
`);

/** What a pipeline is called, whether new deals can enter it, and its place among the others. */
export function PipelineFields({
  pipeline,
  pipelines,
}: {
  pipeline: Pipeline;
  pipelines: readonly Pipeline[];
}) {
  const { t } = useTranslation("settings");
  const updatePipeline = useMutate(UpdatePipeline);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const index = pipelines.indexOf(pipeline);
  const editable = pipeline.viewerCan.includes("UPDATE");
  const write = async (id: string, input: UpdatePipelineInput): Promise<boolean> => {
    const outcome = await updatePipeline({ id, input });
    setProblems(outcome.kind === "refused" ? outcome.userErrors.map((error) => error.message) : []);
    return outcome.kind === "done";
  };
  const move = async (step: number) => {
    for (const { id, position } of renumbered(movedTo(pipelines, pipeline.id, index + step)))
      if (!(await write(id, { position }))) return;
  };
  return (
    <SettingsGroup title={t("pipelines.details")}>
      <Problems messages={problems} />
      <NameFields
        record={pipeline}
        onSave={async (input, ifVersion) =>
          saveOutcome(await updatePipeline({ id: pipeline.id, input, ifVersion }))
        }
      />
      <Fact label={t("pipelines.active")}>
        <Switch
          size="xs"
          checked={pipeline.active}
          disabled={!editable}
          label={t(pipeline.active ? "pipelines.takesDeals" : "pipelines.takesNone")}
          onChange={(event) => void write(pipeline.id, { active: event.currentTarget.checked })}
        />
      </Fact>
      {pipelines.length > 1 && (
        <Fact label={t("pipelines.place")}>
          <Group gap={4}>
            <Text size="sm" mr={4}>
              {t("pipelines.placeOf", { place: index + 1, total: pipelines.length })}
            </Text>
            {editable && (
              <>
                <ActionIcon
                  size="sm"
                  aria-label={t("pipelines.moveBefore")}
                  disabled={index === 0}
                  onClick={() => void move(-1)}
                >
                  <IconChevronLeft size={14} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={t("pipelines.moveAfter")}
                  disabled={index === pipelines.length - 1}
                  onClick={() => void move(1)}
                >
                  <IconChevronRight size={14} aria-hidden />
                </ActionIcon>
              </>
            )}
          </Group>
        </Fact>
      )}
    </SettingsGroup>
  );
}
