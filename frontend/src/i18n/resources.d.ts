import type commerce from "../features/commerce/locales/en.json";
import type customers from "../features/customers/locales/en.json";
import type deals from "../features/deals/locales/en.json";
import type imports from "../features/imports/locales/en.json";
import type insight from "../features/insight/locales/en.json";
import type settings from "../features/settings/locales/en.json";
import type common from "./common/en.json";

// English is the reference for the keys; scripts/check-translations.ts holds the other languages to it.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      common: typeof common;
      commerce: typeof commerce;
      customers: typeof customers;
      deals: typeof deals;
      imports: typeof imports;
      insight: typeof insight;
      settings: typeof settings;
    };
  }
}
