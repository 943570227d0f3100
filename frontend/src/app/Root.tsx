import { MantineProvider } from "@mantine/core";
import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { lazyLater } from "@/lib/lazy-soon";
import { PageSkeleton } from "@/ui/states";
import { colorSchemeManager } from "./color-scheme";
import { theme, variables } from "./theme";

const Notices = lazyLater(() => import("./Notices"));

/** What every page has, signed in or not. */
export function Root() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
    >
      <Suspense>
        <Notices />
      </Suspense>
      <Suspense fallback={<PageSkeleton />}>
        <Outlet />
      </Suspense>
    </MantineProvider>
  );
}
