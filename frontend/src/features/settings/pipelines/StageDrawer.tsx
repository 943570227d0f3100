import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { StageKind, UpdateStageInput } from "@/gql/graphql";
import { formatRate } from "@/lib/format/money";
import { useMutate } from "@/lib/graphql/mutate";
import { Problems } from "@/ui/FormDialog";
import { FieldEditor, type SaveOutcome } from "@/ui/field/FieldEditor";
import { saveOutcome } from "@/ui/field/save-outcome";
import { Fact } from "../parts/Fact";
import { NameFields } from "../parts/NameFields";
import { parsePercent, toPercent } from "../parts/percent";
import { RecordDrawer } from "../parts/RecordDrawer";
import { nameIn } from "../parts/translations";
import { type Stage, UpdateStage } from "./pipelines";
import { StageDealCount } from "./StageDealCount";

const DeleteStage = graphql(`
  mutation DeleteStage($id: ID!) {
    deleteStage(id: $id) {
      stage { id }
      userErrors { code path message }
    }
  }
`);

export const stageKinds = ["OPEN", "WON", "LOST"] as const satisfies readonly StageKind[];

interface StageDrawerProps {
  stage: Stage;
  pipelineId: string;
  onClose: () => void;
}

/** One stage: its names, what being in it means, and how likely a deal in it is won. */
export function StageDrawer({ stage, pipelineId, onClose }: StageDrawerProps) {
  const { t, i18n } = useTranslation(["settings", "common"]);
  const updateStage = useMutate(UpdateStage);
  const deleteStage = useMutate(DeleteStage);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [deleting, setDeleting] = useState(false);
  const save = async (input: UpdateStageInput, ifVersion: number): Promise<SaveOutcome> =>
    saveOutcome(await updateStage({ id: stage.id, input, ifVersion }));
  const remove = async () => {
    const outcome = await deleteStage({ id: stage.id });
    setDeleting(false);
    if (outcome.kind === "refused") setProblems(outcome.userErrors.map((error) => error.message));
    if (outcome.kind === "done") onClose();
  };
  const editable = stage.viewerCan.includes("UPDATE");
  return (
    <RecordDrawer title={nameIn(stage, i18n.language)} onClose={onClose}>
      <Problems messages={problems} />
      <NameFields record={stage} onSave={save} />
      <FieldEditor
        label={t("stages.kindLabel")}
        field={{
          kind: "choice",
          options: stageKinds.map((kind) => ({ value: kind, label: t(`stages.kind.${kind}`) })),
        }}
        value={stage.kind}
        display={t(`stages.kind.${stage.kind}`)}
        version={stage.version}
        editable={editable}
        onSave={(value, version) =>
          save({ kind: stageKinds.find((kind) => kind === value) ?? null }, version)
        }
      />
      <FieldEditor
        label={t("stages.probability")}
        field={{ kind: "text" }}
        value={toPercent(stage.probability)}
        display={formatRate(stage.probability, i18n.language)}
        version={stage.version}
        // Won and lost are certain.
        editable={editable && stage.kind === "OPEN"}
        onSave={async (text, version) => {
          const probability = parsePercent(text ?? "");
          return probability === null
            ? { kind: "refused", message: t("stages.probabilityInvalid") }
            : save({ probability }, version);
        }}
      />
      <Fact label={t("stages.dealsLabel")}>
        <StageDealCount pipelineId={pipelineId} stageId={stage.id} />
      </Fact>
      {stage.viewerCan.includes("DELETE") &&
        (deleting ? (
          <Group mt="sm" gap="xs">
            <Text size="sm">{t("stages.deleteQuestion")}</Text>
            <Button color="red.9" onClick={() => void remove()} data-autofocus>
              {t("common:action.delete")}
            </Button>
            <Button variant="default" onClick={() => setDeleting(false)}>
              {t("common:action.cancel")}
            </Button>
          </Group>
        ) : (
          <Group mt="sm">
            <Button variant="default" c="var(--t-lost)" onClick={() => setDeleting(true)}>
              {t("stages.delete")}
            </Button>
          </Group>
        ))}
    </RecordDrawer>
  );
}
