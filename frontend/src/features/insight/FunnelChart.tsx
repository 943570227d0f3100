import { useComputedColorScheme } from "@mantine/core";
import { FunnelChart as FunnelSeries } from "echarts/charts";
import { TooltipComponent } from "echarts/components";
import { type EChartsType, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import classes from "./insight.module.css";

use([FunnelSeries, TooltipComponent, SVGRenderer]);

/** A band of the funnel. */
export interface Band {
  /** The stage, or null for the deals won at the end. */
  stage: string | null;
  label: string;
  value: number;
  /** The value as it is written elsewhere. */
  text: string;
}

interface FunnelChartProps {
  label: string;
  bands: readonly Band[];
  /** The height of a band in pixels. */
  bandHeight: number;
  /** Whether the bands say their names, where no table stands beside them. */
  labelled: boolean;
  onOpen: (stage: string | null) => void;
}

/** The shape of the funnel, a band for each stage. The table has the same figures for those who do not see it. */
export default function FunnelChart({ label, bands, bandHeight, labelled, onOpen }: FunnelChartProps) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const open = useRef(onOpen);
  open.current = onOpen;
  const scheme = useComputedColorScheme("light");
  const height = bands.length * bandHeight;

  useEffect(() => {
    if (!element.current) return;
    const created = init(element.current, null, { renderer: "svg" });
    chart.current = created;
    created.on("click", ({ data }) => open.current((data as Band).stage));
    const observer = new ResizeObserver(() => created.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      created.dispose();
    };
  }, []);

  useEffect(() => {
    if (!element.current || !chart.current) return;
    // Read when the scheme changes: the colours are the page's own.
    const style = getComputedStyle(element.current);
    const colour = (name: string) => style.getPropertyValue(name).trim();
    const dark = scheme === "dark";
    chart.current.resize({ height });
    chart.current.setOption(
      {
        textStyle: { fontFamily: style.fontFamily },
        tooltip: {
          backgroundColor: colour("--mantine-color-body"),
          borderColor: colour("--t-line"),
          textStyle: { color: colour("--mantine-color-text"), fontSize: 12 },
          formatter: ({ data }: { data: Band }) => `${escaped(data.label)} <b>${escaped(data.text)}</b>`,
        },
        series: [
          {
            type: "funnel",
            sort: "none",
            left: 0,
            right: labelled ? "42%" : 0,
            top: 0,
            bottom: 0,
            minSize: "2%",
            gap: 3,
            cursor: "pointer",
            label: {
              show: labelled,
              position: "right",
              color: colour("--mantine-color-text"),
              formatter: ({ data }: { data: Band }) => `${data.label}  ${data.text}`,
            },
            labelLine: { length: 8, lineStyle: { color: colour("--t-strong-line") } },
            emphasis: { itemStyle: { opacity: 1 }, label: { fontWeight: 400 } },
            itemStyle: { borderWidth: 0, opacity: 0.9 },
            data: bands.map((band) => ({
              ...band,
              name: band.label,
              itemStyle: {
                color:
                  band.stage === null
                    ? colour("--t-won")
                    : colour(dark ? "--mantine-color-iris-6" : "--mantine-color-iris-7"),
              },
            })),
          },
        ],
      },
      { notMerge: true },
    );
  }, [bands, height, labelled, scheme]);

  return <div ref={element} className={classes.chart} style={{ height }} role="img" aria-label={label} />;
}

/** Tooltips are HTML, names are the users' own. */
function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
