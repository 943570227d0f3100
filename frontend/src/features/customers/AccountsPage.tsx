import { useTranslation } from "react-i18next";
import { Page } from "@/ui/Page";
import { EmptyState } from "@/ui/states";

export function AccountsPage() {
  const { t } = useTranslation(["customers", "common"]);
  return (
    <Page title={t("title.accounts")}>
      <EmptyState title={t("common:state.notBuilt")} hint={t("common:state.notBuiltHint")} />
    </Page>
  );
}
