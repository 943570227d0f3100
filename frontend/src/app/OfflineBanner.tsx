import { useNetwork } from "@mantine/hooks";
import { IconWifiOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./Shell.module.css";

export function OfflineBanner() {
  const { t } = useTranslation();
  const { online } = useNetwork();
  if (online) return null;
  return (
    <div role="status" className={classes.offline}>
      <IconWifiOff size={14} aria-hidden />
      {t("state.offline")}
    </div>
  );
}
