import type { AccountOrderField } from "@/gql/graphql";

/** The fields by which lists of accounts can be sorted in a URL. */
export const accountOrderFields = [
  "NAME",
  "INDUSTRY",
  "OWNER_NAME",
  "CITY",
  "PROVINCE",
  "EMPLOYEES",
  "ANNUAL_REVENUE",
  "FOUNDED_YEAR",
  "PARENT_NAME",
  "CREATED_AT",
  "UPDATED_AT",
] as const satisfies readonly AccountOrderField[];

export const defaultAccountColumns = ["name", "industry", "city", "phone", "owner", "updatedAt"] as const;
