import { createRootRoute, createRoute } from "@tanstack/react-router";

/** Everything; the application gives it its component (app/router.tsx). */
export const rootRoute = createRootRoute();

/** The pages inside navigation and session; features hang theirs here. */
export const workRoute = createRoute({ getParentRoute: () => rootRoute, id: "work" });
