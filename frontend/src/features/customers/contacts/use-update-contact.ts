import { useCallback } from "react";
import { graphql } from "@/gql";
import type { UpdateContactInput, UpdateContactMutation } from "@/gql/graphql";
import { newIdempotencyKey, type Outcome, useMutate } from "@/lib/graphql/mutate";

const UpdateContact = graphql(`
  mutation UpdateContact($id: ID!, $input: UpdateContactInput!, $ifVersion: Int, $idempotencyKey: String) {
    updateContact(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {
      contact { id ...ContactRow ...ContactFields }
      userErrors { code path message }
    }
  }
`);

type Update = (
  id: string,
  input: UpdateContactInput,
  ifVersion?: number,
) => Promise<Outcome<NonNullable<UpdateContactMutation["updateContact"]>>>;

/** Changes fields of a contact; with the version that was read, nobody's change of the same field is overwritten. */
export function useUpdateContact(): Update {
  const updateContact = useMutate(UpdateContact);
  return useCallback<Update>(
    (id, input, ifVersion) => updateContact({ id, input, ifVersion, idempotencyKey: newIdempotencyKey() }),
    [updateContact],
  );
}
