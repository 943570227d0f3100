import { Alert, Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { UpdateTeamInput } from "@/gql/graphql";
import { useMutate } from "@/lib/graphql/mutate";
import { FieldEditor } from "@/ui/field/FieldEditor";
import { useRecordFields } from "@/ui/field/use-record-fields";
import { useOfferUndo } from "@/ui/use-offer-undo";
import { RecordDrawer } from "../parts/RecordDrawer";
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
  const offerUndo = useOfferUndo();
  const [problem, setProblem] = useState<string | null>(null);
  const { text, person } = useRecordFields(
    team,
    (field) => t(`people.${field as "manager"}`),
    (input: UpdateTeamInput, ifVersion) => updateTeam({ id: team.id, input, ifVersion }),
  );
  const remove = async () => {
    const outcome = await deleteTeam({ id: team.id });
    if (outcome.kind === "refused") setProblem(outcome.userErrors.map((error) => error.message).join(" "));
    if (outcome.kind !== "done") return;
    offerUndo(t("people.teamDeleted", { name: team.name }), () => restoreTeam({ id: team.id }));
    onClose();
  };
  const below = withTeamsBelow(teams, [team.id]);
  return (
    <RecordDrawer title={team.name} onClose={onClose}>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <FieldEditor {...text("name")} label={t("people.teamName")} />
      <FieldEditor
        {...person("parent")}
        label={t("people.parentTeam")}
        field={{
          kind: "choice",
          options: teams
            .filter((other) => !below.has(other.id))
            .map(({ id, name }) => ({ value: id, label: name })),
        }}
        display={team.parent?.name}
      />
      <FieldEditor {...person("manager")} />
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
