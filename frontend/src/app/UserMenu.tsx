import { UnstyledButton } from "@mantine/core";
import { IconDots, IconUserCircle } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { lazySoon } from "@/lib/lazy-soon";
import { useSession } from "@/lib/session";
import type { NavigationEntry } from "./navigation";
import classes from "./Shell.module.css";

const UserMenuItems = lazySoon(() => import("./UserMenuItems"));

/** The user's own choices: language, theme, amounts; and the way out. On a phone also the pages without room elsewhere. */
export function UserMenu({ more }: { more: readonly NavigationEntry[] }) {
  const { t } = useTranslation();
  const { viewer } = useSession();
  const [used, setUsed] = useState(false);
  const phone = more.length > 0;
  const Icon = phone ? IconDots : IconUserCircle;
  const button = (
    <UnstyledButton
      className={classes.link}
      aria-label={phone ? t("nav.more") : t("user.menu", { name: viewer.name })}
      aria-haspopup="menu"
      onClick={() => setUsed(true)}
    >
      <Icon size={17} stroke={1.6} aria-hidden />
      <span className={classes.label}>{phone ? t("nav.more") : viewer.name}</span>
    </UnstyledButton>
  );
  return used ? (
    <Suspense fallback={button}>
      <UserMenuItems button={button} more={more} />
    </Suspense>
  ) : (
    button
  );
}
