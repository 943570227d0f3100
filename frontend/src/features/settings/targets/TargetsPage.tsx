import { ActionIcon, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { today } from "@/lib/format/date";
import { useSession } from "@/lib/session";
import { EmptyState } from "@/ui/states";
import { NotRead, SettingsSection } from "../parts/SettingsSection";
import { useOrganisation } from "../people/people";
import { fiscalYearName, fiscalYearOf, quartersOf } from "./quarters";
import { TargetGrid } from "./TargetGrid";
import { targetRows } from "./target-rows";
import { useTargets } from "./targets";

const route = getRouteApi("/work/settings/targets");

/** What teams and people are to sell, quarter by quarter. */
export function TargetsPage() {
  const { t } = useTranslation("settings");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { company, viewer } = useSession();
  const organisation = useOrganisation();
  const startMonth = company.fiscalYearStartMonth;
  const year = search.year ?? fiscalYearOf(today(company.timeZone), startMonth);
  const quarters = useMemo(() => quartersOf(year, startMonth), [year, startMonth]);
  const { targets, loading, failed, retry, setTarget } = useTargets(quarters, company.baseCurrency);
  const { people, teams } = organisation;
  const grid = useMemo(
    () => targetRows({ viewer, people, teams, targets, quarters }),
    [viewer, people, teams, targets, quarters],
  );
  const goTo = (next: number) => void navigate({ search: { year: next } });
  return (
    <SettingsSection
      title={t("targets.title")}
      hint={t("targets.hint", { currency: company.baseCurrency })}
      wide
      actions={
        <Group gap={2} wrap="nowrap">
          <ActionIcon aria-label={t("targets.previousYear")} onClick={() => goTo(year - 1)}>
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Text size="sm" fw={600} miw={76} ta="center" aria-live="polite">
            {t("targets.year", { year: fiscalYearName(year, startMonth) })}
          </Text>
          <ActionIcon aria-label={t("targets.nextYear")} onClick={() => goTo(year + 1)}>
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
        </Group>
      }
    >
      {organisation.loading || organisation.failed || loading || failed ? (
        <NotRead
          failed={organisation.failed || failed}
          onRetry={() => {
            organisation.retry();
            retry();
          }}
        />
      ) : grid.rows.length === 0 ? (
        <EmptyState title={t("targets.nobody")} hint={t("targets.nobodyHint")} />
      ) : (
        <TargetGrid grid={grid} quarters={quarters} targets={targets} onSet={setTarget} />
      )}
    </SettingsSection>
  );
}
