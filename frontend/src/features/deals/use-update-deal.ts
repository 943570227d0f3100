import { useCallback } from "react";
import { graphql } from "@/gql";
import type { UpdateDealInput, UpdateDealMutation } from "@/gql/graphql";
import { newIdempotencyKey, type Outcome, useMutate } from "@/lib/graphql/mutate";

const UpdateDeal = graphql(`
  mutation UpdateDeal($id: ID!, $input: UpdateDealInput!, $ifVersion: Int, $idempotencyKey: String) {
    updateDeal(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {
      deal { id ...DealRow ...DealFields }
      userErrors { code path message }
    }
  }
`);

type Update = (
  id: string,
  input: UpdateDealInput,
  ifVersion?: number,
) => Promise<Outcome<NonNullable<UpdateDealMutation["updateDeal"]>>>;

/** Changes fields of a deal; with the version that was read, changes by others to the same fields are not overwritten. */
export function useUpdateDeal(): Update {
  const updateDeal = useMutate(UpdateDeal);
  return useCallback<Update>(
    (id, input, ifVersion) => updateDeal({ id, input, ifVersion, idempotencyKey: newIdempotencyKey() }),
    [updateDeal],
  );
}
