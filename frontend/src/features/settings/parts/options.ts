import { languageNames, languages } from "@/i18n/language";
import type { Option } from "@/ui/filter/fields";

export const languageOptions: readonly Option[] = languages.map((value) => ({
  value,
  label: languageNames[value],
}));

let zones: readonly Option[] | null = null;

/** The time zones that this browser knows, by their IANA names. */
export function timeZoneOptions(): readonly Option[] {
  zones ??= Intl.supportedValuesOf("timeZone").map((value) => ({ value, label: value }));
  return zones;
}

/** Currencies with their names in a language; without one of them. */
export function currencyOptions(language: string, without: string): Option[] {
  const names = new Intl.DisplayNames([language], { type: "currency" });
  return Intl.supportedValuesOf("currency")
    .filter((code) => code !== without)
    .map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ""}` }));
}

/** The months of a year, by their numbers from 1. */
export function monthOptions(language: string): Option[] {
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: format.format(new Date(Date.UTC(2000, month, 1))),
  }));
}
