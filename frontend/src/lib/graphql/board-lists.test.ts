import { gql, type Operation } from "@urql/core";
import { expect, test } from "vitest";
import { pipe, subscribe } from "wonka";
import { scriptedServer } from "../../testing/scripted-server";

interface Deal {
  id: string;
  stage: string;
  date: string | null;
}

const column = gql`
  query ($filter: DealFilter, $search: String, $orderBy: [DealOrder!], $first: Int!, $after: String) {
    deals(filter: $filter, search: $search, orderBy: $orderBy, first: $first, after: $after) {
      __typename
      nodes { __typename id expectedCloseDate stage { __typename id } }
      pageInfo { __typename hasNextPage endCursor }
    }
  }
`;
const asData = ({ id, stage, date }: Deal) => ({
  __typename: "Deal",
  id,
  expectedCloseDate: date,
  stage: { __typename: "Stage", id: stage },
});

/** A board over a server that holds these deals, two with a page. */
function board(deals: readonly Deal[], parts: readonly object[] = [], search?: string) {
  const server = scriptedServer();
  server.answerAll((operation: Operation) => {
    const { filter: asked, after } = Object(operation.variables);
    const stage: string = asked.and[0].stageId.eq;
    const all = deals.filter((deal) => deal.stage === stage);
    const start = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
    const page = all.slice(start, start + 2);
    const pageInfo = {
      __typename: "PageInfo",
      hasNextPage: start + 2 < all.length,
      endCursor: page.at(-1)?.id ?? null,
    };
    return { deals: { __typename: "DealConnection", nodes: page.map(asData), pageInfo } };
  });
  const shown = new Map<string, string[]>();
  const show = (stage: string, after?: string) =>
    pipe(
      server.client.query(column, {
        filter: { and: [{ stageId: { eq: stage } }, ...parts] },
        search,
        orderBy: [{ field: "EXPECTED_CLOSE_DATE", direction: "ASC", nulls: "LAST" }],
        first: 2,
        after,
      }),
      subscribe(({ data }) =>
        shown.set(
          after ? `${stage} after ${after}` : stage,
          data?.deals.nodes.map(({ id }: { id: string }) => id),
        ),
      ),
    );
  /** Someone moves a deal; the server knows it before the event arrives. */
  const move = async (deal: Deal, to: string, changed: readonly string[] = ["stage"]) => {
    const from = deal.stage;
    deal.stage = to;
    const changes = changed.map((field) => ({
      __typename: "FieldChange",
      field,
      from: field === "stage" ? { __typename: "ReferenceValue", id: from } : null,
    }));
    await server.tell({ kind: "DEAL", recordId: deal.id, action: "MOVED", changes, record: asData(deal) });
  };
  return { show, shown, move, reads: () => server.asked.length };
}

const deal = (id: string, stage: string, date: string | null): Deal => ({ id, stage, date });

test("a deal that someone moved is shown at its place in the other column, without a read", async () => {
  const moved = deal("b", "first", "2030-02-01");
  const { show, shown, move, reads } = board([
    deal("a", "first", "2030-01-01"),
    moved,
    deal("c", "second", "2030-01-15"),
    deal("d", "second", null),
  ]);
  show("first");
  show("second");
  const before = reads();
  await move(moved, "second");
  expect(shown.get("first")).toEqual(["a"]);
  expect(shown.get("second")).toEqual(["c", "b", "d"]);
  expect(reads()).toBe(before);
});

test("it goes into the page that it belongs to, and behind what was read it is not shown", async () => {
  const early = deal("e", "first", "2030-01-20");
  const late = deal("l", "first", "2031-01-01");
  const { show, shown, move, reads } = board([
    early,
    late,
    deal("a", "second", "2030-01-01"),
    deal("b", "second", "2030-01-10"),
    deal("c", "second", "2030-02-01"),
    deal("d", "second", "2030-03-01"),
    deal("f", "second", "2030-04-01"),
  ]);
  show("first");
  show("second");
  show("second", "b");
  const before = reads();
  await move(early, "second");
  expect(shown.get("second")).toEqual(["a", "b"]);
  expect(shown.get("second after b")).toEqual(["e", "c", "d"]);
  await move(late, "second");
  expect(shown.get("second after b")).toEqual(["e", "c", "d"]);
  expect(reads()).toBe(before);
});

test("deals of one day are ordered by their id", async () => {
  const moved = deal("b", "first", "2030-01-01");
  const { show, shown, move } = board([
    moved,
    deal("a", "second", "2030-01-01"),
    deal("c", "second", "2030-01-01"),
  ]);
  show("first");
  show("second");
  await move(moved, "second");
  expect(shown.get("second")).toEqual(["a", "b", "c"]);
});

test.each([
  ["a search", [], "word", ["stage"]],
  ["a filter by what changed with the move", [{ state: { in: ["OPEN"] } }], undefined, ["stage", "state"]],
])("under %s the columns are read anew", async (_, parts, search, changed) => {
  const moved = deal("b", "first", "2030-02-01");
  const { show, shown, move, reads } = board([moved, deal("c", "second", "2030-01-15")], parts, search);
  show("first");
  show("second");
  const before = reads();
  await move(moved, "second", changed);
  expect(reads()).toBe(before + 2);
  expect(shown.get("first")).toEqual([]);
});

test("a deal that no column showed may not fit the filter: its column is read anew", async () => {
  const moved = deal("z", "third", "2030-02-01");
  const { show, move, reads } = board([moved, deal("c", "second", "2030-01-15")]);
  show("first");
  show("second");
  const before = reads();
  await move(moved, "second");
  expect(reads()).toBe(before + 1);
});
