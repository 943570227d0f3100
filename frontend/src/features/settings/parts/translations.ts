interface Translation {
  language: string;
  text: string;
}

/** The translations with that of one language replaced, or taken out by null. */
export function withTranslation(
  translations: readonly Translation[],
  language: string,
  text: string | null,
): Translation[] {
  const others = translations
    .filter((known) => known.language !== language)
    .map((known) => ({ language: known.language, text: known.text }));
  return text === null ? others : [...others, { language, text }];
}

/** What something is called in the language of the interface. */
export function nameIn(
  record: { name: string; translations: readonly Translation[] },
  language: string,
): string {
  return record.translations.find((known) => known.language === language)?.text ?? record.name;
}
