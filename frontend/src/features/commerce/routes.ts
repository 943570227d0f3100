import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";

const productsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/products",
  component: lazyRouteComponent(() => import("./ProductsPage"), "ProductsPage"),
});

export const commerceRoutes = [productsRoute];
