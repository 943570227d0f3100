import type { ReactNode } from "react";
import classes from "./list.module.css";

interface PhoneRowProps {
  title: ReactNode;
  fact?: ReactNode;
  below: ReactNode;
  belowFact?: ReactNode;
}

/** A row on a phone, in two lines: what and how much; for whom and until when. */
export function PhoneRow({ title, fact, below, belowFact }: PhoneRowProps) {
  return (
    <span className={classes.phoneRow}>
      <span className={classes.phoneTitle}>{title}</span>
      <span>{fact}</span>
      <span className={classes.phoneDim}>{below}</span>
      <span className={classes.phoneDim}>{belowFact}</span>
    </span>
  );
}
