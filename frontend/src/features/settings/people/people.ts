import { useEffect, useMemo } from "react";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { PersonSettingsFragment, SettingsPeopleQuery, TeamSettingsFragment } from "@/gql/graphql";
import { usePages } from "@/lib/graphql/pages";

export const PersonSettings = graphql(`
  fragment PersonSettings on User {
    id
    version
    name
    email
    roleKey
    language
    timeZone
    active
    team { id name }
    createdAt
    viewerCan
  }
`);

const TeamSettings = graphql(`
  fragment TeamSettings on Team {
    id
    version
    name
    parent { id name }
    manager { id name }
    viewerCan
  }
`);

const SettingsPeople = graphql(`
  query SettingsPeople($after: String) {
    users(first: 200, after: $after, orderBy: [{ field: NAME, direction: ASC }]) {
      nodes { id ...PersonSettings }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const SettingsTeams = graphql(`
  query SettingsTeams {
    teams { id ...TeamSettings }
  }
`);

export const UpdatePerson = graphql(`
  mutation UpdatePerson($id: ID!, $input: UpdateUserInput!, $ifVersion: Int) {
    updateUser(id: $id, input: $input, ifVersion: $ifVersion) {
      user { id ...PersonSettings }
      userErrors { code path message }
    }
  }
`);

export type Person = PersonSettingsFragment;
export type Team = TeamSettingsFragment;

const connection = (data: SettingsPeopleQuery) => data.users;

/** Everyone, page after page until the last. */
function usePeople() {
  const { rows, loading, hasMore, stale, error, loadMore, retry } = usePages(SettingsPeople, {}, connection);
  useEffect(() => {
    if (hasMore && !stale && !error) loadMore();
  }, [hasMore, stale, error, loadMore]);
  const people = useMemo(() => rows.map((row) => readFragment(PersonSettings, row)), [rows]);
  return { people, loading, failed: error !== null && rows.length === 0, retry };
}

export interface Organisation {
  people: readonly Person[];
  teams: readonly Team[];
  loading: boolean;
  failed: boolean;
  retry: () => void;
}

/** The people and the teams of the company. */
export function useOrganisation(): Organisation {
  const { people, loading, failed, retry } = usePeople();
  const [{ data, error, fetching }, refetch] = useQuery({ query: SettingsTeams });
  const teams = useMemo(() => (data?.teams ?? []).map((team) => readFragment(TeamSettings, team)), [data]);
  return {
    people,
    teams,
    loading: loading || (!data && fetching),
    failed: failed || Boolean(error && !data),
    retry: () => {
      retry();
      refetch({ requestPolicy: "network-only" });
    },
  };
}
