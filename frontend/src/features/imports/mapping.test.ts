import { describe, expect, test } from "vitest";
import { importFields } from "./import-fields";
import { type MappingDraft, mappingGaps, writeMapping } from "./mapping";

const draft: MappingDraft = {
  kind: "Account",
  source: "zoho",
  idColumn: "编号",
  match: null,
  columns: { 公司: { field: "name" } },
  constants: [],
};

test("a mapping names kind, id and columns", () => {
  expect(writeMapping(draft)).toBe(`kind = "Account"

[external_id]
source = "zoho"
column = "编号"

[fields.name]
column = "公司"
`);
});

test("each kind of field has its own keys, and no others", () => {
  const text = writeMapping({
    ...draft,
    kind: "Deal",
    match: "name",
    columns: {
      Deal: { field: "name", by: "name", dateFormat: "%d/%m/%Y", currency: "EUR" },
      Owner: { field: "owner", by: "email", missing: "empty" },
      Value: { field: "amount", decimalComma: true, currency: "EUR" },
      Closing: { field: "expectedCloseDate", dateFormat: "%d/%m/%Y" },
      Forecast: {
        field: "category",
        values: [
          { from: "承诺", to: "COMMIT" },
          { from: "", to: "PIPELINE" },
        ],
      },
    },
    constants: [
      { field: "pipeline", value: "Standard" },
      { field: "description", value: "from the old system" },
    ],
  });
  expect(text).toBe(`kind = "Deal"

[external_id]
source = "zoho"
column = "编号"
match = "name"

[fields.name]
column = "Deal"

[fields.owner]
column = "Owner"
by = "email"
missing = "empty"

[fields.amount]
column = "Value"
number = { decimal = "," }
currency = "EUR"

[fields.expectedCloseDate]
column = "Closing"
date_format = "%d/%m/%Y"

[fields.category]
column = "Forecast"
values = { "承诺" = "COMMIT" }
otherwise = "keep"

[fields.pipeline]
constant = "Standard"
by = "name"

[fields.description]
constant = "from the old system"
`);
});

test("when a deal began and ended belongs to its history", () => {
  const text = writeMapping({
    ...draft,
    kind: "Deal",
    columns: {
      engage_date: { field: "started" },
      close_date: { field: "closed", dateFormat: "%Y/%m/%d" },
    },
  });
  expect(text).toContain(`[history]
started = { column = "engage_date" }
closed = { column = "close_date", date_format = "%Y/%m/%d" }
`);
  expect(text).not.toContain("[fields.");
});

test("headers with quotes, backslashes and control characters stay what they are", () => {
  const text = writeMapping({ ...draft, columns: { 'a "b" \\ c\n\u007f': { field: "name" } } });
  expect(text).toContain('column = "a \\"b\\" \\\\ c\\n\\u007f"');
});

test("what the kind does not have is left out", () => {
  expect(writeMapping({ ...draft, columns: { Stage: { field: "stage", by: "name" } } })).not.toContain(
    "stage",
  );
});

describe("what a mapping lacks", () => {
  test("nothing, if id, source and all required fields are there", () => {
    expect(mappingGaps(draft, importFields("Account"))).toEqual([]);
    const constant = { ...draft, columns: {}, constants: [{ field: "name" as const, value: "x" }] };
    expect(mappingGaps(constant, importFields("Account"))).toEqual([]);
  });

  test("is told field by field", () => {
    expect(
      mappingGaps({ ...draft, idColumn: null, source: " ", columns: {} }, importFields("Account")),
    ).toEqual([{ kind: "id" }, { kind: "source" }, { kind: "field", field: "name" }]);
  });
});
