/** A record that has a timeline, notes and tasks. */
export interface Subject {
  kind: "Deal" | "Account" | "Contact";
  id: string;
}

const references = { Deal: "dealId", Account: "accountId", Contact: "contactId" } as const;

/** The field by which notes and tasks name the record that they are about. */
export function referenceTo(subject: Subject): "dealId" | "accountId" | "contactId" {
  return references[subject.kind];
}
