import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeWords } from "@/ui/timeline/ChangeText";
import customers from "../locales/en.json";

/** How changes of contacts read on a timeline. */
export function useContactWords(): ChangeWords {
  const { t } = useTranslation("customers");
  return useMemo(
    () => ({
      field: (key) =>
        key in customers.contact ? t(`contact.${key as keyof typeof customers.contact}`) : null,
      value: (_, text) => text,
    }),
    [t],
  );
}
