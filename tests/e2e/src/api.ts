import { type APIRequestContext, request } from "@playwright/test";

/** The password of every person in the tests. */
export const password = process.env.TUNDISH_PASSWORD ?? "correct-horse-battery";

export const addressOf = {
  admin: "admin@example.com",
  manager: "manager@example.com",
  rep: "rep@example.com",
  /** Whose language tests switch. */
  polyglot: "polyglot@example.com",
} as const;
export type Person = keyof typeof addressOf;

interface Refusal {
  message: string;
}

/** The API in a person's name. Tests make their data with it, and each makes its own. */
export class Api {
  private readonly context: APIRequestContext;

  private constructor(context: APIRequestContext) {
    this.context = context;
  }

  static async signedIn(baseURL: string, person: Person): Promise<Api> {
    const context = await request.newContext({ baseURL, extraHTTPHeaders: { "X-Tundish": "1" } });
    const api = new Api(context);
    const { signIn } = await api.query<{ signIn: { userErrors: Refusal[] } }>(
      `mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }`,
      { input: { email: addressOf[person], password } },
    );
    refuse(signIn.userErrors);
    return api;
  }

  async query<Data>(query: string, variables: object = {}): Promise<Data> {
    const response = await this.context.post("/graphql", { data: { query, variables } });
    const answer = await response.json();
    if (answer.errors) throw new Error(`${query}: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  /** Creates a record and returns its id. */
  async create(kind: string, input: object): Promise<string> {
    const field = kind.charAt(0).toLowerCase() + kind.slice(1);
    const { payload } = await this.query<{
      payload: Record<string, { id: string }> & { userErrors: Refusal[] };
    }>(
      `mutation ($input: Create${kind}Input!) {
        payload: create${kind}(input: $input) { ${field} { id } userErrors { message } }
      }`,
      { input },
    );
    refuse(payload.userErrors);
    const id = payload[field]?.id;
    if (!id) throw new Error(`create${kind} answered without a record`);
    return id;
  }

  /** Creates many deals, fifty with a request. Returns their ids. */
  async createDeals(inputs: readonly object[]): Promise<string[]> {
    const ids: string[] = [];
    for (let start = 0; start < inputs.length; start += 50) {
      const some = inputs.slice(start, start + 50);
      const payloads = await this.query<
        Record<string, { deal: { id: string } | null; userErrors: Refusal[] }>
      >(
        `mutation (${some.map((_, index) => `$deal${index}: CreateDealInput!`).join(" ")}) {
          ${some.map((_, index) => `deal${index}: createDeal(input: $deal${index}) { deal { id } userErrors { message } }`).join("\n")}
        }`,
        Object.fromEntries(some.map((input, index) => [`deal${index}`, input])),
      );
      for (const { deal, userErrors } of Object.values(payloads)) {
        refuse(userErrors);
        if (deal) ids.push(deal.id);
      }
    }
    return ids;
  }

  async moveDeal(id: string, stageId: string): Promise<void> {
    const { moveDeal } = await this.query<{ moveDeal: { userErrors: Refusal[] } }>(
      `mutation ($id: ID!, $stageId: ID!) { moveDeal(id: $id, stageId: $stageId) { userErrors { message } } }`,
      { id, stageId },
    );
    refuse(moveDeal.userErrors);
  }

  async updateDeal(id: string, input: object): Promise<void> {
    const { updateDeal } = await this.query<{ updateDeal: { userErrors: Refusal[] } }>(
      `mutation ($id: ID!, $input: UpdateDealInput!) {
        updateDeal(id: $id, input: $input) { userErrors { message } }
      }`,
      { id, input },
    );
    refuse(updateDeal.userErrors);
  }

  /** The id of a person. */
  async userId(person: Person): Promise<string> {
    const { users } = await this.query<{ users: { nodes: { id: string }[] } }>(
      `query ($email: String!) { users(filter: { email: { eq: $email } }) { nodes { id } } }`,
      { email: addressOf[person] },
    );
    const id = users.nodes[0]?.id;
    if (!id) throw new Error(`nobody has the address of ${person}`);
    return id;
  }

  /** The stages of the first pipeline, in their order. */
  async stages(): Promise<{ id: string; kind: string }[]> {
    const { pipelines } = await this.query<{
      pipelines: { stages: { id: string; kind: string; position: number }[] }[];
    }>(`{ pipelines { stages { id kind position } } }`);
    return (pipelines[0]?.stages ?? []).toSorted((left, right) => left.position - right.position);
  }

  async deal(id: string): Promise<Deal> {
    const { deal } = await this.query<{ deal: Deal }>(
      `query ($id: ID!) {
        deal(id: $id) {
          stage { id kind } lostReason expectedCloseDate amount { amount } owner { id }
          nextTask { title dueDate } buyingRoles { role }
        }
      }`,
      { id },
    );
    return deal;
  }
}

export interface Deal {
  stage: { id: string; kind: string };
  lostReason: string | null;
  expectedCloseDate: string | null;
  amount: { amount: string } | null;
  owner: { id: string } | null;
  nextTask: { title: string; dueDate: string | null } | null;
  buyingRoles: { role: string }[];
}

function refuse(userErrors: readonly Refusal[]): void {
  if (userErrors.length > 0) throw new Error(userErrors.map((error) => error.message).join(" "));
}
