import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { AnyVariables, Client } from "@urql/core";
import type { TFunction } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { notifyFailure } from "../notify";
import { errorCode } from "./client";

/** What the user caused and can mend; `path` leads to the field of the input, or names the fields in conflict. */
export interface UserError {
  code: string;
  path: readonly string[];
  message: string;
}

/** How a mutation ended: written; refused with reasons for the form to show; or not answered, which the user was told. */
export type Outcome<Payload> =
  | { kind: "done"; payload: Payload }
  | { kind: "refused"; payload: Payload; userErrors: readonly UserError[] }
  | { kind: "failed" };

type PayloadOf<Data> = NonNullable<Data[keyof Data]>;

function userErrorsOf(payload: unknown): readonly UserError[] {
  if (typeof payload !== "object" || payload === null || !("userErrors" in payload)) return [];
  return Array.isArray(payload.userErrors) ? payload.userErrors : [];
}

/**
 * Runs a mutation of one field. A failure that the user cannot mend is shown, and can be tried again: what comes of
 * that is the outcome, so that whoever waits for it learns how it ended. The variables stay the same, and with them the
 * idempotency key: what was written by an attempt without answer is not written twice.
 */
export async function carryOut<Data extends object, Variables extends AnyVariables>(
  client: Client,
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  t: TFunction,
): Promise<Outcome<PayloadOf<Data>>> {
  for (;;) {
    const { data, error } = await client.mutation(document, variables).toPromise();
    const payload = data ? (Object.values(data)[0] as PayloadOf<Data> | null) : null;
    if (payload !== null) {
      const userErrors = userErrorsOf(payload);
      return userErrors.length > 0 ? { kind: "refused", payload, userErrors } : { kind: "done", payload };
    }
    const code = error ? errorCode(error) : null;
    if (code === "FORBIDDEN" || code === "NOT_FOUND") {
      void notifyFailure(t(`errors.${code}`), null);
      return { kind: "failed" };
    }
    const message = t(`errors.${error?.networkError ? "NETWORK" : "INTERNAL"}`);
    if (!(await notifyFailure(message, t("action.retry")))) return { kind: "failed" };
  }
}

/** The mutation for a component; see `carryOut`. */
export function useMutate<Data extends object, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): (variables: Variables) => Promise<Outcome<PayloadOf<Data>>> {
  const client = useClient();
  const { t } = useTranslation();
  return useCallback((variables) => carryOut(client, document, variables, t), [client, document, t]);
}

/**
 * A key that makes a repeated request harmless. Not `crypto.randomUUID`, which does not exist on pages served over
 * plain HTTP, as on many office networks.
 */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
