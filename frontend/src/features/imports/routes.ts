import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";
import { parseImportSearch } from "./import-search";

const importsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/import",
  validateSearch: parseImportSearch,
  component: lazyRouteComponent(() => import("./ImportsPage"), "ImportsPage"),
});

const importRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/import/$importId",
  validateSearch: parseImportSearch,
  component: lazyRouteComponent(() => import("./ImportPage"), "ImportPage"),
});

export const importsRoutes = [importsRoute, importRoute];
