import { useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DealFilter, DealRowFragment } from "@/gql/graphql";
import type { MoneyValue } from "@/lib/format/money";
import { usePages } from "@/lib/graphql/pages";
import { Board } from "@/ui/board/Board";
import { BoardColumn } from "@/ui/board/BoardColumn";
import { MoneyText } from "@/ui/cells/MoneyText";
import { type FilterPart, joinParts } from "@/ui/filter/conditions";
import type { Pipeline, Stage } from "@/ui/pipelines";
import { DealCard, dealCardHeight } from "./DealCard";
import { DealCountText } from "./DealCountText";
import { DealList, dealPage } from "./deal-row";
import classes from "./deals.module.css";
import { useRequestMove } from "./moves";
import { useStageAmounts } from "./stage-amounts";
import { useDealListActions } from "./use-deal-list-actions";

const noRows: readonly DealRowFragment[] = [];

interface DealBoardProps {
  pipeline: Pipeline;
  pipelines: readonly Pipeline[];
  parts: readonly FilterPart[];
  search: string | undefined;
}

/** The deals of one pipeline, a column for each stage. */
export default function DealBoard({ pipeline, pipelines, parts, search }: DealBoardProps) {
  const requestMove = useRequestMove();
  const { setCurrent, refreshCurrent, dialogs } = useDealListActions(pipelines, noRows);
  const filter = useMemo(() => joinParts<DealFilter>(parts), [parts]);
  const amounts = useStageAmounts(pipeline.id, filter, search);
  const drop = useCallback(
    (deal: DealRowFragment, stageId: string) => {
      const stage = pipeline.stages.find((candidate) => candidate.id === stageId);
      if (stage) requestMove(deal, stage);
    },
    [pipeline, requestMove],
  );
  return (
    <>
      <Board<DealRowFragment>
        label={pipeline.label}
        onDrop={drop}
        renderDragged={(deal) => <DealCard deal={deal} lifted />}
      >
        {pipeline.stages.map((stage, position) => (
          <DealColumn
            key={stage.id}
            stage={stage}
            position={position}
            parts={parts}
            search={search}
            amount={amounts.get(stage.id)}
            onCurrentChange={setCurrent}
            onRowsChange={refreshCurrent}
          />
        ))}
      </Board>
      {dialogs}
    </>
  );
}

interface DealColumnProps {
  stage: Stage;
  position: number;
  parts: readonly FilterPart[];
  search: string | undefined;
  /** What the deals of the column are worth together; undefined while that is not known. */
  amount: MoneyValue | undefined;
  onCurrentChange: (deal: DealRowFragment | null) => void;
  onRowsChange: (deals: readonly DealRowFragment[]) => void;
}

const renderCard = (deal: DealRowFragment) => <DealCard deal={deal} />;

function DealColumn(props: DealColumnProps) {
  const { stage, position, parts, search, amount, onCurrentChange, onRowsChange } = props;
  const { t } = useTranslation("deals");
  const filter: DealFilter = useMemo(
    () => ({ and: [{ stageId: { eq: stage.id } }, ...parts] }),
    [stage.id, parts],
  );
  const pages = usePages(
    DealList,
    {
      filter,
      search,
      // Open deals by urgency; closed ones with the latest on top.
      orderBy: [
        stage.kind === "OPEN"
          ? { field: "EXPECTED_CLOSE_DATE", direction: "ASC", nulls: "LAST" }
          : { field: "CLOSED_DATE", direction: "DESC", nulls: "LAST" },
      ],
      first: 40,
    },
    dealPage,
  );
  useEffect(() => onRowsChange(pages.rows), [onRowsChange, pages.rows]);
  return (
    <BoardColumn
      id={stage.id}
      position={position}
      label={stage.label}
      header={
        <div className={classes.columnTitle}>
          <h2 className={classes.columnName} data-kind={stage.kind} title={stage.label}>
            {stage.label}
          </h2>
          <DealCountText filter={filter} search={search} bare />
          <span className={classes.columnSum}>{amount && <MoneyText value={amount} />}</span>
        </div>
      }
      pages={pages}
      cardHeight={dealCardHeight}
      renderCard={renderCard}
      onCurrentChange={onCurrentChange}
      empty={<p className={classes.columnEmpty}>{t(search ? "columnNoMatch" : "columnEmpty")}</p>}
    />
  );
}
