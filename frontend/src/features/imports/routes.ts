import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";

const importRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/import",
  component: lazyRouteComponent(() => import("./ImportPage"), "ImportPage"),
});

export const importsRoutes = [importRoute];
