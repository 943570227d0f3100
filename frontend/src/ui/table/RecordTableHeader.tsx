import { Checkbox, UnstyledButton } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { nextSort, type RecordColumn, type Sort } from "./columns";
import classes from "./RecordTable.module.css";
import type { ColumnHeader } from "./use-column-model";
import type { Selection } from "./use-selection";

/** How far one press of an arrow key moves the edge of a column. */
const resizeStepPx = 16;

interface RecordTableHeaderProps<Row> {
  headers: readonly ColumnHeader[];
  template: string;
  columns: ReadonlyMap<string, RecordColumn<Row>>;
  sort: Sort | null;
  onSortChange: (sort: Sort | null) => void;
  selection: Selection | undefined;
  allSelected: boolean;
}

export function RecordTableHeader<Row>(props: RecordTableHeaderProps<Row>) {
  const { t } = useTranslation();
  const { selection, allSelected } = props;
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" className={classes.headRow} style={{ gridTemplateColumns: props.template }}>
        {selection && (
          <div role="columnheader" className={classes.selectionCell}>
            <Checkbox
              aria-label={t("list.selectAll")}
              checked={allSelected}
              indeterminate={!allSelected && selection.ids.size > 0}
              onChange={() => selection.setAll(!allSelected)}
            />
          </div>
        )}
        {props.headers.map((header) => {
          const column = props.columns.get(header.id);
          return column ? <HeaderCell key={header.id} header={header} column={column} {...props} /> : null;
        })}
      </div>
    </div>
  );
}

interface HeaderCellProps<Row> extends RecordTableHeaderProps<Row> {
  header: ColumnHeader;
  column: RecordColumn<Row>;
}

function HeaderCell<Row>({ header, column, sort, onSortChange }: HeaderCellProps<Row>) {
  const { t } = useTranslation();
  const { sortField, label } = column;
  const direction = sort && sort.field === sortField ? sort.direction : null;
  const Arrow = direction === "DESC" ? IconArrowDown : IconArrowUp;
  return (
    <div
      role="columnheader"
      className={classes.headCell}
      data-align={column.align}
      aria-sort={direction === "ASC" ? "ascending" : direction === "DESC" ? "descending" : "none"}
    >
      {sortField ? (
        <UnstyledButton
          className={classes.sort}
          title={t("list.sortBy", { field: label })}
          onClick={() => onSortChange(nextSort(sort, sortField))}
        >
          {label}
          {direction && <Arrow size={12} aria-hidden />}
        </UnstyledButton>
      ) : (
        <span className={classes.sort}>{label}</span>
      )}
      <div
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-label={t("list.resize", { field: label })}
        aria-valuenow={header.width}
        className={classes.resizer}
        onMouseDown={header.startResize}
        onTouchStart={header.startResize}
        onKeyDown={(event) => {
          if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
          event.preventDefault();
          header.resizeBy(event.key === "ArrowLeft" ? -resizeStepPx : resizeStepPx);
        }}
      />
    </div>
  );
}
