import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { workRoute } from "@/lib/routing";
import { parseListSearch } from "@/ui/list/list-search";
import { accountOrderFields } from "./accounts/account-list";
import { contactOrderFields } from "./contacts/contact-list";

const accountsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/accounts",
  validateSearch: (raw) => parseListSearch(raw, accountOrderFields),
  component: lazyRouteComponent(() => import("./accounts/AccountsPage"), "AccountsPage"),
});

const accountRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/accounts/$accountId",
  // What is being typed on the page of one record is not taken along to the next.
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import("./accounts/AccountPage"), "AccountPage"),
});

const contactsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/contacts",
  validateSearch: (raw) => parseListSearch(raw, contactOrderFields),
  component: lazyRouteComponent(() => import("./contacts/ContactsPage"), "ContactsPage"),
});

const contactRoute = createRoute({
  getParentRoute: () => workRoute,
  path: "/contacts/$contactId",
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import("./contacts/ContactPage"), "ContactPage"),
});

export const customersRoutes = [accountsRoute, accountRoute, contactsRoute, contactRoute];
