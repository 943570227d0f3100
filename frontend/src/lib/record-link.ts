import type { LinkProps } from "@tanstack/react-router";

export type RecordLink = Pick<LinkProps, "to" | "params" | "search">;

/** The page of a record, by its type; null for what has none. A feature with record pages adds its line here. */
export function recordLink(record: { __typename: string; id: string }): RecordLink | null {
  switch (record.__typename) {
    case "Deal":
      return { to: "/deals/$dealId", params: { dealId: record.id } };
    case "Account":
      return { to: "/accounts/$accountId", params: { accountId: record.id } };
    case "Contact":
      return { to: "/contacts/$contactId", params: { contactId: record.id } };
    case "Product":
      return { to: "/products", search: { product: record.id } };
    default:
      return null;
  }
}
