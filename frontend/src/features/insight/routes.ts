import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";
import { parseForecastSearch, parseFunnelSearch } from "./insight-search";

const funnelRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/funnel",
  validateSearch: parseFunnelSearch,
  component: lazyRouteComponent(() => import("./FunnelPage"), "FunnelPage"),
});

const forecastRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/forecast",
  validateSearch: parseForecastSearch,
  component: lazyRouteComponent(() => import("./ForecastPage"), "ForecastPage"),
});

export const insightRoutes = [funnelRoute, forecastRoute];
