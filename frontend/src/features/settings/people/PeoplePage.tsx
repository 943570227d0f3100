import { Button, Checkbox, TextInput } from "@mantine/core";
import { IconPlus, IconSearch, IconUsersGroup } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/states";
import { useIsAdministrator } from "../parts/rights";
import { NotRead, SettingsSection } from "../parts/SettingsSection";
import { CreatePersonDialog } from "./CreatePersonDialog";
import { CreateTeamDialog } from "./CreateTeamDialog";
import { PeopleTree } from "./PeopleTree";
import { PersonDrawer } from "./PersonDrawer";
import { type Person, useOrganisation } from "./people";
import classes from "./people.module.css";
import { TeamDrawer } from "./TeamDrawer";
import { teamTree } from "./team-tree";

const route = getRouteApi("/work/settings/people");

function matches(person: Person, text: string): boolean {
  return [person.name, person.email].some((value) => value?.toLowerCase().includes(text));
}

/** Everyone who works here, in the tree of teams. */
export function PeoplePage() {
  const { t } = useTranslation("settings");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isAdministrator = useIsAdministrator();
  const { people, teams, loading, failed, retry } = useOrganisation();
  const [creating, setCreating] = useState<"person" | "team" | null>(null);
  const words = search.search?.trim().toLowerCase() ?? "";
  const { branches, teamless } = useMemo(() => {
    const shown = people.filter((person) => (search.left || person.active) && matches(person, words));
    return teamTree(teams, shown);
  }, [people, teams, search.left, words]);
  const visible = words ? branches.filter((branch) => branch.members.length > 0) : branches;

  const person = people.find((candidate) => candidate.id === search.person);
  const team = teams.find((candidate) => candidate.id === search.team);
  const close = () =>
    void navigate({ search: ({ person: _person, team: _team, ...rest }) => rest, replace: true });

  return (
    <SettingsSection
      title={t("people.title")}
      hint={t("people.hint")}
      wide
      actions={
        isAdministrator && (
          <>
            <Button
              variant="default"
              leftSection={<IconUsersGroup size={14} aria-hidden />}
              onClick={() => setCreating("team")}
            >
              {t("people.newTeam")}
            </Button>
            <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setCreating("person")}>
              {t("people.newPerson")}
            </Button>
          </>
        )
      }
    >
      <div className={classes.bar}>
        <TextInput
          aria-label={t("people.search")}
          placeholder={t("people.search")}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search.search ?? ""}
          onChange={(event) => {
            const text = event.currentTarget.value;
            void navigate({
              search: ({ search: _search, ...rest }) => (text ? { ...rest, search: text } : rest),
              replace: true,
            });
          }}
          className={classes.search}
        />
        <Checkbox
          label={t("people.showLeft")}
          checked={search.left ?? false}
          onChange={(event) => {
            const left = event.currentTarget.checked;
            void navigate({
              search: ({ left: _left, ...rest }) => (left ? { ...rest, left } : rest),
              replace: true,
            });
          }}
        />
      </div>
      {loading || failed ? (
        <NotRead failed={failed} onRetry={retry} />
      ) : visible.length === 0 && teamless.length === 0 ? (
        <EmptyState title={t("people.nobody")} hint={t("people.nobodyHint")} />
      ) : (
        <PeopleTree branches={visible} teamless={teamless} />
      )}
      {person && <PersonDrawer key={person.id} person={person} teams={teams} onClose={close} />}
      {team && <TeamDrawer key={team.id} team={team} teams={teams} onClose={close} />}
      {creating === "person" && <CreatePersonDialog teams={teams} onClose={() => setCreating(null)} />}
      {creating === "team" && <CreateTeamDialog teams={teams} onClose={() => setCreating(null)} />}
    </SettingsSection>
  );
}
