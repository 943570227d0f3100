import { Alert, Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { UpdateTeamInput } from "@/gql/graphql";
import { useMutate } from "@/lib/graphql/mutate";
import { offerUndo } from "@/lib/notify";
import { UserBadge } from "@/ui/cells/UserBadge";
import { FieldEditor, type SaveOutcome } from "@/ui/field/FieldEditor";
import { RecordDrawer } from "../parts/RecordDrawer";
import { saveOutcome } from "../parts/save-outcome";
import type { Team } from "./people";
import { withTeamsBelow } from "./team-tree";

const UpdateTeam = graphql(`
  mutation UpdateTeam($id: ID!, $input: UpdateTeamInput!, $ifVersion: Int) {
    updateTeam(id: $id, input: $input, ifVersion: $ifVersion) {
      team { id ...TeamSettings }
      userErrors { code path message }
    }
  }
`);

const DeleteTeam = graphql(`
  mutation DeleteTeam($id: ID!) {
    deleteTeam(id: $id) {
      team { id }
      userErrors { code path message }
    }
  }
`);

const RestoreTeam = graphql(`
  mutation RestoreTeam($id: ID!) {
    restoreTeam(id: $id) {
      team { id ...TeamSettings }
      userErrors { code path message }
    }
  }
`);

interface TeamDrawerProps {
  team: Team;
  teams: readonly Team[];
  onClose: () => void;
}

/** One team: its name, its place in the tree, who leads it. */
export function TeamDrawer({ team, teams, onClose }: TeamDrawerProps) {
  const { t } = useTranslation(["settings", "common"]);
  const updateTeam = useMutate(UpdateTeam);
  const deleteTeam = useMutate(DeleteTeam);
  const restoreTeam = useMutate(RestoreTeam);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (input: UpdateTeamInput, ifVersion: number): Promise<SaveOutcome> =>
    saveOutcome(await updateTeam({ id: team.id, input, ifVersion }));
  const remove = async () => {
    const outcome = await deleteTeam({ id: team.id });
    if (outcome.kind === "refused") setProblem(outcome.userErrors.map((error) => error.message).join(" "));
    if (outcome.kind !== "done") return;
    offerUndo(t("people.teamDeleted", { name: team.name }), t("common:action.undo"), () => {
      void restoreTeam({ id: team.id });
    });
    onClose();
  };
  const below = withTeamsBelow(teams, [team.id]);
  const common = { version: team.version, editable: team.viewerCan.includes("UPDATE") };
  return (
    <RecordDrawer title={team.name} onClose={onClose}>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <FieldEditor
        {...common}
        label={t("people.teamName")}
        field={{ kind: "text" }}
        value={team.name}
        display={team.name}
        onSave={(name, version) => save({ name }, version)}
      />
      <FieldEditor
        {...common}
        label={t("people.parentTeam")}
        field={{
          kind: "choice",
          options: teams
            .filter((other) => !below.has(other.id))
            .map(({ id, name }) => ({ value: id, label: name })),
        }}
        value={team.parent?.id ?? null}
        display={team.parent?.name}
        onSave={(parentId, version) => save({ parentId }, version)}
      />
      <FieldEditor
        {...common}
        label={t("people.manager")}
        field={{ kind: "record", source: "USER", label: team.manager?.name }}
        value={team.manager?.id ?? null}
        display={<UserBadge user={team.manager} />}
        onSave={(managerId, version) => save({ managerId }, version)}
      />
      {team.viewerCan.includes("DELETE") && (
        <Group mt="sm">
          <Button variant="default" c="var(--t-lost)" onClick={() => void remove()}>
            {t("people.deleteTeam")}
          </Button>
        </Group>
      )}
    </RecordDrawer>
  );
}
