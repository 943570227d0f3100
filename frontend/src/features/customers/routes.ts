import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";

const accountsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/accounts",
  component: lazyRouteComponent(() => import("./AccountsPage"), "AccountsPage"),
});

const contactsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/contacts",
  component: lazyRouteComponent(() => import("./ContactsPage"), "ContactsPage"),
});

export const customersRoutes = [accountsRoute, contactsRoute];
