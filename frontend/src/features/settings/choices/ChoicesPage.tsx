import { Button, Tabs } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useIsAdministrator } from "../parts/rights";
import { SettingsSection } from "../parts/SettingsSection";
import { ChoiceList } from "./ChoiceList";
import { CreateChoiceDialog } from "./CreateChoiceDialog";
import { lists } from "./choices";

const route = getRouteApi("/work/settings/choices");

/** What can be chosen in the fields of records. */
export function ChoicesPage() {
  const { t } = useTranslation("settings");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isAdministrator = useIsAdministrator();
  const [creating, setCreating] = useState(false);
  const list = lists.find((key) => key === search.list) ?? "source";
  return (
    <SettingsSection
      title={t("choices.title")}
      hint={t("choices.hint")}
      actions={
        isAdministrator && (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setCreating(true)}>
            {t("choices.new")}
          </Button>
        )
      }
    >
      <Tabs
        value={list}
        onChange={(key) => key && void navigate({ search: { list: key } })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t("choices.title")}>
          {lists.map((key) => (
            <Tabs.Tab key={key} value={key}>
              {t(`choices.list.${key}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {lists.map((key) => (
          <Tabs.Panel key={key} value={key}>
            <ChoiceList list={key} />
          </Tabs.Panel>
        ))}
      </Tabs>
      {creating && <CreateChoiceDialog list={list} onClose={() => setCreating(false)} />}
    </SettingsSection>
  );
}
