import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, useActions } from "@/lib/actions";
import type { Outcome } from "@/lib/graphql/mutate";
import { lazySoon } from "@/lib/lazy-soon";
import { useAssignment } from "../record/use-assignment";
import type { Selection } from "../table/use-selection";
import type { Subject } from "../timeline/subject";

const NextStepDialog = lazySoon(() => import("../tasks/NextStepDialog"));

export interface ListedRecord {
  id: string;
  name: string;
  owner: { id: string } | null;
  viewerCan: readonly string[];
}

interface ListRecordActions<Row> {
  /** Told which record is hovered or focused. */
  setCurrent: (row: Row | null) => void;
  /** Told of rows that have changed: keys act on the current record as it is now, not as it was when it was hovered. */
  refreshCurrent: (rows: readonly Row[]) => void;
  current: () => Row | null;
  assignSelected: () => void;
  /** To be rendered. */
  dialogs: ReactNode;
}

/** What keys do with the current record of a list without opening it, and with the selected ones. */
export function useListRecordActions<Row extends ListedRecord>(
  kind: Subject["kind"],
  rows: readonly Row[],
  selection: Selection | undefined,
  assign: (id: string, ownerId: string | null) => Promise<Outcome<unknown>>,
): ListRecordActions<Row> {
  const { t } = useTranslation();
  const latest = useRef<Row | null>(null);
  const setCurrent = useCallback((row: Row | null) => {
    latest.current = row;
  }, []);
  const refreshCurrent = useCallback((changed: readonly Row[]) => {
    latest.current = changed.find((row) => row.id === latest.current?.id) ?? latest.current;
  }, []);
  useEffect(() => refreshCurrent(rows), [refreshCurrent, rows]);
  const current = useCallback(() => latest.current, []);
  const [planned, setPlanned] = useState<Row | null>(null);
  const { request, dialog } = useAssignment(assign, selection?.clear);
  const assignSelected = useCallback(
    () => request(rows.filter((row) => selection?.ids.has(row.id))),
    [request, rows, selection],
  );

  const actions = useMemo((): Action[] => {
    const section = t("section.list");
    return [
      {
        id: "record:nextStep",
        label: t("nextStep.add"),
        section,
        keys: "n",
        run: () => setPlanned(current()),
      },
      {
        id: "record:assign",
        label: t("assign.action"),
        section,
        keys: "a",
        run: () => {
          if (selection && selection.ids.size > 0) assignSelected();
          else request([current()].filter((row) => row !== null));
        },
      },
    ];
  }, [t, current, request, selection, assignSelected]);
  useActions(actions);

  const dialogs = (
    <>
      {dialog}
      <Suspense>
        {planned && (
          <NextStepDialog
            subject={{ kind, id: planned.id }}
            name={planned.name}
            onClose={() => setPlanned(null)}
          />
        )}
      </Suspense>
    </>
  );
  return { setCurrent, refreshCurrent, current, assignSelected, dialogs };
}
