import { Chip, Group } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "@/lib/session";
import { type FilterPart, hasParts, samePart, toggleParts } from "@/ui/filter/conditions";

interface QuickFiltersProps {
  parts: readonly FilterPart[];
  onChange: (parts: FilterPart[]) => void;
}

/** The filters of every day. They are ordinary conditions, so their chips say what they mean. */
export function QuickFilters({ parts, onChange }: QuickFiltersProps) {
  const { t } = useTranslation("deals");
  const { viewer } = useSession();
  const { owners, closing } = useMemo(() => {
    const mine = [{ ownerId: { eq: viewer.id } }];
    const team = viewer.team ? [{ owner: { teamId: { eq: viewer.team.id } } }] : null;
    return {
      owners: [
        { key: "mine" as const, parts: mine },
        ...(team ? [{ key: "team" as const, parts: team }] : []),
      ],
      closing: [
        { state: { in: ["OPEN"] } },
        { expectedCloseDate: { within: { current: 0, unit: "QUARTER" } } },
      ],
    };
  }, [viewer]);
  const chosen = owners.find((owner) => hasParts(parts, owner.parts));
  const chooseOwner = (wanted: FilterPart[] | null) => {
    const others = parts.filter(
      (part) => !owners.some((owner) => owner.parts.some((own) => samePart(own, part))),
    );
    onChange(wanted ? [...others, ...wanted] : others);
  };
  return (
    <Group gap={4} wrap="nowrap">
      <Chip.Group value={chosen?.key ?? "all"}>
        {owners.map((owner) => (
          <Chip key={owner.key} value={owner.key} size="xs" onClick={() => chooseOwner(owner.parts)}>
            {t(`quick.${owner.key}`)}
          </Chip>
        ))}
        <Chip value="all" size="xs" onClick={() => chooseOwner(null)}>
          {t("quick.all")}
        </Chip>
      </Chip.Group>
      <Chip
        size="xs"
        checked={hasParts(parts, closing)}
        onChange={() => onChange(toggleParts(parts, closing))}
      >
        {t("quick.closing")}
      </Chip>
    </Group>
  );
}
