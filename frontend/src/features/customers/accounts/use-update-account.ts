import { useCallback } from "react";
import { graphql } from "@/gql";
import type { UpdateAccountInput, UpdateAccountMutation } from "@/gql/graphql";
import { newIdempotencyKey, type Outcome, useMutate } from "@/lib/graphql/mutate";

const UpdateAccount = graphql(`
  mutation UpdateAccount($id: ID!, $input: UpdateAccountInput!, $ifVersion: Int, $idempotencyKey: String) {
    updateAccount(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {
      account { id ...AccountRow ...AccountFields }
      userErrors { code path message }
    }
  }
`);

type Update = (
  id: string,
  input: UpdateAccountInput,
  ifVersion?: number,
) => Promise<Outcome<NonNullable<UpdateAccountMutation["updateAccount"]>>>;

/** Changes fields of an account; with the version that was read, nobody's change of the same field is overwritten. */
export function useUpdateAccount(): Update {
  const updateAccount = useMutate(UpdateAccount);
  return useCallback<Update>(
    (id, input, ifVersion) => updateAccount({ id, input, ifVersion, idempotencyKey: newIdempotencyKey() }),
    [updateAccount],
  );
}
