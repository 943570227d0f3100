import { Alert } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import { TextLink } from "@/ui/links";

const SimilarAccountsQuery = graphql(`
  query SimilarAccounts($name: String!) {
    search(query: $name, kinds: [ACCOUNT], first: 3) {
      title
      node { __typename id }
    }
  }
`);

/** Shorter names match half of all companies. */
const nameLengthMin = 2;

/** Companies that are there already under such a name, so that nobody enters one twice. */
export function SimilarAccounts({ name, onOpen }: { name: string; onOpen: () => void }) {
  const { t } = useTranslation("customers");
  const [settled] = useDebouncedValue(name.trim(), 250);
  const pause = settled.length < nameLengthMin;
  const [{ data }] = useQuery({ query: SimilarAccountsQuery, variables: { name: settled }, pause });
  if (pause || !data || data.search.length === 0) return null;
  return (
    <Alert color="gray" p="xs" title={t("account.similar")}>
      {data.search.map(({ node, title }) => (
        <div key={node.id}>
          <TextLink to="/accounts/$accountId" params={{ accountId: node.id }} size="sm" onClick={onOpen}>
            {title}
          </TextLink>
        </div>
      ))}
    </Alert>
  );
}
