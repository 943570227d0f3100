import type { ContactOrderField } from "@/gql/graphql";

/** The fields by which lists of contacts can be sorted in a URL. */
export const contactOrderFields = [
  "NAME",
  "ACCOUNT_NAME",
  "JOB_TITLE",
  "OWNER_NAME",
  "EMAIL",
  "CREATED_AT",
  "UPDATED_AT",
] as const satisfies readonly ContactOrderField[];

export const defaultContactColumns = ["name", "account", "jobTitle", "phone", "email", "updatedAt"] as const;
