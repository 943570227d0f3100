import { UnstyledButton } from "@mantine/core";
import { IconLayoutSidebar, IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { setPreference, usePreference } from "@/lib/preferences";
import { readableKeys } from "@/lib/shortcuts";
import { usePhone } from "@/lib/use-phone";
import { useNavigation } from "./navigation";
import { palette } from "./palette-store";
import classes from "./Shell.module.css";
import { UserMenu } from "./UserMenu";

export function Rail() {
  const { t } = useTranslation();
  const narrow = usePreference("narrowNavigation");
  const phone = usePhone();
  const navigation = useNavigation();
  const shown = phone ? navigation.filter((entry) => "onPhone" in entry) : navigation;
  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label={t("nav.label")}>
      <div className={classes.brand} aria-hidden>
        <img src="/icon.svg" alt="" width={18} height={18} />
        <span className={classes.label}>Tundish</span>
      </div>
      <UnstyledButton className={classes.link} onClick={palette.open} aria-label={t("nav.search")}>
        <IconSearch size={17} stroke={1.6} aria-hidden />
        <span className={classes.label}>{t("nav.search")}</span>
        <kbd className={classes.keys}>{readableKeys("mod+k").join(" ")}</kbd>
      </UnstyledButton>
      {shown.map(({ to, label, keys, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={classes.link}
          aria-label={t(label)}
          title={narrow ? t(label) : undefined}
        >
          <Icon size={17} stroke={1.6} aria-hidden />
          <span className={classes.label}>{t(label)}</span>
          <kbd className={classes.keys}>{readableKeys(keys).join(" ")}</kbd>
        </Link>
      ))}
      <div className={classes.grow} />
      <UnstyledButton
        className={classes.link}
        visibleFrom="sm"
        onClick={() => setPreference("narrowNavigation", !narrow)}
        aria-label={t("nav.collapse")}
        aria-pressed={narrow}
      >
        <IconLayoutSidebar size={17} stroke={1.6} aria-hidden />
        <span className={classes.label}>{t("nav.collapse")}</span>
      </UnstyledButton>
      <UserMenu more={phone ? navigation.filter((entry) => !shown.includes(entry)) : []} />
    </nav>
  );
}
