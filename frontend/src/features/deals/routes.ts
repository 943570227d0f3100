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
  // What is being typed on the page of one deal is not taken along to the next.
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import("./DealPage"), "DealPage"),
});

export const dealsRoutes = [dealsRoute, dealRoute];
