import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { type Language, preferredLanguage } from "./language";

type Bundle = { default: Record<string, unknown> };

// One file per feature and language, so that a page loads the words that it shows and no others.
const bundles = import.meta.glob<Bundle>(["./common/*.json", "../features/*/locales/*.json"]);

function bundlePath(language: string, namespace: string): string {
  return namespace === "common"
    ? `./common/${language}.json`
    : `../features/${namespace}/locales/${language}.json`;
}

const backend: BackendModule = {
  type: "backend",
  init() {},
  read(language, namespace, done) {
    const load = bundles[bundlePath(language, namespace)];
    if (!load) {
      done(new Error(`No translations for ${namespace} in ${language}`), false);
      return;
    }
    load().then(
      (bundle) => done(null, bundle.default),
      (error: Error) => done(error, true),
    );
  },
};

export async function startTranslations(): Promise<void> {
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferredLanguage(),
      load: "currentOnly",
      fallbackLng: false,
      ns: ["common"],
      defaultNS: "common",
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}

/** Switches the interface and remembers the choice on this device. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem("tundish.language", language);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}
