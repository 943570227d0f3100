import { useTranslation } from "react-i18next";
import type { ImportState } from "@/gql/graphql";
import classes from "./imports.module.css";

export function ImportStateText({ state }: { state: ImportState }) {
  const { t } = useTranslation("imports");
  return (
    <span className={classes.state} data-state={state}>
      {t(`state.${state}`)}
    </span>
  );
}
