import { expect, test } from "vitest";
import { placeUserErrors } from "./form-errors";

test("refusals stand at their fields, the others above the form", () => {
  let errors: Record<string, string> = {};
  const form = {
    setErrors: (next: Record<string, string>) => {
      errors = next;
    },
  };
  const rest = placeUserErrors(
    form,
    ["name", "amount"],
    [
      { code: "REQUIRED", path: ["input", "name"], message: "A name, please." },
      { code: "OUT_OF_RANGE", path: ["input", "amount", "amount"], message: "Too much." },
      { code: "FORBIDDEN", path: ["input"], message: "Not you." },
    ],
  );
  expect(errors).toEqual({ name: "A name, please.", amount: "Too much." });
  expect(rest).toEqual(["Not you."]);
});
