import { UnstyledButton } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Stage } from "@/ui/pipelines";
import classes from "./DealPage.module.css";

interface PathBarProps {
  stages: readonly Stage[];
  currentId: string;
  disabled: boolean;
  onChoose: (stage: Stage) => void;
}

/** The way of a deal through its stages: those behind it, where it is, those ahead. A click moves it. */
export function PathBar({ stages, currentId, disabled, onChoose }: PathBarProps) {
  const { t } = useTranslation("deals");
  const current = stages.findIndex((stage) => stage.id === currentId);
  // On a phone the way is wider than the screen.
  const path = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const step = path.current?.children[current];
    if (path.current && step instanceof HTMLElement)
      path.current.scrollLeft = step.offsetLeft - (path.current.clientWidth - step.offsetWidth) / 2;
  }, [current]);
  return (
    <ol ref={path} className={classes.path} aria-label={t("page.path")}>
      {stages.map((stage, index) => {
        const isCurrent = index === current;
        // A lost deal has not been through the stages before, as far as the bar can know.
        const isPassed = index < current && stages[current]?.kind !== "LOST" && stage.kind === "OPEN";
        return (
          <li key={stage.id} className={classes.pathItem}>
            <UnstyledButton
              className={classes.pathStep}
              data-kind={stage.kind}
              data-passed={isPassed || undefined}
              aria-current={isCurrent ? "step" : undefined}
              aria-label={
                isCurrent
                  ? t("page.stageCurrent", { stage: stage.label })
                  : t("page.moveTo", { stage: stage.label })
              }
              disabled={disabled || isCurrent}
              onClick={() => onChoose(stage)}
            >
              {stage.label}
            </UnstyledButton>
          </li>
        );
      })}
    </ol>
  );
}
