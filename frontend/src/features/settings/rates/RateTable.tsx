import { ActionIcon, Badge } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "@/lib/format/money";
import { useSession } from "@/lib/session";
import { DateText } from "@/ui/cells/DateText";
import type { CurrencyRates, Rate } from "./by-currency";
import classes from "./rates.module.css";

interface RateTableProps {
  groups: readonly CurrencyRates<Rate>[];
  onAdd: ((start: { currency: string; rate: string }) => void) | null;
}

/** Every currency with its rates, the newest first. */
export function RateTable({ groups, onAdd }: RateTableProps) {
  const { t, i18n } = useTranslation("settings");
  const { company } = useSession();
  const names = new Intl.DisplayNames([i18n.language], { type: "currency" });
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t("rates.date")}</th>
          <th scope="col" className={classes.rate}>
            {t("rates.rateIn", { currency: company.baseCurrency })}
          </th>
          <th scope="col" className={classes.state}>
            <span className="visually-hidden">{t("rates.state")}</span>
          </th>
        </tr>
      </thead>
      {groups.map(({ currency, current, rates }) => (
        <tbody key={currency}>
          <tr className={classes.currency}>
            <th scope="rowgroup" colSpan={2}>
              {currency} <span className={classes.dim}>{names.of(currency)}</span>
            </th>
            <td className={classes.state}>
              {onAdd && (
                <ActionIcon
                  size="sm"
                  aria-label={t("rates.newFor", { currency })}
                  title={t("rates.newFor", { currency })}
                  onClick={() => onAdd({ currency, rate: current.rate })}
                >
                  <IconPlus size={14} aria-hidden />
                </ActionIcon>
              )}
            </td>
          </tr>
          {rates.map((rate) => (
            <tr key={rate.id}>
              <td>
                <DateText value={rate.date} />
              </td>
              <td className={classes.rate}>{formatNumber(rate.rate, i18n.language)}</td>
              <td className={classes.state}>
                {rate === current && (
                  <Badge size="xs" tt="none" variant="light">
                    {t("rates.current")}
                  </Badge>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
