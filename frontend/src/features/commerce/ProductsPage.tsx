import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/states";

export function ProductsPage() {
  const { t } = useTranslation(["commerce", "common"]);
  return (
    <Page title={t("title.products")}>
      <EmptyState title={t("common:state.notBuilt")} hint={t("common:state.notBuiltHint")} />
    </Page>
  );
}
