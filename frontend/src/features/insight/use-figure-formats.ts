import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { formatMoney, formatNumber, formatRate, type MoneyValue } from "@/lib/format/money";
import { usePreference } from "@/lib/preferences";

export interface FigureFormats {
  none: string;
  money: (value: MoneyValue | null | undefined) => string;
  count: (value: number) => string;
  rate: (value: string | null | undefined) => string;
  days: (value: string | null | undefined) => string;
  times: (value: string | null | undefined) => string;
}

/** How figures are written, in the reader's language; what is null is a dash. */
export function useFigureFormats(): FigureFormats {
  const { t, i18n } = useTranslation(["insight", "common"]);
  const compact = usePreference("compactAmounts");
  const { language } = i18n;
  return useMemo(() => {
    const none = t("common:field.none");
    const rounded = (value: string, digits: number) => formatNumber(Number(value).toFixed(digits), language);
    return {
      none,
      money: (value) => (value ? formatMoney(value, { language, compact }) : none),
      count: (value) => formatNumber(value, language),
      rate: (value) => (value == null ? none : formatRate(value, language)),
      days: (value) => (value == null ? none : rounded(value, 1)),
      times: (value) => (value == null ? none : t("times", { value: rounded(value, 1) })),
    };
  }, [t, language, compact]);
}
