import { Alert, Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UpdateUserInput } from "@/gql/graphql";
import { isLanguage, languageNames } from "@/i18n/language";
import { useMutate } from "@/lib/graphql/mutate";
import { InstantText } from "@/ui/cells/DateText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { FieldEditor } from "@/ui/field/FieldEditor";
import { useRecordFields } from "@/ui/field/use-record-fields";
import { useOfferUndo } from "@/ui/use-offer-undo";
import { Fact } from "../parts/Fact";
import { languageOptions, timeZoneOptions } from "../parts/options";
import { RecordDrawer } from "../parts/RecordDrawer";
import { isRoleKey, roles, useIsAdministrator } from "../parts/rights";
import { PasswordDialog } from "./PasswordDialog";
import { type Person, type Team, UpdatePerson } from "./people";

interface PersonDrawerProps {
  person: Person;
  teams: readonly Team[];
  onClose: () => void;
}

/** One person: who he is, what he may do, and whether he still works here. */
export function PersonDrawer({ person, teams, onClose }: PersonDrawerProps) {
  const { t } = useTranslation(["settings", "common"]);
  const isAdministrator = useIsAdministrator();
  const updatePerson = useMutate(UpdatePerson);
  const offerUndo = useOfferUndo();
  const [problem, setProblem] = useState<string | null>(null);
  const [settingPassword, setSettingPassword] = useState(false);
  const { text, person: reference } = useRecordFields(
    person,
    (field) => t(`people.${field as "name"}`),
    (input: UpdateUserInput, ifVersion) => updatePerson({ id: person.id, input, ifVersion }),
  );
  const setActive = async (active: boolean): Promise<void> => {
    const outcome = await updatePerson({ id: person.id, input: { active } });
    setProblem(
      outcome.kind === "refused" ? outcome.userErrors.map((error) => error.message).join(" ") : null,
    );
    if (outcome.kind === "done" && !active)
      offerUndo(t("people.deactivated", { name: person.name }), () =>
        updatePerson({ id: person.id, input: { active: true } }),
      );
  };
  const led = teams.filter((team) => team.manager?.id === person.id);
  // The own profile is everyone's own; what a person is and where he belongs is set by administrators.
  const editable = person.viewerCan.includes("UPDATE");
  const reserved = { editable: editable && isAdministrator };
  const seen = person.roleKey !== null;

  if (settingPassword) return <PasswordDialog person={person} onClose={() => setSettingPassword(false)} />;
  return (
    <RecordDrawer title={<UserBadge user={person} />} onClose={onClose}>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      <FieldEditor {...text("name")} />
      <FieldEditor
        {...reference("team")}
        {...reserved}
        field={{ kind: "choice", options: teams.map(({ id, name }) => ({ value: id, label: name })) }}
        display={person.team?.name}
      />
      {seen && (
        <>
          <FieldEditor
            {...text("roleKey", {
              kind: "choice",
              options: roles.map((role) => ({ value: role, label: t(`role.${role}`) })),
            })}
            {...reserved}
            label={t("people.role")}
            display={isRoleKey(person.roleKey) ? t(`role.${person.roleKey}`) : person.roleKey}
          />
          <FieldEditor {...text("email")} copyable={person.email ?? undefined} />
          <FieldEditor
            {...text("language", { kind: "choice", options: languageOptions })}
            display={isLanguage(person.language) ? languageNames[person.language] : person.language}
          />
          <FieldEditor {...text("timeZone", { kind: "choice", options: timeZoneOptions() })} />
        </>
      )}
      {led.length > 0 && <Fact label={t("people.leads")}>{led.map((team) => team.name).join(" · ")}</Fact>}
      <Fact label={t("people.since")}>
        <InstantText value={person.createdAt} />
      </Fact>
      {isAdministrator && editable && (
        <Group mt="sm" gap="xs">
          <Button
            variant="default"
            disabled={!person.email || !person.active}
            title={person.email ? undefined : t("people.passwordNeedsEmail")}
            onClick={() => setSettingPassword(true)}
          >
            {t("people.resetPassword")}
          </Button>
          {person.active ? (
            <Button variant="default" c="var(--t-lost)" onClick={() => void setActive(false)}>
              {t("people.deactivate")}
            </Button>
          ) : (
            <Button variant="light" onClick={() => void setActive(true)}>
              {t("people.activate")}
            </Button>
          )}
        </Group>
      )}
    </RecordDrawer>
  );
}
