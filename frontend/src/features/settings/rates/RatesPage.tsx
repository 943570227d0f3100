import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql, readFragment } from "@/gql";
import type { SettingsRatesQuery } from "@/gql/graphql";
import { today } from "@/lib/format/date";
import { usePages } from "@/lib/graphql/pages";
import { useSession } from "@/lib/session";
import { EmptyState } from "@/ui/states";
import { useIsAdministrator } from "../parts/rights";
import { NotRead, SettingsSection } from "../parts/SettingsSection";
import { byCurrency } from "./by-currency";
import { RateDialog } from "./RateDialog";
import { RateTable } from "./RateTable";

const RateSettings = graphql(`
  fragment RateSettings on ExchangeRate {
    id
    version
    currency
    date
    rate
    viewerCan
  }
`);

const SettingsRates = graphql(`
  query SettingsRates($after: String) {
    exchangeRates(
      first: 200
      after: $after
      orderBy: [{ field: CURRENCY, direction: ASC }, { field: DATE, direction: DESC }]
    ) {
      nodes { id ...RateSettings }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

const connection = (data: SettingsRatesQuery) => data.exchangeRates;

/** What currencies are worth, and since when. */
export function RatesPage() {
  const { t } = useTranslation("settings");
  const { company } = useSession();
  const isAdministrator = useIsAdministrator();
  const { rows, loading, hasMore, stale, error, loadMore, retry } = usePages(SettingsRates, {}, connection);
  const [editing, setEditing] = useState<{ currency: string; rate: string } | null>(null);
  useEffect(() => {
    if (hasMore && !stale && !error) loadMore();
  }, [hasMore, stale, error, loadMore]);
  const groups = useMemo(
    () =>
      byCurrency(
        rows.map((row) => readFragment(RateSettings, row)),
        today(company.timeZone),
      ),
    [rows, company.timeZone],
  );
  const add = isAdministrator && (
    <Button
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setEditing({ currency: "", rate: "" })}
    >
      {t("rates.new")}
    </Button>
  );
  return (
    <SettingsSection
      title={t("rates.title")}
      hint={t("rates.hint", { currency: company.baseCurrency })}
      actions={groups.length > 0 && add}
    >
      {loading || (error && rows.length === 0) ? (
        <NotRead failed={error !== null} onRetry={retry} />
      ) : groups.length === 0 ? (
        <EmptyState title={t("rates.none")} hint={t("rates.noneHint", { currency: company.baseCurrency })}>
          {add}
        </EmptyState>
      ) : (
        <RateTable groups={groups} onAdd={isAdministrator ? setEditing : null} />
      )}
      {editing && <RateDialog {...editing} onClose={() => setEditing(null)} />}
    </SettingsSection>
  );
}
