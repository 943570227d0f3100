import { gql } from "@urql/core";
import { expect, test } from "vitest";
import { pipe, subscribe } from "wonka";
import { scriptedServer } from "../../testing/scripted-server";

function importUnderWay() {
  const server = scriptedServer();
  const shown: string[] = [];
  pipe(
    server.client.query(gql`query ($id: ID!) { import(id: $id) { __typename id state } }`, { id: "i1" }),
    subscribe(({ data }) => data && shown.push(data.import.state)),
  );
  const asImport = (id: string, state: string) => ({ __typename: "Import", id, state });
  return {
    asked: server.asked,
    shown,
    answer: (state: string) => server.answer({ import: asImport("i1", state) }),
    tell: (id: string, state: string) =>
      server.tell({
        kind: "IMPORT",
        recordId: id,
        action: "UPDATED",
        changes: [],
        record: asImport(id, state),
      }),
  };
}

test("an answer that an event overtook is asked for again, and does not stay", async () => {
  const { asked, shown, answer, tell } = importUnderWay();
  await tell("i1", "DONE");
  await answer("RUNNING");
  expect(asked).toHaveLength(2);
  await answer("DONE");
  expect(shown.at(-1)).toBe("DONE");
  expect(asked).toHaveLength(2);
});

test("events of other records leave an answer as it is", async () => {
  const { asked, shown, answer, tell } = importUnderWay();
  await tell("i2", "DONE");
  await answer("RUNNING");
  expect(asked).toHaveLength(1);
  expect(shown.at(-1)).toBe("RUNNING");
});

test.each([
  ["to", "new", 2],
  ["past", "other", 1],
])("a column that is being read while a deal comes %s it", async (_, stage, questions) => {
  const { client, asked, answer, tell } = scriptedServer();
  const shown: string[][] = [];
  pipe(
    client.query(
      gql`
        query ($stageId: ID!) {
          deals(filter: { and: [{ stageId: { eq: $stageId } }] }) {
            __typename
            nodes { __typename id expectedCloseDate stage { __typename id } }
          }
        }
      `,
      { stageId: stage },
    ),
    subscribe(({ data }) => data && shown.push(data.deals.nodes.map(({ id }: { id: string }) => id))),
  );
  const deal = {
    __typename: "Deal",
    id: "d1",
    expectedCloseDate: null,
    stage: { __typename: "Stage", id: "new" },
  };
  const left = {
    __typename: "FieldChange",
    field: "stage",
    from: { __typename: "ReferenceValue", id: "old" },
  };
  await tell({ kind: "DEAL", recordId: "d1", action: "MOVED", changes: [left], record: deal });
  await answer({ deals: { __typename: "DealConnection", nodes: [] } });
  expect(asked).toHaveLength(questions);
  if (questions === 1) return;
  await answer({ deals: { __typename: "DealConnection", nodes: [deal] } });
  expect(shown.at(-1)).toEqual(["d1"]);
});

test("a timeline that is being read while a note is added to its deal is read again", async () => {
  const { client, asked, answer, tell } = scriptedServer();
  pipe(
    client.query(
      gql`
        query {
          node(id: "d1") {
            __typename
            id
            ... on Deal { timeline { __typename nodes { __typename id } } }
          }
        }
      `,
      {},
    ),
    subscribe(() => {}),
  );
  const deal = { __typename: "Deal", id: "d1" };
  const note = { __typename: "Note", id: "n1", version: 1, deal, account: null, contact: null };
  await tell({ kind: "NOTE", recordId: "n1", action: "CREATED", changes: [], record: note });
  await answer({ node: { ...deal, timeline: { __typename: "Timeline", nodes: [] } } });
  expect(asked).toHaveLength(2);
});
