import { createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { commerceRoutes } from "@/features/commerce/routes";
import { customersRoutes } from "@/features/customers/routes";
import { dealsRoutes } from "@/features/deals/routes";
import { importsRoutes } from "@/features/imports/routes";
import { insightRoutes } from "@/features/insight/routes";
import { settingsRoutes } from "@/features/settings/routes";
import { rootRoute, workRoute } from "@/lib/routing";
import { PageSkeleton } from "@/ui/states";
import { NotFound, PageError } from "./PageError";
import { Root } from "./Root";
import { Work } from "./Work";

rootRoute.update({ component: Root, errorComponent: PageError, notFoundComponent: NotFound });
workRoute.update({ component: Work });

const homeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/deals" });
  },
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search): { to?: string } => (typeof search.to === "string" ? { to: search.to } : {}),
  component: lazyRouteComponent(() => import("./SignInPage"), "SignInPage"),
});

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-up",
  validateSearch: (search): { token?: string } => (search.token ? { token: String(search.token) } : {}),
  component: lazyRouteComponent(() => import("./SetUpPage"), "SetUpPage"),
});

// Within the navigation, so that one finds on.
const unknownRoute = createRoute({ getParentRoute: () => workRoute, path: "$", component: NotFound });

// A feature adds its routes here, and nowhere else.
const routeTree = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  workRoute.addChildren([
    homeRoute,
    ...dealsRoutes,
    ...customersRoutes,
    ...commerceRoutes,
    ...insightRoutes,
    ...importsRoutes,
    ...settingsRoutes,
    unknownRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: PageError,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
