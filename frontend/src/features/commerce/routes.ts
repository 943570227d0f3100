import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";
import { parseProductSearch } from "./product-list";

const productsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/products",
  validateSearch: parseProductSearch,
  component: lazyRouteComponent(() => import("./ProductsPage"), "ProductsPage"),
});

export const commerceRoutes = [productsRoute];
