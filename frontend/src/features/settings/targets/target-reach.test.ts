import { expect, test } from "vitest";
import { targetReach } from "./target-reach";

const team = (id: string, parent: string | null, manager: string | null) => ({
  id,
  name: id,
  parent: parent ? { id: parent } : null,
  manager: manager ? { id: manager } : null,
});
const teams = [team("east", null, "boss"), team("shanghai", "east", null), team("south", null, null)];
const person = (id: string, teamId: string | null) => ({ id, team: teamId ? { id: teamId } : null });
const viewer = (id: string, roleKey: string, teamId: string | null) => ({ ...person(id, teamId), roleKey });

test("a manager sets the targets of everyone below, but not the own nor those of the teams led", () => {
  const reach = targetReach(viewer("boss", "manager", null), teams);
  expect([reach.seesTeam("east"), reach.setsTeam("east")]).toEqual([true, false]);
  expect([reach.seesTeam("shanghai"), reach.setsTeam("shanghai")]).toEqual([true, true]);
  expect([reach.seesTeam("south"), reach.setsTeam("south")]).toEqual([false, false]);
  expect(reach.setsPerson(person("rep", "shanghai"))).toBe(true);
  expect(reach.setsPerson(person("other", "south"))).toBe(false);
  const own = person("boss", null);
  expect([reach.seesPerson(own), reach.setsPerson(own)]).toEqual([true, false]);
});

test("a representative sees the own target and the own team's", () => {
  const reach = targetReach(viewer("rep", "representative", "shanghai"), teams);
  expect([reach.seesTeam("shanghai"), reach.setsTeam("shanghai")]).toEqual([true, false]);
  expect(reach.seesTeam("east")).toBe(false);
  expect(reach.seesWholeTeams).toBe(false);
  expect(reach.seesPerson(person("rep", "shanghai"))).toBe(true);
  expect(reach.seesPerson(person("colleague", "shanghai"))).toBe(false);
  expect(reach.setsPerson(person("rep", "shanghai"))).toBe(false);
});

test("an administrator sets everyone's", () => {
  const reach = targetReach(viewer("root", "administrator", null), teams);
  expect([reach.setsTeam("south"), reach.setsPerson(person("root", null))]).toEqual([true, true]);
});
