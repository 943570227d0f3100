import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useChoices } from "@/ui/field/choices";
import type { ChangeWords } from "@/ui/timeline/ChangeText";
import customers from "../locales/en.json";

/** How changes of accounts read on a timeline. */
export function useAccountWords(): ChangeWords {
  const { t } = useTranslation("customers");
  const { labelOf: industryLabel } = useChoices("industry");
  return useMemo(
    () => ({
      field: (key) =>
        key in customers.account ? t(`account.${key as keyof typeof customers.account}`) : null,
      value: (field, key) => (field === "industry" ? industryLabel(key) : key),
    }),
    [t, industryLabel],
  );
}
