import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useMemo, useState } from "react";
import { placeUserErrors } from "@/lib/form-errors";
import { newIdempotencyKey, type Outcome, useMutate } from "@/lib/graphql/mutate";

interface Form {
  getValues: () => object;
  setErrors: (errors: Record<string, string>) => void;
}

type Created<Data extends object> = Extract<
  Outcome<NonNullable<Data[keyof Data]>>,
  { kind: "done" }
>["payload"];

/**
 * Sends a form that creates something. The same input, sent twice, still creates one; refusals are put at their
 * fields, and `problems` holds those that belong to none. The answer is null where nothing was created.
 */
export function useCreateRecord<Data extends object, Input>(
  document: TypedDocumentNode<Data, { input: Input; idempotencyKey?: string | null | undefined }>,
  form: Form,
): { create: (input: Input) => Promise<Created<Data> | null>; problems: readonly string[] } {
  const mutate = useMutate(document);
  const [problems, setProblems] = useState<readonly string[]>([]);
  // Another input under the same key would be refused.
  const keys = useMemo(() => new Map<string, string>(), []);
  const create = async (input: Input) => {
    const content = JSON.stringify(input);
    const idempotencyKey = keys.get(content) ?? newIdempotencyKey();
    keys.set(content, idempotencyKey);
    const outcome = await mutate({ input, idempotencyKey });
    if (outcome.kind === "refused")
      setProblems(placeUserErrors(form, Object.keys(form.getValues()), outcome.userErrors));
    return outcome.kind === "done" ? outcome.payload : null;
  };
  return { create, problems };
}
