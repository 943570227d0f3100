import { Badge } from "@mantine/core";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { EmptyState } from "@/ui/states";
import { renumbered } from "../parts/reorder";
import { NotRead } from "../parts/SettingsSection";
import { SortableRows } from "../parts/SortableRows";
import { nameIn } from "../parts/translations";
import { ChoiceDrawer } from "./ChoiceDrawer";
import { type Choice, type ListKey, UpdateChoice, useChoiceSettings } from "./choices";
import classes from "./choices.module.css";

const route = getRouteApi("/work/settings/choices");

/** The options of one list, in the order in which they are offered. */
export function ChoiceList({ list }: { list: ListKey }) {
  const { t, i18n } = useTranslation("settings");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { choices, failed, retry } = useChoiceSettings(list);
  const updateChoice = useMutate(UpdateChoice);
  if (!choices) return <NotRead failed={failed} onRetry={retry} />;
  if (choices.length === 0) return <EmptyState title={t("choices.none")} hint={t("choices.noneHint")} />;

  const move = async (_id: string, _index: number, rows: readonly Choice[]) => {
    for (const { id, position } of renumbered(rows)) {
      const outcome = await updateChoice({ id, input: { position } });
      if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
      if (outcome.kind !== "done") return;
    }
  };
  const opened = choices.find((choice) => choice.id === search.choice);
  return (
    <>
      <SortableRows
        label={t(`choices.list.${list}`)}
        rows={choices}
        nameOf={(choice) => nameIn(choice, i18n.language)}
        sortable={choices.every((choice) => choice.viewerCan.includes("UPDATE"))}
        onMove={move}
      >
        {(choice) => (
          <span className={classes.choice} data-inactive={!choice.active || undefined}>
            <Link
              from="/settings/choices"
              to="/settings/choices"
              search={{ list, choice: choice.id }}
              className={classes.name}
            >
              {nameIn(choice, i18n.language)}
            </Link>
            {!choice.active && (
              <Badge size="xs" tt="none" color="gray" variant="light">
                {t("state.inactive")}
              </Badge>
            )}
            <code className={classes.key}>{choice.key}</code>
          </span>
        )}
      </SortableRows>
      {opened && (
        <ChoiceDrawer
          key={opened.id}
          choice={opened}
          onClose={() => void navigate({ search: { list }, replace: true })}
        />
      )}
    </>
  );
}
