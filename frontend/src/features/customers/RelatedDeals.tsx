import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { DealFilter } from "@/gql/graphql";
import { type NamedRecord, useCreate } from "@/lib/creation";
import { DateText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import { RelatedList, type RelatedRow } from "@/ui/record/RelatedList";

const RelatedDeal = graphql(`
  fragment RelatedDeal on Deal {
    id
    name
    stage { id label kind }
    amount { amount currency base }
    expectedCloseDate
    closedDate
  }
`);

const RelatedDealsQuery = graphql(`
  query RelatedDeals($filter: DealFilter!) {
    deals(filter: $filter, first: 21, orderBy: [{ field: STAGE_POSITION, direction: ASC }, { field: EXPECTED_CLOSE_DATE, direction: ASC, nulls: LAST }]) {
      nodes { id ...RelatedDeal }
    }
  }
`);

/** So many stand on the page of the customer; the list has the rest. */
const shownCount = 20;

/** With a customer, or with a person who takes part in them. */
type Owner = { account: NamedRecord } | { contact: NamedRecord; account: NamedRecord | null };

/** The deals with a customer, those that are open first. */
export function RelatedDeals({ owner }: { owner: Owner }) {
  const { t } = useTranslation("customers");
  const create = useCreate();
  const key = "contact" in owner ? owner.contact.id : owner.account.id;
  const isContact = "contact" in owner;
  const part: DealFilter = useMemo(
    () => (isContact ? { buyingRoles: { some: { contactId: { eq: key } } } } : { accountId: { eq: key } }),
    [isContact, key],
  );
  const [{ data, error }, refetch] = useQuery({ query: RelatedDealsQuery, variables: { filter: part } });
  const rows = useMemo(
    () =>
      data &&
      readFragment(RelatedDeal, data.deals.nodes).map(
        (deal): RelatedRow => ({
          id: deal.id,
          link: { to: "/deals/$dealId", params: { dealId: deal.id } },
          title: deal.name,
          fact: <MoneyText value={deal.amount} />,
          below: deal.stage.label,
          belowFact: <DateText value={deal.closedDate ?? deal.expectedCloseDate} />,
        }),
      ),
    [data],
  );
  const more = rows && rows.length > shownCount;
  return (
    <RelatedList
      title={t("page.deals")}
      rows={rows?.slice(0, shownCount)}
      onRetry={error && (() => refetch({ requestPolicy: "network-only" }))}
      empty={t("page.noDeals")}
      add={{
        label: t("page.newDeal"),
        run: () =>
          create({
            kind: "DEAL",
            ...(owner.account && { account: { id: owner.account.id, name: owner.account.name } }),
            ...("contact" in owner && { contact: { id: owner.contact.id, name: owner.contact.name } }),
          }),
      }}
      all={
        more
          ? {
              link: { to: "/deals", search: { view: "table", filter: [part] } },
              label: t("page.allDeals"),
            }
          : undefined
      }
    />
  );
}
