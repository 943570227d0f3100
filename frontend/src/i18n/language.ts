export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = { "zh-CN": "简体中文", en: "English" };

export function isLanguage(value: string | null | undefined): value is Language {
  return value === "zh-CN" || value === "en";
}

/** The language chosen on this device, else the browser's. */
export function preferredLanguage(): Language {
  const stored = localStorage.getItem("tundish.language");
  if (isLanguage(stored)) return stored;
  // As the server reads them where nothing was chosen.
  const known = navigator.languages.find((tag) => /^(zh|en)\b/.test(tag));
  return known?.startsWith("zh") ? "zh-CN" : "en";
}
