import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import { formatRate } from "@/lib/format/money";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { useIsAdministrator } from "../parts/rights";
import { SettingsGroup } from "../parts/SettingsSection";
import { SortableRows } from "../parts/SortableRows";
import { nameIn } from "../parts/translations";
import { CreateStageDialog } from "./CreateStageDialog";
import type { Pipeline } from "./pipelines";
import { StageDealCount } from "./StageDealCount";
import { StageDrawer } from "./StageDrawer";
import classes from "./stages.module.css";

const PlaceStage = graphql(`
  mutation PlaceStage($id: ID!, $position: Int!) {
    updateStage(id: $id, input: { position: $position }) {
      stage {
        id
        ...StageSettings
        pipeline { id stages { id position version } }
      }
      userErrors { code path message }
    }
  }
`);

const route = getRouteApi("/work/settings/pipelines");

/** The stages of a pipeline, from its first to its last. */
export function Stages({ pipeline }: { pipeline: Pipeline }) {
  const { t, i18n } = useTranslation("settings");
  const isAdministrator = useIsAdministrator();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const placeStage = useMutate(PlaceStage);
  const [creating, setCreating] = useState(false);
  const { stages } = pipeline;
  const opened = stages.find((stage) => stage.id === search.stage);
  const nameOf = (stage: { name: string; translations: readonly { language: string; text: string }[] }) =>
    nameIn(stage, i18n.language);
  const move = async (id: string, position: number) => {
    const outcome = await placeStage({ id, position });
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
  };
  return (
    <SettingsGroup
      title={t("stages.title")}
      hint={t("stages.hint")}
      actions={
        isAdministrator && (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setCreating(true)}
          >
            {t("stages.new")}
          </Button>
        )
      }
    >
      {stages.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("stages.none")}
        </Text>
      ) : (
        <SortableRows
          label={t("stages.title")}
          rows={stages}
          nameOf={nameOf}
          sortable={stages.every((stage) => stage.viewerCan.includes("UPDATE"))}
          onMove={move}
        >
          {(stage) => (
            <span className={classes.stage}>
              <Link
                from="/settings/pipelines"
                to="/settings/pipelines"
                search={{ pipeline: pipeline.id, stage: stage.id }}
                className={classes.name}
                data-kind={stage.kind}
              >
                {nameOf(stage)}
              </Link>
              <StageDealCount pipelineId={pipeline.id} stageId={stage.id} />
              <span className={classes.kind}>
                {stage.kind === "OPEN"
                  ? formatRate(stage.probability, i18n.language)
                  : t(`stages.kind.${stage.kind}`)}
              </span>
            </span>
          )}
        </SortableRows>
      )}
      {opened && (
        <StageDrawer
          key={opened.id}
          stage={opened}
          pipelineId={pipeline.id}
          onClose={() => void navigate({ search: { pipeline: pipeline.id }, replace: true })}
        />
      )}
      {creating && (
        <CreateStageDialog
          pipelineId={pipeline.id}
          position={stages.filter((stage) => stage.kind === "OPEN").length}
          onClose={() => setCreating(false)}
        />
      )}
    </SettingsGroup>
  );
}
