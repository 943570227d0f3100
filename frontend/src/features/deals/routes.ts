import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";
import { parseDealSearch } from "./deal-search";

const dealsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/deals",
  validateSearch: parseDealSearch,
  component: lazyRouteComponent(() => import("./DealsPage"), "DealsPage"),
});

const dealRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/deals/$dealId",
  component: lazyRouteComponent(() => import("./DealPage"), "DealPage"),
});

export const dealsRoutes = [dealsRoute, dealRoute];
