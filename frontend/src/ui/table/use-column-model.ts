import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo } from "react";
import type { ColumnLayout, RecordColumn } from "./columns";

const features = tableFeatures({
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});
const noRows: never[] = [];

export interface ColumnHeader {
  id: string;
  width: number;
  startResize: (event: unknown) => void;
  resizeBy: (pixels: number) => void;
}

/** Order, visibility and widths of columns. The rows stay outside: nothing of them depends on the model. */
export function useColumnModel<Row>(
  columns: readonly RecordColumn<Row>[],
  layout: ColumnLayout,
  onLayoutChange: (layout: ColumnLayout) => void,
): { headers: ColumnHeader[]; template: string; width: number } {
  const definitions = useMemo(
    () =>
      columns.map(({ id, label, width }) => ({ id, header: label, size: width, minSize: 56, maxSize: 640 })),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, layout.order.includes(id)])),
    [columns, layout.order],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: noRows,
    columnResizeMode: "onChange",
    state: { columnOrder: [...layout.order], columnVisibility, columnSizing: { ...layout.widths } },
    onColumnSizingChange: (update) =>
      onLayoutChange({
        ...layout,
        widths: typeof update === "function" ? update({ ...layout.widths }) : update,
      }),
  });
  const headers = (table.getHeaderGroups()[0]?.headers ?? []).map((header) => ({
    id: header.column.id,
    width: header.getSize(),
    startResize: header.getResizeHandler(),
    resizeBy: (pixels: number) =>
      table.setColumnSizing((widths) => ({
        ...widths,
        [header.column.id]: Math.min(640, Math.max(56, header.getSize() + pixels)),
      })),
  }));
  // The first column takes what is left over, so that a wide window has no empty strip.
  const template = headers.map(({ width }, index) =>
    index === 0 ? `minmax(${width}px, 1fr)` : `${width}px`,
  );
  return {
    headers,
    template: template.join(" "),
    width: headers.reduce((sum, header) => sum + header.width, 0),
  };
}
