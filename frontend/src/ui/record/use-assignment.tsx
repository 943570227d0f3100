import { type ReactNode, Suspense, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Outcome, UserError } from "@/lib/graphql/mutate";
import { lazySoon } from "@/lib/lazy-soon";
import { notifyRefusal, offerUndo } from "@/lib/notify";

const AssignDialog = lazySoon(() => import("./AssignDialog"));

interface Assignable {
  id: string;
  name: string;
  owner: { id: string } | null;
  viewerCan: readonly string[];
}

type Assign = (id: string, ownerId: string | null) => Promise<Outcome<unknown>>;

/** Runs the assignments and says what was refused. Returns the ids of those that were made. */
async function assignAll(
  owners: readonly { id: string; ownerId: string | null }[],
  assign: Assign,
): Promise<string[]> {
  const outcomes = await Promise.all(owners.map(({ id, ownerId }) => assign(id, ownerId)));
  const refused: UserError[] = outcomes.flatMap((outcome) =>
    outcome.kind === "refused" ? outcome.userErrors : [],
  );
  if (refused.length > 0)
    notifyRefusal([...new Map(refused.map((error) => [error.message, error])).values()]);
  return owners.flatMap(({ id }, index) => (outcomes[index]?.kind === "done" ? [id] : []));
}

/** Gives records to another owner, one or many, with undo. `dialog` is to be rendered. */
export function useAssignment(
  assign: Assign,
  onAssigned?: () => void,
): { request: (records: readonly Assignable[]) => void; dialog: ReactNode } {
  const { t } = useTranslation();
  const [records, setRecords] = useState<readonly Assignable[] | null>(null);

  const request = useCallback((wanted: readonly Assignable[]) => {
    const allowed = wanted.filter((record) => record.viewerCan.includes("ASSIGN"));
    if (allowed.length > 0) setRecords(allowed);
  }, []);

  const run = async (chosen: readonly Assignable[], ownerId: string) => {
    setRecords(null);
    const done = await assignAll(
      chosen.map(({ id }) => ({ id, ownerId })),
      assign,
    );
    if (done.length === 0) return;
    onAssigned?.();
    const before = chosen
      .filter(({ id }) => done.includes(id))
      .map(({ id, owner }) => ({ id, ownerId: owner?.id ?? null }));
    offerUndo(
      t("assign.done", { count: done.length }),
      t("action.undo"),
      () => void assignAll(before, assign),
    );
  };

  const first = records?.[0];
  const dialog = records && first && (
    <Suspense>
      <AssignDialog
        title={
          records.length === 1
            ? t("assign.titleOne", { name: first.name })
            : t("assign.titleMany", { count: records.length })
        }
        onAssign={(ownerId) => void run(records, ownerId)}
        onClose={() => setRecords(null)}
      />
    </Suspense>
  );
  return { request, dialog };
}
