import { Checkbox, Loader } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PagedList } from "@/lib/graphql/pages";
import type { RecordLink } from "@/lib/record-link";
import { usePhone } from "@/lib/use-phone";
import { ErrorState, MoreFailed, RowsSkeleton } from "../states";
import type { ColumnLayout, RecordColumn, Sort } from "./columns";
import classes from "./RecordTable.module.css";
import { RecordTableHeader } from "./RecordTableHeader";
import { useColumnModel } from "./use-column-model";
import { useRowFocus } from "./use-row-focus";
import type { Selection } from "./use-selection";

interface RecordTableProps<Row extends { id: string }> {
  label: string;
  columns: readonly RecordColumn<Row>[];
  layout: ColumnLayout;
  onLayoutChange: (layout: ColumnLayout) => void;
  sort: Sort | null;
  onSortChange: (sort: Sort | null) => void;
  pages: PagedList<Row>;
  rowName: (row: Row) => string;
  rowLink: (row: Row) => RecordLink;
  /** On a phone a row has two lines of its own making. */
  phoneRow: (row: Row) => ReactNode;
  /** What stands here when nothing matches: the next step. */
  empty: ReactNode;
  selection?: Selection;
  /** Told which row is hovered or focused, for shortcuts that act on it. */
  onCurrentChange?: (row: Row | null) => void;
}

const selectionWidth = 34;
const rowHeight = { desktop: 32, phone: 54 };
/** So many rows before the end the next page is asked for. */
const loadAheadRows = 20;

/** A list of records. Only the rows in sight are in the document; the rest is read while scrolling. */
export function RecordTable<Row extends { id: string }>(props: RecordTableProps<Row>) {
  const { columns, layout, pages, selection } = props;
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const phone = usePhone();
  const model = useColumnModel(columns, layout, props.onLayoutChange);
  const { headers } = model;
  const template = selection ? `${selectionWidth}px ${model.template}` : model.template;
  const width = model.width + (selection ? selectionWidth : 0);
  const virtualizer = useVirtualizer({
    count: pages.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone ? rowHeight.phone : rowHeight.desktop),
    getItemKey: (index) => pages.rows[index]?.id ?? index,
    overscan: 10,
  });
  useEffect(() => {
    if (phone !== undefined) virtualizer.measure();
  }, [phone, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  const nearEnd = pages.hasMore && last >= pages.rows.length - loadAheadRows;
  const { loadMore, watch } = pages;
  useEffect(() => watch(first, last), [watch, first, last]);
  useEffect(() => {
    if (nearEnd && !pages.stale) loadMore();
  }, [nearEnd, pages.stale, loadMore]);

  const focus = useRowFocus({
    rows: pages.rows,
    shown: { first, last },
    scroller,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    rowLink: props.rowLink,
    ...(selection && { onToggle: selection.toggle }),
    ...(props.onCurrentChange && { onCurrentChange: props.onCurrentChange }),
  });
  const cellsById = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);

  if (pages.error && pages.rows.length === 0)
    return <ErrorState title={t("state.listFailed")} onRetry={pages.retry} />;
  if (!pages.loading && !pages.outdated && pages.rows.length === 0) return props.empty;

  return (
    <div className={classes.scroller} ref={scroller}>
      {/* A table by role, not by tag: rows are placed where the scroll position wants them. */}
      <div
        role="table"
        aria-label={props.label}
        aria-rowcount={pages.hasMore ? -1 : pages.rows.length + 1}
        aria-busy={pages.loading || pages.outdated}
        className={classes.table}
        data-selecting={(selection && selection.ids.size > 0) || undefined}
        style={phone ? undefined : { minWidth: width }}
      >
        {!phone && (
          <RecordTableHeader
            headers={headers}
            template={template}
            columns={cellsById}
            selection={selection}
            allSelected={pages.rows.length > 0 && selection?.ids.size === pages.rows.length}
            sort={props.sort}
            onSortChange={props.onSortChange}
          />
        )}
        {pages.loading ? (
          <div className={classes.skeleton}>
            <RowsSkeleton rows={14} />
          </div>
        ) : (
          <div
            role="rowgroup"
            className={classes.body}
            data-outdated={pages.outdated || undefined}
            style={{ height: virtualizer.getTotalSize() }}
            {...focus.groupProps}
          >
            {items.map((item) => {
              const row = pages.rows[item.index];
              if (!row) return null;
              return (
                <div
                  key={item.key}
                  role="row"
                  aria-rowindex={item.index + 2}
                  aria-selected={selection?.ids.has(row.id)}
                  className={classes.row}
                  style={{
                    height: item.size,
                    transform: `translateY(${item.start}px)`,
                    gridTemplateColumns: phone ? undefined : template,
                  }}
                  {...focus.rowProps(item.index)}
                >
                  {phone ? (
                    <div role="cell" className={classes.phoneCell}>
                      <Link {...props.rowLink(row)} className={classes.phoneLink} tabIndex={-1}>
                        {props.phoneRow(row)}
                      </Link>
                    </div>
                  ) : (
                    <>
                      {selection && (
                        <SelectionCell
                          label={t("list.selectRow", { name: props.rowName(row) })}
                          checked={selection.ids.has(row.id)}
                          onToggle={(event) => selection.toggle(row.id, event.shiftKey)}
                        />
                      )}
                      {headers.map((header, index) => (
                        <Cell
                          key={header.id}
                          column={cellsById.get(header.id)}
                          row={row}
                          link={index === 0 ? props.rowLink(row) : null}
                        />
                      ))}
                    </>
                  )}
                </div>
              );
            })}
          </div>
        )}
      </div>
      {pages.loadingMore && (
        <div className={classes.more}>
          <Loader size="xs" role="status" aria-label={t("state.loading")} />
        </div>
      )}
      {pages.error && <MoreFailed onRetry={pages.retry} />}
    </div>
  );
}

interface SelectionCellProps {
  label: string;
  checked: boolean;
  onToggle: (event: MouseEvent) => void;
}

function SelectionCell({ label, checked, onToggle }: SelectionCellProps) {
  return (
    <div role="cell" className={classes.selectionCell}>
      {/* The row is the tab stop, and Space selects it: the box is for the pointer. */}
      <Checkbox aria-label={label} tabIndex={-1} checked={checked} onClick={onToggle} readOnly />
    </div>
  );
}

interface CellProps<Row> {
  column: RecordColumn<Row> | undefined;
  row: Row;
  /** The first cell leads to the record by a real link, for middle click and "open in a new tab". */
  link: RecordLink | null;
}

function Cell<Row>({ column, row, link }: CellProps<Row>) {
  if (!column) return null;
  const content = column.cell(row);
  return (
    <div role="cell" className={classes.cell} data-align={column.align}>
      {link ? (
        <Link {...link} className={classes.link} tabIndex={-1}>
          {content}
        </Link>
      ) : (
        content
      )}
    </div>
  );
}
