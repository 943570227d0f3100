import { describe, expect, test } from "vitest";
import { fittingDateFormats } from "./date-formats";
import { type FileColumn, fileColumns, guessKind, guessMapping } from "./guess";

function columns(samples: Record<string, string[]>): FileColumn[] {
  const entries = Object.entries(samples);
  const rowCount = Math.max(0, ...entries.map(([, values]) => values.length));
  return fileColumns(
    entries.map(([name, values]) => ({ name, samples: values })),
    Array.from({ length: rowCount }, (_, row) => entries.map(([, values]) => values[row] ?? "")),
  );
}

/** Which field each column goes to. */
function guessed(kind: Parameters<typeof guessMapping>[0], samples: Record<string, string[]>) {
  const { columns: drafts } = guessMapping(kind, columns(samples), "CNY");
  return Object.fromEntries(Object.entries(drafts).map(([name, { field }]) => [name, field]));
}

describe("fields by header", () => {
  test("in Chinese", () => {
    expect(
      guessed("Account", { 客户编号: [], 公司名称: [], 所属行业: [], 联系电话: [], 上级公司: [], 颜色: [] }),
    ).toEqual({
      公司名称: "name",
      所属行业: "industry",
      联系电话: "phone",
      上级公司: "parent",
    });
  });

  test("in English, whatever the case and the signs between", () => {
    expect(
      guessed("Deal", {
        opportunity_name: [],
        "Account Name": [],
        "sales-agent": [],
        deal_stage: [],
        close_value: [],
      }),
    ).toEqual({
      opportunity_name: "name",
      "Account Name": "account",
      "sales-agent": "owner",
      deal_stage: "stage",
      close_value: "amount",
    });
  });

  test("no field twice: the better column has it", () => {
    expect(guessed("Contact", { 工作邮箱: [], 邮箱: [] })).toEqual({ 邮箱: "email" });
  });
});

describe("kinds", () => {
  test("the file's name decides", () => {
    expect(guessKind("商机-2026.csv", columns({ 公司名称: [] }))).toBe("Deal");
  });
  test("else the columns do", () => {
    expect(guessKind("export.csv", columns({ 姓名: [], 职务: [], 微信号: [], 公司: [] }))).toBe("Contact");
    expect(guessKind("export.csv", columns({ name: [], industry: [], employees: [], website: [] }))).toBe(
      "Account",
    );
  });
});

describe("how columns are read", () => {
  test("owners by e-mail where the samples are addresses", () => {
    const draft = guessMapping("Account", columns({ Owner: ["a@example.com", "", "b@example.com"] }), "CNY");
    expect(draft.columns.Owner).toEqual({ field: "owner", by: "email", missing: "refuse" });
  });

  test("references by id where the header says so", () => {
    const draft = guessMapping("Deal", columns({ "Account ID": ["001", "002"] }), "CNY");
    expect(draft.columns["Account ID"]).toMatchObject({ field: "account", by: "externalId" });
  });

  test("amounts in the company's currency, with commas where the samples have them", () => {
    const draft = guessMapping("Deal", columns({ Amount: ["1.234,50", "12,5"] }), "EUR");
    expect(draft.columns.Amount).toEqual({ field: "amount", currency: "EUR", decimalComma: true });
    const points = guessMapping("Deal", columns({ Amount: ["1,234.50", "12,500"] }), "EUR");
    expect(points.columns.Amount).toEqual({ field: "amount", currency: "EUR" });
  });

  test("dates as the samples are written", () => {
    const draft = guessMapping("Deal", columns({ "Close Date": ["2026/3/31", ""] }), "CNY");
    expect(draft.columns["Close Date"]).toEqual({ field: "expectedCloseDate", dateFormat: "%Y/%m/%d" });
  });
});

describe("the column that tells rows apart", () => {
  test("is called an id", () => {
    expect(
      guessMapping("Account", columns({ 公司名称: ["a", "b"], 客户编号: ["1", "2"] }), "CNY").idColumn,
    ).toBe("客户编号");
  });
  test("has no value twice", () => {
    const file = columns({ 公司名称: ["a", "b"], 行业编码: ["1", "1"] });
    expect(guessMapping("Account", file, "CNY").idColumn).toBe("公司名称");
  });
  test("has a value in every row", () => {
    const file = columns({ 公司名称: ["a", "b"], 客户编号: ["1", ""] });
    expect(guessMapping("Account", file, "CNY").idColumn).toBe("公司名称");
  });
});

describe("formats of dates", () => {
  test("day and month are told apart where one is above twelve", () => {
    expect(fittingDateFormats(["03/04/2026", "25/04/2026"])).toEqual(["%d/%m/%Y"]);
    expect(fittingDateFormats(["03/04/2026", "04/25/2026"])).toEqual(["%m/%d/%Y"]);
  });
  test("and left open where none is", () => {
    expect(fittingDateFormats(["03/04/2026"])).toEqual(["%d/%m/%Y", "%m/%d/%Y"]);
  });
  test("none fits what is no date", () => {
    expect(fittingDateFormats(["soon", "2026-01-01"])).toEqual([]);
    expect(fittingDateFormats([""])).toEqual([]);
  });
});
