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
import { useMemo } from "react";
import { useSession } from "@/lib/session";

interface Entry {
  to: string;
  label: ParseKeys;
  /** The keys that lead there. */
  keys: string;
  icon: unknown;
  /** A phone has room for few; the others are in the menu at the end. */
  onPhone?: true;
  /** Nobody else can do anything there. */
  administratorsOnly?: true;
}

/** The rail, from top to bottom. */
const entries = [
  { to: "/deals", label: "nav.deals", keys: "g d", icon: IconTargetArrow, onPhone: true },
  { to: "/accounts", label: "nav.accounts", keys: "g a", icon: IconBuilding, onPhone: true },
  { to: "/contacts", label: "nav.contacts", keys: "g c", icon: IconAddressBook, onPhone: true },
  { to: "/products", label: "nav.products", keys: "g p", icon: IconPackage },
  { to: "/funnel", label: "nav.funnel", keys: "g u", icon: IconFilter },
  { to: "/forecast", label: "nav.forecast", keys: "g f", icon: IconChartLine },
  { to: "/import", label: "nav.import", keys: "g i", icon: IconFileImport, administratorsOnly: true },
  { to: "/settings", label: "nav.settings", keys: "g s", icon: IconSettings },
] as const satisfies readonly Entry[];

export type NavigationEntry = (typeof entries)[number];

/** Where this person can go. */
export function useNavigation(): readonly NavigationEntry[] {
  const { viewer } = useSession();
  return useMemo(
    () => entries.filter((entry) => !("administratorsOnly" in entry) || viewer.roleKey === "administrator"),
    [viewer.roleKey],
  );
}
