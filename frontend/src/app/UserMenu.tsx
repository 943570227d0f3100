import { Menu, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { switchLanguage } from "@/i18n";
import { languageNames, languages } from "@/i18n/language";
import { setPreference, usePreference } from "@/lib/preferences";
import { useSession } from "@/lib/session";
import classes from "./Shell.module.css";

const schemes = ["light", "dark", "auto"] as const;

/** The user's own choices: language, theme, amounts; and the way out. */
export function UserMenu() {
  const { t, i18n } = useTranslation();
  const { viewer, signOut } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const compact = usePreference("compactAmounts");
  const check = (checked: boolean) =>
    checked ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />;
  return (
    <Menu position="right-end" width={220}>
      <Menu.Target>
        <UnstyledButton className={classes.link} aria-label={t("user.menu", { name: viewer.name })}>
          <IconUserCircle size={17} stroke={1.6} aria-hidden />
          <span className={classes.label}>{viewer.name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("user.language")}</Menu.Label>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            leftSection={check(i18n.language === language)}
            onClick={() => void switchLanguage(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
        <Menu.Label>{t("user.theme")}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            leftSection={check(colorScheme === scheme)}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`user.scheme.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t("user.amounts")}</Menu.Label>
        <Menu.Item leftSection={check(compact)} onClick={() => setPreference("compactAmounts", !compact)}>
          {t("user.compactAmounts")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={14} aria-hidden />} onClick={signOut}>
          {t("user.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
