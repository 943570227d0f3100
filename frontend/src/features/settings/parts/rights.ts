import { useSession } from "@/lib/session";

/** Who makes new people, teams, pipelines, stages, choices and rates. What may be done with existing ones, they say. */
export function useIsAdministrator(): boolean {
  return useSession().viewer.roleKey === "administrator";
}

export const roles = ["administrator", "manager", "representative"] as const;
export type RoleKey = (typeof roles)[number];

export function isRoleKey(value: string | null | undefined): value is RoleKey {
  return roles.some((role) => role === value);
}
