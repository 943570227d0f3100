import { useMantineColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { languageNames, languages } from "@/i18n/language";
import { type Action, useActions } from "@/lib/actions";
import { useCreate } from "@/lib/creation";
import { undoLatest } from "@/lib/notify";
import { setPreference, usePreference } from "@/lib/preferences";
import { useSession } from "@/lib/session";
import { useSwitchLanguage } from "@/lib/use-switch-language";
import { useNavigation } from "./navigation";
import { palette } from "./palette-store";

/** What can be done on every page. */
export function useGlobalActions(openShortcuts: () => void): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { signOut } = useSession();
  const switchLanguage = useSwitchLanguage();
  const create = useCreate();
  const navigation = useNavigation();
  const { toggleColorScheme } = useMantineColorScheme();
  const compact = usePreference("compactAmounts");
  const actions = useMemo((): Action[] => {
    const goTo = navigation.map(({ to, label, keys }) => ({
      id: `go:${to}`,
      label: t("action.goTo", { page: t(label) }),
      section: t("section.navigation"),
      keys,
      run: () => void navigate({ to }),
    }));
    const everywhere = t("section.everywhere");
    const languageActions = languages.map((language) => ({
      id: `language:${language}`,
      label: t("action.switchLanguage", { language: languageNames[language] }),
      section: everywhere,
      run: () => void switchLanguage(language),
    }));
    return [
      ...goTo,
      {
        id: "create:DEAL",
        label: t("action.createDeal"),
        section: t("section.create"),
        keys: "c",
        run: () => create({ kind: "DEAL" }),
      },
      {
        id: "create:ACCOUNT",
        label: t("action.createAccount"),
        section: t("section.create"),
        run: () => create({ kind: "ACCOUNT" }),
      },
      {
        id: "create:CONTACT",
        label: t("action.createContact"),
        section: t("section.create"),
        run: () => create({ kind: "CONTACT" }),
      },
      {
        id: "palette",
        label: t("action.palette"),
        section: everywhere,
        keys: "mod+k",
        run: palette.toggle,
      },
      { id: "shortcuts", label: t("action.shortcuts"), section: everywhere, keys: "?", run: openShortcuts },
      { id: "undo", label: t("action.undo"), section: everywhere, keys: "mod+z", run: undoLatest },
      { id: "theme", label: t("action.toggleTheme"), section: everywhere, run: toggleColorScheme },
      {
        id: "amounts",
        label: t(compact ? "action.fullAmounts" : "action.compactAmounts"),
        section: everywhere,
        run: () => setPreference("compactAmounts", !compact),
      },
      ...languageActions,
      { id: "signOut", label: t("user.signOut"), section: everywhere, run: signOut },
    ];
  }, [t, navigate, navigation, create, signOut, switchLanguage, toggleColorScheme, compact, openShortcuts]);
  useActions(actions, "everywhere");
}
