import { useTranslation } from "react-i18next";
import { formatMoney, type MoneyValue } from "@/lib/format/money";
import { usePreference } from "@/lib/preferences";
import classes from "./cells.module.css";

/** An amount in its own currency, in full or in 万 and 亿 as this person prefers; the full amount in the tooltip. */
export function MoneyText({ value }: { value: MoneyValue | null | undefined }) {
  const { t, i18n } = useTranslation();
  const compact = usePreference("compactAmounts");
  if (!value) return <span className={classes.none}>{t("field.none")}</span>;
  const full = formatMoney(value, { language: i18n.language, compact: false });
  return (
    <span className={classes.number} title={compact ? full : undefined}>
      {compact ? formatMoney(value, { language: i18n.language, compact }) : full}
    </span>
  );
}
