import type { ReactNode } from "react";
import classes from "./parts.module.css";

/** Something that is shown beside editable fields and never edited there. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <span className={classes.factLabel}>{label}</span>
      <span className={classes.factValue}>{children}</span>
    </div>
  );
}
