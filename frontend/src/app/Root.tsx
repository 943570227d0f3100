import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { PageSkeleton } from "@/ui/states";
import { colorSchemeManager } from "./color-scheme";
import { theme, variables } from "./theme";

/** What every page has, signed in or not. */
export function Root() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
    >
      <Notifications position="bottom-right" limit={4} />
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </MantineProvider>
  );
}
