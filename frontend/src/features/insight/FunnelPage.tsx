import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/states";

export function FunnelPage() {
  const { t } = useTranslation(["insight", "common"]);
  return (
    <Page title={t("title.funnel")}>
      <EmptyState title={t("common:state.notBuilt")} hint={t("common:state.notBuiltHint")} />
    </Page>
  );
}
