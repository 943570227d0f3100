import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import type { AccountRowFragment } from "@/gql/graphql";
import { useCreate } from "@/lib/creation";
import { useChoices } from "@/ui/field/choices";
import { RelatedList, type RelatedRow } from "@/ui/record/RelatedList";

const AccountContactsQuery = graphql(`
  query AccountContacts($accountId: ID!) {
    contacts(filter: { accountId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {
      nodes { id name jobTitle phone email }
    }
  }
`);

const AccountGroupQuery = graphql(`
  query AccountGroup($accountId: ID!) {
    accounts(filter: { parentId: { eq: $accountId } }, first: 100, orderBy: [{ field: NAME, direction: ASC }]) {
      nodes { id name industry city }
    }
  }
`);

/** The people at a company. */
export function AccountContacts({ account }: { account: AccountRowFragment }) {
  const { t } = useTranslation("customers");
  const create = useCreate();
  const [{ data, error }, refetch] = useQuery({
    query: AccountContactsQuery,
    variables: { accountId: account.id },
  });
  const rows = useMemo(
    () =>
      data?.contacts.nodes.map(
        (contact): RelatedRow => ({
          id: contact.id,
          link: { to: "/contacts/$contactId", params: { contactId: contact.id } },
          title: contact.name,
          fact: contact.phone,
          below: contact.jobTitle,
          belowFact: contact.email,
        }),
      ),
    [data],
  );
  return (
    <RelatedList
      title={t("title.contacts")}
      rows={rows}
      onRetry={error && (() => refetch({ requestPolicy: "network-only" }))}
      empty={t("page.noContacts")}
      add={
        account.viewerCan.includes("UPDATE")
          ? {
              label: t("contact.new"),
              run: () => create({ kind: "CONTACT", account: { id: account.id, name: account.name } }),
            }
          : undefined
      }
    />
  );
}

/** The companies that belong to a company; its parent stands in the fields. */
export function AccountGroup({ account }: { account: AccountRowFragment }) {
  const { t } = useTranslation("customers");
  const create = useCreate();
  const { labelOf: industryLabel } = useChoices("industry");
  const [{ data, error }, refetch] = useQuery({
    query: AccountGroupQuery,
    variables: { accountId: account.id },
  });
  const rows = useMemo(
    () =>
      data?.accounts.nodes.map(
        (child): RelatedRow => ({
          id: child.id,
          link: { to: "/accounts/$accountId", params: { accountId: child.id } },
          title: child.name,
          below: [industryLabel(child.industry), child.city].filter(Boolean).join(" · "),
        }),
      ),
    [data, industryLabel],
  );
  return (
    <RelatedList
      title={t("page.subsidiaries")}
      rows={rows}
      onRetry={error && (() => refetch({ requestPolicy: "network-only" }))}
      empty={t("page.noSubsidiaries")}
      add={
        account.viewerCan.includes("UPDATE")
          ? {
              label: t("page.newSubsidiary"),
              run: () => create({ kind: "ACCOUNT", parent: { id: account.id, name: account.name } }),
            }
          : undefined
      }
    />
  );
}
