import type { StageKind } from "@/gql/graphql";
import classes from "./deals.module.css";

/** A stage by name; the dot says whether it is open, won or lost. */
export function StageText({ stage }: { stage: { label: string; kind: StageKind } }) {
  return (
    <span className={classes.stage} data-kind={stage.kind}>
      {stage.label}
    </span>
  );
}
