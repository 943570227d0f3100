import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { ChoiceSettingsFragment } from "@/gql/graphql";
import { inOrder } from "../parts/reorder";

export const lists = ["source", "industry", "lostReason"] as const;
export const UpdateChoice = graphql(`
  mutation UpdateChoice($id: ID!, $input: UpdateChoiceInput!, $ifVersion: Int) {
    updateChoice(id: $id, input: $input, ifVersion: $ifVersion) {
      choice { id ...ChoiceSettings }
      userErrors { code path message }
    }
  }
`);

export type ListKey = (typeof lists)[number];

const ChoiceSettings = graphql(`
  fragment ChoiceSettings on Choice {
    id
    version
    list
    key
    name
    label
    translations { language text }
    active
    position
    viewerCan
  }
`);

const SettingsChoices = graphql(`
  query SettingsChoices($list: String!) {
    choices(list: $list) { id ...ChoiceSettings }
  }
`);

export type Choice = ChoiceSettingsFragment;

/** The options of a list, those no longer offered too, in their order. */
export function useChoiceSettings(list: ListKey) {
  const [{ data, error }, refetch] = useQuery({ query: SettingsChoices, variables: { list } });
  const choices = useMemo(
    () => data && inOrder(data.choices.map((choice) => readFragment(ChoiceSettings, choice))),
    [data],
  );
  return {
    choices,
    failed: Boolean(error && !data),
    retry: () => refetch({ requestPolicy: "network-only" }),
  };
}
