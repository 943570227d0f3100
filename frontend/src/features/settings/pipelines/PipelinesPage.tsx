import { Badge, Button, Tabs } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/states";
import { useIsAdministrator } from "../parts/rights";
import { NotRead, SettingsSection } from "../parts/SettingsSection";
import { nameIn } from "../parts/translations";
import { CreatePipelineDialog } from "./CreatePipelineDialog";
import { PipelineFields } from "./PipelineFields";
import { usePipelineSettings } from "./pipelines";
import { Stages } from "./Stages";

const route = getRouteApi("/work/settings/pipelines");

/** The company's ways of selling: pipelines, and the stages that a deal goes through in each. */
export function PipelinesPage() {
  const { t, i18n } = useTranslation("settings");
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isAdministrator = useIsAdministrator();
  const { pipelines, failed, refetch } = usePipelineSettings();
  const [creating, setCreating] = useState(false);
  const current = pipelines?.find((pipeline) => pipeline.id === search.pipeline) ?? pipelines?.[0];
  return (
    <SettingsSection
      title={t("pipelines.title")}
      hint={t("pipelines.hint")}
      actions={
        isAdministrator && (
          <Button leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setCreating(true)}>
            {t("pipelines.new")}
          </Button>
        )
      }
    >
      {!pipelines ? (
        <NotRead failed={failed} onRetry={refetch} />
      ) : !current ? (
        <EmptyState title={t("pipelines.none")} hint={t("pipelines.noneHint")} />
      ) : (
        <Tabs
          value={current.id}
          onChange={(id) => id && void navigate({ search: { pipeline: id } })}
          keepMounted={false}
        >
          <Tabs.List mb="md" aria-label={t("pipelines.title")}>
            {pipelines.map((pipeline) => (
              <Tabs.Tab
                key={pipeline.id}
                value={pipeline.id}
                rightSection={
                  !pipeline.active && (
                    <Badge size="xs" tt="none" color="gray" variant="light">
                      {t("state.inactive")}
                    </Badge>
                  )
                }
              >
                {nameIn(pipeline, i18n.language)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {pipelines.map((pipeline) => (
            <Tabs.Panel key={pipeline.id} value={pipeline.id}>
              <Stages pipeline={pipeline} />
              <PipelineFields pipeline={pipeline} pipelines={pipelines} />
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
      {creating && (
        <CreatePipelineDialog
          onClose={() => setCreating(false)}
          onCreated={(pipeline) => void navigate({ search: { pipeline } })}
        />
      )}
    </SettingsSection>
  );
}
