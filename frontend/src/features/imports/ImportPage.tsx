import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/states";

export function ImportPage() {
  const { t } = useTranslation(["imports", "common"]);
  return (
    <Page title={t("title.import")}>
      <EmptyState title={t("common:state.notBuilt")} hint={t("common:state.notBuiltHint")} />
    </Page>
  );
}
