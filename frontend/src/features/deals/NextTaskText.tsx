import { useTranslation } from "react-i18next";
import type { DealRowFragment } from "@/gql/graphql";
import { DateText } from "@/ui/cells/DateText";
import classes from "./deals.module.css";

/** What happens next with an open deal and when; that nothing is planned is said too. */
export function NextTaskText({ deal }: { deal: Pick<DealRowFragment, "nextTask" | "stage"> }) {
  const { t } = useTranslation("deals");
  const { nextTask } = deal;
  if (deal.stage.kind !== "OPEN") return null;
  if (!nextTask) return <span className={classes.noTask}>{t("noNextStep")}</span>;
  return (
    <span className={classes.nextTask}>
      {nextTask.dueDate && <DateText value={nextTask.dueDate} due />}
      <span className={classes.ellipsis} title={nextTask.title}>
        {nextTask.title}
      </span>
    </span>
  );
}
