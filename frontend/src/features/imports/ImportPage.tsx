import { Alert, Anchor, Button, Progress, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { readFragment } from "@/gql";
import type { ImportProgressFragment } from "@/gql/graphql";
import { formatNumber } from "@/lib/format/money";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { serverUrl } from "@/lib/server";
import { InstantText } from "@/ui/cells/DateText";
import { Page } from "@/ui/Page";
import { ErrorState, NoPermissionState, PageSkeleton } from "@/ui/states";
import { ImportStateText } from "./ImportStateText";
import { CancelImport, ImportDocument, ImportProgress, StartImport } from "./import-queries";
import classes from "./imports.module.css";
import { writeMapping } from "./mapping";
import { RefusedRows } from "./RefusedRows";
import { readDraft } from "./stored-draft";
import { useKindLabels } from "./use-kind-labels";

const route = getRouteApi("/work/import/$importId");

/** One import: how far it is, and how it ended. Its figures move by themselves. */
export function ImportPage() {
  const { t } = useTranslation("imports");
  const { importId } = route.useParams();
  const [{ data, error }, refetch] = useQuery({ query: ImportDocument, variables: { id: importId } });
  if (error && !data)
    return <ErrorState title={t("run.failed")} onRetry={() => refetch({ requestPolicy: "network-only" })} />;
  if (!data) return <PageSkeleton />;
  const found = readFragment(ImportProgress, data.import);
  return found ? <Run run={found} /> : <NoPermissionState />;
}

function Run({ run }: { run: ImportProgressFragment }) {
  const { t, i18n } = useTranslation("imports");
  const labels = useKindLabels();
  const busy = run.state === "WAITING" || run.state === "RUNNING";
  const fraction = run.bytesTotal > 0 ? run.bytesRead / run.bytesTotal : 0;
  return (
    <Page title={run.name} actions={<RunActions run={run} busy={busy} />}>
      <div className={classes.scroller}>
        <div className={classes.runHead}>
          <ImportStateText state={run.state} />
          {run.dryRun && <span className={classes.mark}>{t("run.dry")}</span>}
          <span className={classes.dim}>
            {labels.kind(run.target)} · {run.startedBy.name} · <InstantText value={run.createdAt} />
          </span>
        </div>
        {busy && (
          <div>
            <Progress
              value={fraction * 100}
              animated={run.state === "RUNNING"}
              aria-label={t("run.progress")}
            />
            <Text size="xs" c="dimmed" mt={4} role="status">
              {run.state === "WAITING"
                ? t("run.waiting")
                : t("run.read", { count: run.rowsRead, shown: formatNumber(run.rowsRead, i18n.language) })}
            </Text>
          </div>
        )}
        {run.failure && (
          <Alert color="red" role="alert" title={t("run.stopped")}>
            {run.failure}
          </Alert>
        )}
        <Counts run={run} />
        {run.state === "DONE" && run.rowsRead === 0 && <Text size="sm">{t("run.nothing")}</Text>}
        {run.state === "DONE" && run.dryRun && (
          <Text size="sm" c="dimmed">
            {t("run.dryHint")}
          </Text>
        )}
        {run.refusedUrl && !busy && (
          <RefusedRows url={run.refusedUrl} count={run.rowsRefused + run.rowsUnlinked} />
        )}
        {run.state === "CANCELLED" && (
          <Text size="sm" c="dimmed">
            {t(run.dryRun ? "run.cancelledDry" : "run.cancelled")}
          </Text>
        )}
      </div>
    </Page>
  );
}

function Counts({ run }: { run: ImportProgressFragment }) {
  const { t, i18n } = useTranslation("imports");
  const number = (value: number) => formatNumber(value, i18n.language);
  const counts = [
    { id: "rowsRead", value: run.rowsRead },
    { id: "rowsCreated", value: run.rowsCreated },
    { id: "rowsUpdated", value: run.rowsUpdated },
    { id: "rowsUnchanged", value: run.rowsUnchanged },
    { id: "rowsRefused", value: run.rowsRefused },
    // Only files whose rows refer to each other have such rows.
    ...(run.rowsUnlinked > 0 ? [{ id: "rowsUnlinked", value: run.rowsUnlinked } as const] : []),
  ] as const;
  return (
    <dl className={classes.counts}>
      {counts.map(({ id, value }) => (
        <div
          key={id}
          className={classes.count}
          data-refused={((id === "rowsRefused" || id === "rowsUnlinked") && value > 0) || undefined}
        >
          <dt title={id === "rowsUnlinked" ? t("run.unlinkedHint") : undefined}>{t(`count.${id}`)}</dt>
          <dd>
            {number(value)}
            {id === (run.rowsRefused > 0 ? "rowsRefused" : "rowsUnlinked") && run.refusedUrl && (
              <Anchor href={serverUrl(run.refusedUrl)} download size="xs" className={classes.download}>
                <IconDownload size={13} aria-hidden /> {t("run.refusedFile")}
              </Anchor>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the records of a kind are listed. */
const listOfKind: Record<string, "/accounts" | "/contacts" | "/deals" | "/products"> = {
  account: "/accounts",
  contact: "/contacts",
  deal: "/deals",
  product: "/products",
};

function RunActions({ run, busy }: { run: ImportProgressFragment; busy: boolean }) {
  const { t } = useTranslation(["imports", "common"]);
  const { upload, file } = route.useSearch();
  const navigate = useNavigate();
  const start = useMutate(StartImport);
  const cancel = useMutate(CancelImport);
  const [working, setWorking] = useState(false);
  const stored = upload ? readDraft(upload) : null;

  const stop = async () => {
    setWorking(true);
    const outcome = await cancel({ id: run.id });
    setWorking(false);
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
  };
  const importNow = async () => {
    if (!upload || !stored) return;
    setWorking(true);
    const outcome = await start({
      input: { uploadId: upload, mapping: stored.text ?? writeMapping(stored.draft), dryRun: false },
      idempotencyKey: newIdempotencyKey(),
    });
    setWorking(false);
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
    if (outcome.kind === "done" && outcome.payload.import)
      void navigate({
        to: "/import/$importId",
        params: { importId: outcome.payload.import.id },
        search: file ? { upload, file } : { upload },
      });
  };

  if (busy)
    return (
      <Button variant="default" loading={working} onClick={() => void stop()}>
        {t("run.cancel")}
      </Button>
    );
  // A finished import has used its file up; any other run can be followed by another.
  const goesOn = upload && stored && (run.dryRun || run.state !== "DONE");
  const list = listOfKind[run.target.toLowerCase()];
  return (
    <>
      {goesOn ? (
        <>
          <Button
            variant="default"
            onClick={() => void navigate({ to: "/import", search: { upload, ...(file && { file }) } })}
          >
            {t("run.toMapping")}
          </Button>
          {!run.dryRun && (
            <Button loading={working} onClick={() => void importNow()}>
              {t("run.again")}
            </Button>
          )}
          {run.dryRun && run.state === "DONE" && run.rowsRefused < run.rowsRead && (
            <Button loading={working} onClick={() => void importNow()}>
              {t("run.now")}
            </Button>
          )}
        </>
      ) : (
        <>
          <Button component={Link} to="/import" variant="default">
            {t("run.all")}
          </Button>
          {list && !run.dryRun && run.state === "DONE" && (
            <Button component={Link} to={list}>
              {t("run.toList")}
            </Button>
          )}
        </>
      )}
    </>
  );
}
