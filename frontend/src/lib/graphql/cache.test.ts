import { gql } from "@urql/core";
import { expect, test } from "vitest";
import { pipe, subscribe } from "wonka";
import { scriptedServer } from "../../testing/scripted-server";

const stage = { __typename: "Stage", id: "s1" };
const changeOf = (field: string) => ({ __typename: "FieldChange", field, from: null });

interface DealData {
  version: number;
  lineItems: readonly object[];
  lineItemsTotal: string;
  description: string;
}

function dealPage() {
  const server = scriptedServer();
  const shown: DealData[] = [];
  pipe(
    server.client.query(
      gql`
        query {
          deal(id: "d1") { __typename id version description lineItems { __typename id } lineItemsTotal }
        }
      `,
      {},
    ),
    subscribe(({ data, stale }) => data && !stale && shown.push(data.deal)),
  );
  return {
    ...server,
    shown,
    answerDeal: (deal: DealData) => server.answer({ deal: { __typename: "Deal", id: "d1", ...deal } }),
    change: (version: number, fields: readonly string[]) =>
      server.tell({
        kind: "DEAL",
        recordId: "d1",
        action: "UPDATED",
        changes: fields.map(changeOf),
        record: { __typename: "Deal", id: "d1", version, updatedAt: "now", expectedCloseDate: null, stage },
      }),
  };
}

const read = { version: 1, description: "old", lineItems: [], lineItemsTotal: "0" };

test.each(["lineItems", "description"])(
  "%s, which no event brings, never stands beside a version newer than it",
  async (field) => {
    const { asked, shown, answerDeal, change } = dealPage();
    await answerDeal(read);
    await change(2, [field]);
    expect(asked).toHaveLength(2);
    expect(shown.at(-1)?.version).toBe(1);
    const line = { __typename: "DealLine", id: "l1" };
    await answerDeal({ version: 2, description: "new", lineItems: [line], lineItemsTotal: "7" });
    expect(shown.at(-1)).toMatchObject({ version: 2, description: "new", lineItemsTotal: "7" });
  },
);

test("what the event brings is shown without another question", async () => {
  const { asked, shown, answerDeal, change } = dealPage();
  await answerDeal(read);
  await change(2, ["expectedCloseDate"]);
  expect(asked).toHaveLength(1);
  expect(shown.at(-1)?.version).toBe(2);
});

test("a list that is ordered by the last change is read anew with every change", async () => {
  const { client, asked, answer, change } = dealPage();
  await answer({ deal: { __typename: "Deal", id: "d1", ...read } });
  pipe(
    client.query(
      gql`
        query {
          deals(orderBy: [{ field: UPDATED_AT, direction: DESC }]) {
            __typename
            nodes { __typename id updatedAt }
          }
        }
      `,
      {},
    ),
    subscribe(() => {}),
  );
  await answer({
    deals: {
      __typename: "DealConnection",
      nodes: [{ __typename: "Deal", id: "d1", updatedAt: "before" }],
    },
  });
  await change(2, ["expectedCloseDate"]);
  expect(asked).toHaveLength(3);
});

test.each([
  ["one's own", "u1", 2],
  ["a colleague's", "u2", 1],
])("with %s language, what the server words is read anew or not", async (_, userId, questions) => {
  const { client, asked, answer, tell } = scriptedServer();
  pipe(
    client.query(gql`query { viewer { __typename id } pipelines { __typename id label } }`, {}),
    subscribe(() => {}),
  );
  const pipelines = [{ __typename: "Pipeline", id: "p1", label: "Sales" }];
  await answer({ viewer: { __typename: "User", id: "u1" }, pipelines });
  await tell({
    kind: "USER",
    recordId: userId,
    action: "UPDATED",
    changes: [changeOf("language")],
    record: { __typename: "User", id: userId },
  });
  expect(asked).toHaveLength(questions);
});
