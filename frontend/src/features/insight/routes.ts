import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";

const funnelRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/funnel",
  component: lazyRouteComponent(() => import("./FunnelPage"), "FunnelPage"),
});

const forecastRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/forecast",
  component: lazyRouteComponent(() => import("./ForecastPage"), "ForecastPage"),
});

export const insightRoutes = [funnelRoute, forecastRoute];
