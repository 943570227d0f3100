import { createContext, use } from "react";

/** A record that another one refers to, with its name at hand. */
export interface NamedRecord {
  id: string;
  name: string;
}

/** A record to be created, with what is known of it where the wish arose. */
export type Creation =
  | { kind: "DEAL"; account?: NamedRecord; contact?: NamedRecord }
  | { kind: "ACCOUNT"; parent?: NamedRecord }
  | { kind: "CONTACT"; account?: NamedRecord }
  | { kind: "PRODUCT" };

/** Provided by the application, which knows the forms of all features (app/CreationHost.tsx). */
export const CreationContext = createContext<((creation: Creation) => void) | null>(null);

/** Opens the form for a new record over whatever is on screen. */
export function useCreate(): (creation: Creation) => void {
  const create = use(CreationContext);
  if (!create) throw new Error("useCreate outside CreationHost");
  return create;
}

/** What the form of a new record is given. */
export interface CreationFormProps<Kind extends Creation["kind"]> {
  creation: Extract<Creation, { kind: Kind }>;
  onClose: () => void;
}
