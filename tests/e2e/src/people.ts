import type { FullConfig } from "@playwright/test";
import { Api, addressOf, password } from "./api";

/** Makes the people of the tests, once for a server: a manager and a representative in a team of theirs. */
export default async function people(config: FullConfig): Promise<void> {
  const baseURL = config.projects[0]?.use.baseURL;
  if (!baseURL) throw new Error("no baseURL");
  const admin = await Api.signedIn(baseURL, "admin");
  const { users } = await admin.query<{ users: { nodes: object[] } }>(
    `query ($email: String!) { users(filter: { email: { eq: $email } }) { nodes { id } } }`,
    { email: addressOf.rep },
  );
  if (users.nodes.length > 0) return;
  const teamId = await admin.create("Team", { name: "华东区" });
  const managerId = await admin.create("User", {
    name: "张伟",
    email: addressOf.manager,
    password,
    roleKey: "manager",
    teamId,
  });
  await admin.query(
    `mutation ($id: ID!, $managerId: ID!) {
      updateTeam(id: $id, input: { managerId: $managerId }) { userErrors { message } }
    }`,
    { id: teamId, managerId },
  );
  await admin.create("User", {
    name: "李娜",
    email: addressOf.rep,
    password,
    roleKey: "representative",
    teamId,
  });
  await admin.create("User", {
    name: "Polyglot",
    email: addressOf.polyglot,
    password,
    roleKey: "administrator",
  });
}
