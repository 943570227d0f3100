import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  MouseSensor,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { IconGripVertical } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./parts.module.css";
import { movedTo } from "./reorder";

interface SortableRowsProps<Row extends { id: string }> {
  label: string;
  rows: readonly Row[];
  nameOf: (row: Row) => string;
  sortable: boolean;
  /** Writes the new order; it is shown at once, and until this is done. */
  onMove: (id: string, index: number, rows: readonly Row[]) => Promise<void>;
  children: (row: Row) => ReactNode;
}

// What is dragged is announced by the live region below, by its name and not by its id.
const silent = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
};

/** Rows in an order of their own: dragged by their handles, or moved by the arrow keys on them. */
export function SortableRows<Row extends { id: string }>(props: SortableRowsProps<Row>) {
  const { rows, nameOf, onMove } = props;
  const { t } = useTranslation("settings");
  const [shown, setShown] = useState<readonly Row[] | null>(null);
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const refocus = useRef<string | null>(null);
  const current = shown ?? rows;
  const order = current.map((row) => row.id).join();

  // A node that changes its place in the document loses the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order is what the effect follows
  useEffect(() => {
    if (refocus.current)
      list.current?.querySelector<HTMLElement>(`[data-handle="${refocus.current}"]`)?.focus();
    refocus.current = null;
  }, [order]);

  const move = async (id: string, index: number) => {
    const row = current.find((candidate) => candidate.id === id);
    if (!row || shown || index < 0 || index >= rows.length || current.indexOf(row) === index) return;
    const next = movedTo(current, id, index);
    setShown(next);
    setSaid(t("sort.moved", { name: nameOf(row), place: index + 1, total: rows.length }));
    await onMove(id, index, next);
    setShown(null);
  };
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 120, tolerance: 8 } }),
  );
  const drop = ({ active, over }: DragEndEvent) => {
    if (over)
      void move(
        String(active.id),
        current.findIndex((row) => row.id === over.id),
      );
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ announcements: silent, restoreFocus: false }}
    >
      <ul ref={list} className={classes.rows} aria-label={props.label}>
        {current.map((row, index) => (
          <SortableRow
            key={row.id}
            id={row.id}
            index={index}
            name={nameOf(row)}
            sortable={props.sortable}
            onStep={(step) => {
              refocus.current = row.id;
              void move(row.id, index + step);
            }}
          >
            {props.children(row)}
          </SortableRow>
        ))}
      </ul>
      <span className="visually-hidden" aria-live="polite">
        {said}
      </span>
    </DndContext>
  );
}

interface SortableRowProps {
  id: string;
  index: number;
  name: string;
  sortable: boolean;
  onStep: (step: number) => void;
  children: ReactNode;
}

function SortableRow({ id, index, name, sortable, onStep, children }: SortableRowProps) {
  const { t } = useTranslation("settings");
  const drag = useDraggable({ id, data: { index }, disabled: !sortable });
  const drop = useDroppable({ id });
  const from: unknown = drop.active?.data.current?.index;
  const over =
    drop.isOver && typeof from === "number" && from !== index
      ? from > index
        ? "before"
        : "after"
      : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <li
      ref={(node) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      className={classes.row}
      data-over={over}
      data-lifted={drag.isDragging || undefined}
      style={drag.transform ? { transform: `translateY(${drag.transform.y}px)` } : undefined}
    >
      {sortable ? (
        <button
          type="button"
          className={classes.handle}
          data-handle={id}
          aria-label={t("sort.handle", { name })}
          title={t("sort.hint")}
          onKeyDown={onKeyDown}
          {...drag.listeners}
        >
          <IconGripVertical size={14} aria-hidden />
        </button>
      ) : (
        <span className={classes.noHandle} />
      )}
      <div className={classes.rowContent}>{children}</div>
    </li>
  );
}
