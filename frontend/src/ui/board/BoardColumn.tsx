import { useDraggable, useDroppable } from "@dnd-kit/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { memo, type ReactNode, use, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PagedList } from "@/lib/graphql/pages";
import { ErrorState, MoreFailed, RowsSkeleton } from "../states";
import classes from "./Board.module.css";
import { BoardContext } from "./board-context";

interface BoardColumnProps<Card extends { id: string }> {
  id: string;
  /** From the left, from 0. */
  position: number;
  label: string;
  header: ReactNode;
  pages: PagedList<Card>;
  cardHeight: number;
  /** A memoised function; it draws the card, whose first link takes the focus. */
  renderCard: (card: Card) => ReactNode;
  onCurrentChange: (card: Card | null) => void;
  empty: ReactNode;
}

const gap = 6;
const loadAheadCards = 10;

/** One column. Only the cards in sight are in the document. */
export function BoardColumn<Card extends { id: string }>(props: BoardColumnProps<Card>) {
  const { id, position, pages, cardHeight } = props;
  const { t } = useTranslation();
  const { setNodeRef, isOver, active } = useDroppable({ id });
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: pages.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight + gap,
    getItemKey: (index) => pages.rows[index]?.id ?? index,
    overscan: 3,
  });
  const items = virtualizer.getVirtualItems();
  const { loadMore, watch } = pages;
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => watch(first, last), [watch, first, last]);
  const nearEnd = pages.hasMore && last >= pages.rows.length - loadAheadCards;
  useEffect(() => {
    if (nearEnd && !pages.stale) loadMore();
  }, [nearEnd, pages.stale, loadMore]);

  const controls = use(BoardContext);
  const rows = useRef(pages.rows);
  rows.current = pages.rows;
  useEffect(
    () =>
      controls?.register(id, {
        position,
        count: () => rows.current.length,
        card: (index) => rows.current[index],
        scrollTo: (index) => virtualizer.scrollToIndex(index),
        element: () => scroller.current,
      }),
    [controls, id, position, virtualizer],
  );

  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      data-over={(isOver && active?.data.current?.columnId !== id) || undefined}
      aria-label={props.label}
    >
      <header className={classes.columnHeader}>{props.header}</header>
      <div className={classes.cards} ref={scroller}>
        {pages.loading && <RowsSkeleton rows={4} />}
        {pages.error && pages.rows.length === 0 && (
          <ErrorState title={t("state.listFailed")} onRetry={pages.retry} />
        )}
        {!pages.loading && !pages.error && pages.rows.length === 0 && props.empty}
        {pages.rows.length > 0 && (
          <ul
            className={classes.list}
            style={{ height: virtualizer.getTotalSize() }}
            // Keys go on with the card that has the focus.
            onMouseLeave={() => props.onCurrentChange((controls?.focusedCard() ?? null) as Card | null)}
          >
            {items.map((item) => {
              const card = pages.rows[item.index];
              return card ? (
                <DraggableCard
                  key={item.key}
                  card={card}
                  columnId={id}
                  index={item.index}
                  top={item.start}
                  height={cardHeight}
                  render={props.renderCard}
                  onCurrent={props.onCurrentChange}
                />
              ) : null;
            })}
          </ul>
        )}
        {pages.error && pages.rows.length > 0 && <MoreFailed onRetry={pages.retry} />}
      </div>
    </section>
  );
}

interface DraggableCardProps<Card> {
  card: Card;
  columnId: string;
  index: number;
  top: number;
  height: number;
  render: (card: Card) => ReactNode;
  onCurrent: (card: Card) => void;
}

function DraggableCardInner<Card extends { id: string }>(props: DraggableCardProps<Card>) {
  const { card, columnId, index, top, height, render, onCurrent } = props;
  // The attributes of a draggable are left out: the link in the card is the control, and keys move cards by actions.
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: card.id, data: { card, columnId } });
  return (
    <li
      ref={setNodeRef}
      className={classes.slot}
      style={{ height, transform: `translateY(${top}px)` }}
      data-card={index}
      data-column={columnId}
      data-dragging={isDragging || undefined}
      onMouseEnter={() => onCurrent(card)}
      onFocus={() => onCurrent(card)}
      {...listeners}
    >
      {render(card)}
    </li>
  );
}

const DraggableCard = memo(DraggableCardInner) as typeof DraggableCardInner;
