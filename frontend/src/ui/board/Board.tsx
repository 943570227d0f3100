import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import classes from "./Board.module.css";
import { BoardContext, type BoardControls, useBoardControls } from "./board-context";

interface BoardProps<Card> {
  label: string;
  /** Columns, as `BoardColumn`s, from left to right. */
  children: ReactNode;
  onDrop: (card: Card, columnId: string) => void;
  renderDragged: (card: Card) => ReactNode;
}

/** Columns of cards. Cards are dragged with mouse or finger; with the keyboard, arrows go from card to card. */
export function Board<Card>({ label, children, onDrop, renderDragged }: BoardProps<Card>) {
  const [dragged, setDragged] = useState<Card | null>(null);
  const controls = useBoardControls();
  // A short way or a short wait tells dragging from clicking and scrolling.
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  );
  const start = ({ active }: DragStartEvent) => setDragged((active.data.current?.card as Card) ?? null);
  const end = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const card = active.data.current?.card as Card | undefined;
    if (card && over && over.id !== active.data.current?.columnId) onDrop(card, String(over.id));
  };
  return (
    <BoardContext value={controls}>
      <DndContext
        sensors={sensors}
        collisionDetection={pointerWithin}
        onDragStart={start}
        onDragEnd={end}
        onDragCancel={() => setDragged(null)}
        accessibility={{ restoreFocus: false }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would announce a form */}
        <div
          role="group"
          aria-label={label}
          className={classes.board}
          onKeyDown={(event) => moveFocus(event, controls)}
        >
          {children}
        </div>
        <DragOverlay dropAnimation={null}>{dragged && renderDragged(dragged)}</DragOverlay>
      </DndContext>
    </BoardContext>
  );
}

function moveFocus(event: KeyboardEvent, controls: BoardControls): void {
  const card = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-card]") : null;
  if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
  const column = card.dataset.column ?? "";
  const index = Number(card.dataset.card);
  const step = new Map<string, () => void>([
    ["ArrowDown", () => controls.focus(column, index + 1)],
    ["j", () => controls.focus(column, index + 1)],
    ["ArrowUp", () => controls.focus(column, index - 1)],
    ["k", () => controls.focus(column, index - 1)],
    ["ArrowRight", () => controls.focusBeside(column, 1, index)],
    ["ArrowLeft", () => controls.focusBeside(column, -1, index)],
  ]).get(event.key);
  if (!step) return;
  event.preventDefault();
  step();
}
