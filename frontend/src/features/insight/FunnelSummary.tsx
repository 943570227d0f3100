import { useTranslation } from "react-i18next";
import type { FunnelFigure } from "@/gql/graphql";
import { ChangeText } from "./ChangeText";
import { countChange, moneyChange, rateChange } from "./change";
import { Figure } from "./Figure";
import { type Funnel, funnelTotals } from "./funnel-figures";
import classes from "./insight.module.css";
import { useFigureFormats } from "./use-figure-formats";

interface FunnelSummaryProps {
  funnel: Funnel;
  before: Funnel | undefined;
  onOpen: (figure: FunnelFigure | "OPEN") => void;
}

/** The figures of the whole funnel: what is open, and how what closed has ended. */
export function FunnelSummary({ funnel, before, onOpen }: FunnelSummaryProps) {
  const { t } = useTranslation("insight");
  const formats = useFigureFormats();
  const open = funnelTotals(funnel);
  const openBefore = before && funnelTotals(before);
  const figures = [
    {
      id: "count",
      figure: "OPEN",
      text: formats.count(open.count),
      change: countChange(open.count, openBefore?.count),
      welcome: null,
    },
    {
      id: "amount",
      figure: "OPEN",
      text: formats.money(open.amount),
      change: moneyChange(open.amount, openBefore?.amount),
      welcome: null,
    },
    {
      id: "weightedAmount",
      figure: "OPEN",
      text: formats.money(open.weightedAmount),
      change: moneyChange(open.weightedAmount, openBefore?.weightedAmount),
      welcome: null,
    },
    {
      id: "wonCount",
      figure: "WON",
      text: formats.count(funnel.wonCount),
      change: countChange(funnel.wonCount, before?.wonCount),
      welcome: "up",
    },
    {
      id: "wonAmount",
      figure: "WON",
      text: formats.money(funnel.wonAmount),
      change: moneyChange(funnel.wonAmount, before?.wonAmount),
      welcome: "up",
    },
    {
      id: "lostCount",
      figure: "LOST",
      text: formats.count(funnel.lostCount),
      change: countChange(funnel.lostCount, before?.lostCount),
      welcome: "down",
    },
    {
      id: "winRate",
      figure: "CLOSED",
      text: formats.rate(funnel.winRate),
      change: rateChange(funnel.winRate, before?.winRate),
      welcome: "up",
    },
  ] as const;
  return (
    <dl className={classes.summary}>
      {figures.map(({ id, figure, text, change, welcome }) => (
        <div key={id} className={classes.summaryItem}>
          <dt>{t(`summary.${id}`)}</dt>
          <dd>
            <Figure
              label={t(`summary.${id}`)}
              text={text}
              formula={t(`summaryFormula.${id}`)}
              onOpen={() => onOpen(figure)}
            >
              {before && <ChangeText change={change} welcome={welcome} />}
            </Figure>
          </dd>
        </div>
      ))}
    </dl>
  );
}
