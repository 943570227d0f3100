import { Menu, useMantineColorScheme } from "@mantine/core";
import { IconCheck, IconLogout } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { cloneElement, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "@/i18n/language";
import { setPreference, usePreference } from "@/lib/preferences";
import { useSession } from "@/lib/session";
import { useSwitchLanguage } from "@/lib/use-switch-language";
import { takeFocus } from "@/ui/take-focus";
import type { NavigationEntry } from "./navigation";

const schemes = ["light", "dark", "auto"] as const;

interface UserMenuItemsProps {
  button: ReactElement;
  more: readonly NavigationEntry[];
}

/** Open from the beginning: it takes the place of the button that was clicked. */
export default function UserMenuItems({ button, more }: UserMenuItemsProps) {
  const { t, i18n } = useTranslation();
  const { signOut } = useSession();
  const switchLanguage = useSwitchLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const compact = usePreference("compactAmounts");
  const check = (checked: boolean) =>
    checked ? <IconCheck size={14} aria-hidden /> : <span style={{ width: 14 }} />;
  return (
    <Menu defaultOpened position={more.length > 0 ? "top-end" : "right-end"} width={220}>
      <Menu.Target>{cloneElement(button, { ...{ ref: takeFocus } })}</Menu.Target>
      <Menu.Dropdown>
        {more.map(({ to, label, icon: Icon }) => (
          <Menu.Item
            key={to}
            component={Link}
            to={to}
            leftSection={<Icon size={16} stroke={1.6} aria-hidden />}
          >
            {t(label)}
          </Menu.Item>
        ))}
        {more.length > 0 && <Menu.Divider />}
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
