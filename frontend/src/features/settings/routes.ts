import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Keeps the texts of these names that the URL has; absent ones stay absent. */
function texts<Name extends string>(search: Record<string, unknown>, names: readonly Name[]) {
  const found = names.flatMap((name) => {
    const value = text(search[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found) as Partial<Record<Name, string>>;
}

interface PeopleSearch {
  /** The person who is open. */
  person?: string;
  /** The team that is open. */
  team?: string;
  search?: string;
  /** Whether those who left are shown. */
  left?: boolean;
}

const settingsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("./SettingsPage"), "SettingsPage"),
});

const indexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./SettingsPage"), "SettingsIndex"),
});

const profileRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "profile",
  component: lazyRouteComponent(() => import("./profile/ProfilePage"), "ProfilePage"),
});

const companyRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "company",
  component: lazyRouteComponent(() => import("./company/CompanyPage"), "CompanyPage"),
});

const peopleRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "people",
  validateSearch: (search): PeopleSearch => ({
    ...texts(search, ["person", "team", "search"]),
    ...(search.left === true ? { left: true } : {}),
  }),
  component: lazyRouteComponent(() => import("./people/PeoplePage"), "PeoplePage"),
});

const targetsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "targets",
  // The calendar year in which the fiscal year begins.
  validateSearch: (search): { year?: number } =>
    Number.isInteger(search.year) ? { year: Number(search.year) } : {},
  component: lazyRouteComponent(() => import("./targets/TargetsPage"), "TargetsPage"),
});

const pipelinesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "pipelines",
  validateSearch: (search): { pipeline?: string; stage?: string } => texts(search, ["pipeline", "stage"]),
  component: lazyRouteComponent(() => import("./pipelines/PipelinesPage"), "PipelinesPage"),
});

const choicesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "choices",
  validateSearch: (search): { list?: string; choice?: string } => texts(search, ["list", "choice"]),
  component: lazyRouteComponent(() => import("./choices/ChoicesPage"), "ChoicesPage"),
});

const ratesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: "rates",
  component: lazyRouteComponent(() => import("./rates/RatesPage"), "RatesPage"),
});

export const settingsRoutes = [
  settingsRoute.addChildren([
    indexRoute,
    profileRoute,
    companyRoute,
    peopleRoute,
    targetsRoute,
    pipelinesRoute,
    choicesRoute,
    ratesRoute,
  ]),
];
