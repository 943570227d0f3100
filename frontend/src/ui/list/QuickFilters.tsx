import { Chip, Group } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/lib/session";
import { type FilterPart, hasParts, samePart, toggleParts } from "../filter/conditions";
import type { NamedPart } from "../filter/FilterBuilder";

export interface QuickFilter {
  key: string;
  label: string;
  parts: readonly FilterPart[];
}

/** How a kind of record is asked for its owner, and for the owner's team. */
export interface Ownership {
  ownedBy: (userId: string) => FilterPart;
  ownedByTeam: (teamId: string) => FilterPart;
}

/** For records with an owner of their own. */
export const ownOwner: Ownership = {
  ownedBy: (userId) => ({ ownerId: { eq: userId } }),
  ownedByTeam: (teamId) => ({ owner: { teamId: { eq: teamId } } }),
};

/** Whose records a list shows: this person's, or those of the team. `ownership` must be a constant of its module. */
export function useOwnerFilters(ownership: Ownership): readonly QuickFilter[] {
  const { t } = useTranslation();
  const { viewer } = useSession();
  return useMemo(() => {
    const mine = { key: "mine", label: t("quick.mine"), parts: [ownership.ownedBy(viewer.id)] };
    if (!viewer.team) return [mine];
    const team = { key: "team", label: t("quick.team"), parts: [ownership.ownedByTeam(viewer.team.id)] };
    return [mine, team];
  }, [t, viewer, ownership]);
}

/** Quick filters that the filter builder cannot put into words, by their own names. */
export function namedParts(filters: readonly QuickFilter[]): NamedPart[] {
  return filters.flatMap(({ label, parts }) =>
    parts.length === 1 && parts[0] ? [{ part: parts[0], label }] : [],
  );
}

interface QuickFiltersProps {
  /** Of these one is in force, or none: all. */
  owners: readonly QuickFilter[];
  /** Each of these can be in force. */
  more?: readonly QuickFilter[];
  parts: readonly FilterPart[];
  onChange: (parts: FilterPart[]) => void;
}

/** The filters of every day. They are ordinary conditions of the list's filter. */
export function QuickFilters({ owners, more = [], parts, onChange }: QuickFiltersProps) {
  const { t } = useTranslation();
  const chosen = owners.find((owner) => hasParts(parts, owner.parts));
  const chooseOwner = (wanted: readonly FilterPart[]) => {
    const others = parts.filter(
      (part) => !owners.some((owner) => owner.parts.some((own) => samePart(own, part))),
    );
    onChange([...others, ...wanted]);
  };
  return (
    <Group gap={4} wrap="nowrap">
      <Chip.Group value={chosen?.key ?? "all"}>
        {owners.map((owner) => (
          <Chip key={owner.key} value={owner.key} size="xs" onClick={() => chooseOwner(owner.parts)}>
            {owner.label}
          </Chip>
        ))}
        <Chip value="all" size="xs" onClick={() => chooseOwner([])}>
          {t("quick.all")}
        </Chip>
      </Chip.Group>
      {more.map((filter) => (
        <Chip
          key={filter.key}
          size="xs"
          checked={hasParts(parts, filter.parts)}
          onChange={() => onChange(toggleParts(parts, filter.parts))}
        >
          {filter.label}
        </Chip>
      ))}
    </Group>
  );
}
