import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./insight.module.css";

interface FigureProps {
  /** What the figure is, for those who hear it without its surroundings: "Proposal, entered". */
  label: string;
  text: string;
  /** How it is computed, in words or with its numbers. */
  formula: string;
  /** Opens the deals behind it. */
  onOpen: () => void;
  /** What stands below: the change since the period before. */
  children?: ReactNode;
  strong?: boolean;
}

/** A figure that explains itself: its formula on hover or focus, its deals on click. */
export function Figure({ label, text, formula, onOpen, children, strong = false }: FigureProps) {
  return (
    <Tooltip label={formula} multiline maw={320} events={{ hover: true, focus: true, touch: false }}>
      <button type="button" className={classes.figure} onClick={onOpen}>
        <span className="visually-hidden">{`${label}: `}</span>
        <span className={classes.figureText} data-strong={strong || undefined}>
          {text}
        </span>
        {children}
      </button>
    </Tooltip>
  );
}
