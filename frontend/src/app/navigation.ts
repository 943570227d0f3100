import {
  IconAddressBook,
  IconBuilding,
  IconChartLine,
  IconFileImport,
  IconFilter,
  IconPackage,
  IconSettings,
  IconTargetArrow,
} from "@tabler/icons-react";
import type { ParseKeys } from "i18next";

/** The rail, from top to bottom, with the keys that lead there. */
export const navigation = [
  { to: "/deals", label: "nav.deals", keys: "g d", icon: IconTargetArrow },
  { to: "/accounts", label: "nav.accounts", keys: "g a", icon: IconBuilding },
  { to: "/contacts", label: "nav.contacts", keys: "g c", icon: IconAddressBook },
  { to: "/products", label: "nav.products", keys: "g p", icon: IconPackage },
  { to: "/funnel", label: "nav.funnel", keys: "g u", icon: IconFilter },
  { to: "/forecast", label: "nav.forecast", keys: "g f", icon: IconChartLine },
  { to: "/import", label: "nav.import", keys: "g i", icon: IconFileImport },
  { to: "/settings", label: "nav.settings", keys: "g s", icon: IconSettings },
] as const satisfies readonly { to: string; label: ParseKeys; keys: string; icon: unknown }[];
