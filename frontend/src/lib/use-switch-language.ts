import { useCallback } from "react";
import { graphql } from "@/gql";
import { switchLanguage } from "@/i18n";
import type { Language } from "@/i18n/language";
import { useMutate } from "./graphql/mutate";
import { notifyRefusal } from "./notify";
import { useSession } from "./session";

const SetLanguage = graphql(`
  mutation SetLanguage($id: ID!, $language: String!) {
    updateUser(id: $id, input: { language: $language }) {
      user { id language }
      userErrors { code path message }
    }
  }
`);

/** Switches the language of the interface, and of what the server says to this person. */
export function useSwitchLanguage(): (language: Language) => Promise<void> {
  const { viewer } = useSession();
  const setLanguage = useMutate(SetLanguage);
  return useCallback(
    async (language) => {
      await switchLanguage(language);
      const outcome = await setLanguage({ id: viewer.id, language });
      if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
    },
    [viewer.id, setLanguage],
  );
}
