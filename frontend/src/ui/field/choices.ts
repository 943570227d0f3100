import { useMemo } from "react";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import type { Option } from "../filter/fields";

const Choices = graphql(`
  query Choices($list: String!) {
    choices(list: $list) { id key label position active }
  }
`);

/** The lists of options that records choose from. */
export type ChoiceList = "source" | "lostReason" | "industry";

/** The options of a choice field, for pickers; `labelOf` also knows those that are no longer offered. */
export function useChoices(list: ChoiceList): {
  options: readonly Option[];
  labelOf: (key: string | null | undefined) => string;
} {
  const [{ data }] = useQuery({ query: Choices, variables: { list } });
  return useMemo(() => {
    const choices = (data?.choices ?? []).toSorted((left, right) => left.position - right.position);
    const labels = new Map(choices.map((choice) => [choice.key, choice.label]));
    return {
      options: choices
        .filter((choice) => choice.active)
        .map((choice) => ({ value: choice.key, label: choice.label })),
      labelOf: (key) => (key ? (labels.get(key) ?? key) : ""),
    };
  }, [data]);
}
