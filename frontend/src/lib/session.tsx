import { createContext, type ReactNode, use } from "react";
import { graphql } from "@/gql";
import type { SessionQuery } from "@/gql/graphql";

export const SessionDocument = graphql(`
  query Session {
    viewer {
      id
      name
      email
      language
      timeZone
      roleKey
      team { id name }
    }
  }
`);

// The viewer is read once more, into the cache, so that a changed profile shows everywhere at once.
export const CompanyDocument = graphql(`
  query Company {
    company { id name baseCurrency timeZone fiscalYearStartMonth }
    viewer {
      id
      name
      email
      language
      timeZone
      roleKey
      team { id name }
    }
  }
`);

export type Viewer = NonNullable<SessionQuery["viewer"]>;

export interface Session {
  viewer: Viewer;
  company: { name: string; baseCurrency: string; timeZone: string; fiscalYearStartMonth: number };
  /** The zone in which this person's days begin. */
  timeZone: string;
  signOut: () => void;
}

const SessionContext = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in. Only for components inside the signed-in part of the application. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error("useSession outside the signed-in part");
  return session;
}
