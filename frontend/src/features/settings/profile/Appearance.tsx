import { SegmentedControl, Switch, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { setPreference, usePreference } from "@/lib/preferences";
import { Fact } from "../parts/Fact";

const schemes = ["light", "dark", "auto"] as const;

/** How Tundish looks on this device. */
export function Appearance() {
  const { t } = useTranslation(["settings", "common"]);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const compact = usePreference("compactAmounts");
  return (
    <>
      <Fact label={t("appearance.theme")}>
        <SegmentedControl
          size="xs"
          aria-label={t("appearance.theme")}
          data={schemes.map((value) => ({ value, label: t(`common:user.scheme.${value}`) }))}
          value={colorScheme}
          onChange={setColorScheme}
        />
      </Fact>
      <Fact label={t("appearance.amounts")}>
        <Switch
          size="xs"
          label={t("appearance.compact")}
          checked={compact}
          onChange={(event) => setPreference("compactAmounts", event.currentTarget.checked)}
        />
      </Fact>
    </>
  );
}
