import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useSession } from "@/lib/session";
import type { Whose } from "./insight-search";
import type { People } from "./use-people";

interface WhoseSelectProps {
  people: People;
  whose: Whose;
  onChange: (whose: { team: string | undefined; person: string | undefined }) => void;
}

/** Whose deals count. Who sees only the own has nothing to choose. */
export function WhoseSelect({ people, whose, onChange }: WhoseSelectProps) {
  const { t } = useTranslation("insight");
  const { viewer } = useSession();
  if (people.teams.length + people.persons.length === 0) return null;
  const value = whose === null ? "all" : "team" in whose ? `team:${whose.team}` : `person:${whose.person}`;
  const choose = (chosen: string | null) => {
    const [kind, id] = chosen?.split(":") ?? [];
    onChange({ team: kind === "team" ? id : undefined, person: kind === "person" ? id : undefined });
  };
  return (
    <Select
      aria-label={t("whose.label")}
      searchable
      nothingFoundMessage={t("whose.nobody")}
      data={[
        { value: "all", label: t(viewer.roleKey === "administrator" ? "whose.company" : "whose.mine") },
        {
          group: t("whose.teams"),
          items: people.teams.map(({ id, name }) => ({ value: `team:${id}`, label: name })),
        },
        {
          group: t("whose.people"),
          items: people.persons.map(({ id, name }) => ({ value: `person:${id}`, label: name })),
        },
      ]}
      value={value}
      onChange={choose}
      allowDeselect={false}
      w={140}
    />
  );
}
