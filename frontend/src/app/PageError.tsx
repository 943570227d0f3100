import { Button } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState, ErrorState } from "@/ui/states";

/** A page that broke. The rest of the application goes on. */
export function PageError({ reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return <ErrorState title={t("state.broken")} onRetry={reset} />;
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("state.notFound")} hint={t("state.notFoundHint")}>
      <Button component={Link} to="/deals">
        {t("state.toDeals")}
      </Button>
    </EmptyState>
  );
}
