import { UnstyledButton } from "@mantine/core";
import { IconUserCircle } from "@tabler/icons-react";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { lazySoon } from "@/lib/lazy-soon";
import { useSession } from "@/lib/session";
import classes from "./Shell.module.css";

const UserMenuItems = lazySoon(() => import("./UserMenuItems"));

/** The user's own choices: language, theme, amounts; and the way out. */
export function UserMenu() {
  const { t } = useTranslation();
  const { viewer } = useSession();
  const [used, setUsed] = useState(false);
  const button = (
    <UnstyledButton
      className={classes.link}
      aria-label={t("user.menu", { name: viewer.name })}
      aria-haspopup="menu"
      onClick={() => setUsed(true)}
    >
      <IconUserCircle size={17} stroke={1.6} aria-hidden />
      <span className={classes.label}>{viewer.name}</span>
    </UnstyledButton>
  );
  return used ? (
    <Suspense fallback={button}>
      <UserMenuItems button={button} />
    </Suspense>
  ) : (
    button
  );
}
