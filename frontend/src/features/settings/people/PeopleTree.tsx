import { Badge } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { UserBadge } from "@/ui/cells/UserBadge";
import { isRoleKey } from "../parts/rights";
import type { Person, Team } from "./people";
import classes from "./people.module.css";
import type { TeamBranch } from "./team-tree";

interface PeopleTreeProps {
  branches: readonly TeamBranch<Team, Person>[];
  teamless: readonly Person[];
}

const indent = (depth: number): CSSProperties => ({ "--depth": depth }) as CSSProperties;

/** Teams with their members below them, and at the end who is in no team. */
export function PeopleTree({ branches, teamless }: PeopleTreeProps) {
  const { t } = useTranslation("settings");
  return (
    <table className={classes.tree}>
      <thead>
        <tr>
          <th scope="col">{t("people.name")}</th>
          <th scope="col">{t("people.role")}</th>
          <th scope="col" className={classes.email}>
            {t("people.email")}
          </th>
        </tr>
      </thead>
      {branches.map(({ team, depth, members }) => (
        <tbody key={team.id}>
          <tr className={classes.team}>
            <th scope="rowgroup" colSpan={2} style={indent(depth)}>
              <span className={classes.cell}>
                <IconUsersGroup size={15} stroke={1.6} aria-hidden />
                <Link
                  from="/settings/people"
                  to="/settings/people"
                  search={({ person: _person, ...rest }) => ({ ...rest, team: team.id })}
                  className={classes.open}
                >
                  {team.name}
                </Link>
                <span className={classes.dim}>{t("people.members", { count: members.length })}</span>
                {team.manager && (
                  <span className={classes.dim}>{t("people.ledBy", { name: team.manager.name })}</span>
                )}
              </span>
            </th>
            <td className={classes.email} />
          </tr>
          {members.map((person) => (
            <PersonRow key={person.id} person={person} depth={depth + 1} />
          ))}
        </tbody>
      ))}
      {teamless.length > 0 && (
        <tbody>
          <tr className={classes.team}>
            <th scope="rowgroup" colSpan={2} style={indent(0)}>
              <span className={classes.cell}>{t("people.teamless")}</span>
            </th>
            <td className={classes.email} />
          </tr>
          {teamless.map((person) => (
            <PersonRow key={person.id} person={person} depth={1} />
          ))}
        </tbody>
      )}
    </table>
  );
}

function PersonRow({ person, depth }: { person: Person; depth: number }) {
  const { t } = useTranslation(["settings", "common"]);
  return (
    <tr className={classes.person} data-left={!person.active || undefined}>
      <td style={indent(depth)}>
        <span className={classes.cell}>
          <Link
            from="/settings/people"
            to="/settings/people"
            search={({ team: _team, ...rest }) => ({ ...rest, person: person.id })}
            className={classes.open}
          >
            <UserBadge user={person} />
          </Link>
          {!person.active && (
            <Badge size="xs" tt="none" color="gray" variant="light">
              {t("people.left")}
            </Badge>
          )}
        </span>
      </td>
      <td>{isRoleKey(person.roleKey) && t(`role.${person.roleKey}`)}</td>
      <td className={classes.email}>
        {/* Without a role the rest of the person is not the viewer's to see either. */}
        {person.email ?? (person.roleKey && <span className={classes.dim}>{t("people.noSignIn")}</span>)}
      </td>
    </tr>
  );
}
