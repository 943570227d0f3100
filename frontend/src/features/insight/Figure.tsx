import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./insight.module.css";

interface FigureProps {
  /** What the figure is, for those who hear it without its surroundings: "Proposal, entered". */
  label: string;
  text: string;
  /** How it is computed, in words or with its numbers. */
  formula: string;
  /** Opens the deals behind it; absent where none are. */
  onOpen?: (() => void) | undefined;
  /** What stands below: the change since the period before. */
  children?: ReactNode;
  strong?: boolean;
}

/** A figure that explains itself: its formula on hover or focus, its deals on click. */
export function Figure({ label, text, formula, onOpen, children, strong = false }: FigureProps) {
  const content = (
    <>
      <span className={classes.figureText} data-strong={strong || undefined}>
        {text}
      </span>
      {children}
    </>
  );
  return (
    <Tooltip label={formula} multiline maw={320} events={{ hover: true, focus: true, touch: false }}>
      {onOpen ? (
        <button type="button" className={classes.figure} aria-label={`${label}: ${text}`} onClick={onOpen}>
          {content}
        </button>
      ) : (
        <span className={classes.figure}>{content}</span>
      )}
    </Tooltip>
  );
}
