import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/states";

export function ForecastPage() {
  const { t } = useTranslation(["insight", "common"]);
  return (
    <Page title={t("title.forecast")}>
      <EmptyState title={t("common:state.notBuilt")} hint={t("common:state.notBuiltHint")} />
    </Page>
  );
}
