import {
  IconBuilding,
  IconCoin,
  IconListDetails,
  IconTarget,
  IconTimeline,
  IconUserCircle,
  IconUsers,
} from "@tabler/icons-react";
import { Link, Navigate, Outlet, useRouterState } from "@tanstack/react-router";
import { Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { PageSkeleton } from "@/ui/states";
import { useIsAdministrator } from "./parts/rights";
import classes from "./SettingsPage.module.css";

const groups = [
  {
    label: "nav.own",
    sections: [{ to: "/settings/profile", label: "profile.title", icon: IconUserCircle }],
  },
  {
    label: "nav.organisation",
    sections: [
      { to: "/settings/company", label: "company.title", icon: IconBuilding },
      { to: "/settings/people", label: "people.title", icon: IconUsers },
      { to: "/settings/targets", label: "targets.title", icon: IconTarget },
    ],
  },
  {
    label: "nav.sales",
    sections: [
      { to: "/settings/pipelines", label: "pipelines.title", icon: IconTimeline },
      { to: "/settings/choices", label: "choices.title", icon: IconListDetails },
      { to: "/settings/rates", label: "rates.title", icon: IconCoin },
    ],
  },
] as const;

/** The sections at the side, the one that is open beside them. */
export function SettingsPage() {
  const { t } = useTranslation("settings");
  const nav = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  // On a phone the sections stand in a row that is wider than the screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path decides which link is the active one
  useEffect(() => {
    nav.current
      ?.querySelector('[data-status="active"]')
      ?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  return (
    <div className={classes.layout}>
      <nav ref={nav} className={classes.nav} aria-label={t("nav.label")}>
        {groups.map((group) => (
          <div key={group.label} className={classes.group}>
            <div className={classes.groupLabel}>{t(group.label)}</div>
            {group.sections.map(({ to, label, icon: Icon }) => (
              <Link key={to} to={to} className={classes.link}>
                <Icon size={16} stroke={1.6} aria-hidden />
                {t(label)}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <div className={classes.section}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
}

/** Where the settings begin: with the company for whoever looks after it, else with the own profile. */
export function SettingsIndex() {
  const isAdministrator = useIsAdministrator();
  return <Navigate to={isAdministrator ? "/settings/company" : "/settings/profile"} replace />;
}
