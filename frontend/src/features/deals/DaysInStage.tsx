import { useTranslation } from "react-i18next";
import type { DealRowFragment } from "@/gql/graphql";
import { daysBetween, today } from "@/lib/format/date";
import { useSession } from "@/lib/session";

/** How many days an open deal has been in its stage, by the company's calendar. */
export function DaysInStage({ deal }: { deal: Pick<DealRowFragment, "stageEnteredDate" | "stage"> }) {
  const { t } = useTranslation("deals");
  const { company } = useSession();
  if (!deal.stageEnteredDate || deal.stage.kind !== "OPEN") return null;
  const count = daysBetween(deal.stageEnteredDate, today(company.timeZone));
  return <span title={t("field.daysInStage")}>{t("days", { count })}</span>;
}
