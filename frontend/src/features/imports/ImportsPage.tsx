import { IconLock } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "@/lib/session";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/states";
import { DropZone } from "./DropZone";
import { EarlierImports } from "./EarlierImports";
import classes from "./imports.module.css";
import { MappingStep } from "./MappingStep";

const route = getRouteApi("/work/import");

/** Where files come in: a new one, the mapping of one that is here, and those of before. */
export function ImportsPage() {
  const { t } = useTranslation("imports");
  const { viewer } = useSession();
  const { upload, file } = route.useSearch();
  const navigate = useNavigate({ from: "/import" });
  if (viewer.roleKey !== "administrator")
    return (
      <Page title={t("title.import")}>
        <EmptyState
          title={t("forbidden.title")}
          hint={t("forbidden.hint")}
          icon={<IconLock size={28} stroke={1.3} aria-hidden />}
        />
      </Page>
    );
  if (upload) return <MappingStep key={upload} upload={upload} fileName={file ?? ""} />;
  return (
    <Page title={t("title.import")}>
      <div className={classes.start}>
        <DropZone onUploaded={({ id, name }) => void navigate({ search: { upload: id, file: name } })} />
        <EarlierImports />
      </div>
    </Page>
  );
}
