import { useDisclosure } from "@mantine/hooks";
import { Outlet } from "@tanstack/react-router";
import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLiveCache } from "@/lib/graphql/live";
import { fetchTheRestWhenQuiet, lazySoon } from "@/lib/lazy-soon";
import { useShortcuts } from "@/lib/shortcuts";
import { PageSkeleton } from "@/ui/states";
import { CreationHost } from "./CreationHost";
import { OfflineBanner } from "./OfflineBanner";
import { Palette } from "./Palette";
import { Rail } from "./Rail";
import classes from "./Shell.module.css";
import { useGlobalActions } from "./use-global-actions";

const ShortcutList = lazySoon(() => import("./ShortcutList"));

/** Navigation at the side, the page beside it, and what is at hand everywhere. */
export function Shell() {
  return (
    <CreationHost>
      <ShellFrame />
    </CreationHost>
  );
}

function ShellFrame() {
  const { t } = useTranslation();
  const [shortcutsOpened, shortcuts] = useDisclosure(false);
  useLiveCache();
  useEffect(fetchTheRestWhenQuiet, []);
  useShortcuts();
  useGlobalActions(shortcuts.open);
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t("nav.skip")}
      </a>
      <Rail />
      <main id="main" className={classes.main} tabIndex={-1}>
        <OfflineBanner />
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Palette />
      <Suspense>{shortcutsOpened && <ShortcutList onClose={shortcuts.close} />}</Suspense>
    </div>
  );
}
