import type { Outcome } from "@/lib/graphql/mutate";
import type { SaveOutcome } from "@/ui/field/FieldEditor";

/** What became of a mutation, for the editor of the field that it wrote. */
export function saveOutcome(outcome: Outcome<unknown>): SaveOutcome {
  if (outcome.kind === "done") return { kind: "saved" };
  // Told by a notification already; the editor stays open with what was typed.
  if (outcome.kind === "failed") return { kind: "refused", message: "" };
  if (outcome.userErrors.some((error) => error.code === "STALE_VERSION")) return { kind: "conflict" };
  return { kind: "refused", message: outcome.userErrors.map((error) => error.message).join(" ") };
}
