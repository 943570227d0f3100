import { Alert, Button, Skeleton, Text } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { ImportPreviewQuery } from "@/gql/graphql";
import { errorCode } from "@/lib/graphql/client";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { useSession } from "@/lib/session";
import { Page } from "@/ui/Page";
import { EmptyState, ErrorState, RowsSkeleton } from "@/ui/states";
import { FilePreview } from "./FilePreview";
import { fileColumns, guessKind, guessMapping } from "./guess";
import { importFields } from "./import-fields";
import { ImportPreviewDocument, StartImport } from "./import-queries";
import classes from "./imports.module.css";
import { MappingForm } from "./MappingForm";
import { MappingText } from "./MappingText";
import { mappingGaps, writeMapping } from "./mapping";
import { readDraft, type StoredDraft, storeDraft } from "./stored-draft";
import { useKindLabels } from "./use-kind-labels";

interface MappingStepProps {
  upload: string;
  fileName: string;
}

/** An uploaded file: what is in it, and what its columns become. */
export function MappingStep({ upload, fileName }: MappingStepProps) {
  const { t } = useTranslation("imports");
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ImportPreviewDocument,
    variables: { uploadId: upload },
  });
  const preview = data?.importPreview;
  if (preview) return <Mapping upload={upload} fileName={fileName} preview={preview} />;
  return (
    <Page title={t("title.import")}>
      {error ? (
        errorCode(error) === "BAD_USER_INPUT" ? (
          // The file is none that can be imported; the server says why, in the reader's language.
          <EmptyState title={t("preview.failed")} hint={error.graphQLErrors[0]?.message}>
            <Button component={Link} to="/import">
              {t("mapping.otherFile")}
            </Button>
          </EmptyState>
        ) : (
          <ErrorState
            title={t("preview.failed")}
            onRetry={() => refetch({ requestPolicy: "network-only" })}
          />
        )
      ) : fetching ? (
        <div className={classes.loading} role="status" aria-busy="true" aria-label={t("preview.reading")}>
          <Skeleton h={28} w={260} mb="lg" />
          <RowsSkeleton rows={12} />
        </div>
      ) : (
        <EmptyState title={t("preview.gone")} hint={t("preview.goneHint")}>
          <Button component={Link} to="/import">
            {t("preview.again")}
          </Button>
        </EmptyState>
      )}
    </Page>
  );
}

interface MappingProps extends MappingStepProps {
  preview: NonNullable<ImportPreviewQuery["importPreview"]>;
}

function Mapping({ upload, fileName, preview }: MappingProps) {
  const { t } = useTranslation(["imports", "common"]);
  const { company } = useSession();
  const labels = useKindLabels();
  const navigate = useNavigate({ from: "/import" });
  const start = useMutate(StartImport);
  const columns = useMemo(() => fileColumns(preview.columns, preview.rows), [preview]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [starting, setStarting] = useState(false);
  const [stored, setStored] = useState<StoredDraft>(
    () =>
      readDraft(upload) ?? {
        draft: guessMapping(guessKind(fileName, columns), columns, company.baseCurrency),
        text: null,
      },
  );
  const change = (next: StoredDraft) => {
    setStored(next);
    setProblems([]);
    storeDraft(upload, next);
  };
  const { draft, text } = stored;
  const gaps = text === null ? mappingGaps(draft, importFields(draft.kind)) : [];
  const gapText = gaps.map((gap) =>
    gap.kind === "field"
      ? t("gap.field", { field: labels.field(draft.kind, gap.field) })
      : t(`gap.${gap.kind}`),
  );

  const testRun = async () => {
    setStarting(true);
    storeDraft(upload, stored);
    const outcome = await start({
      input: { uploadId: upload, mapping: text ?? writeMapping(draft), dryRun: true },
      idempotencyKey: newIdempotencyKey(),
    });
    setStarting(false);
    if (outcome.kind === "refused") setProblems(outcome.userErrors.map((error) => error.message));
    if (outcome.kind === "done" && outcome.payload.import)
      void navigate({
        to: "/import/$importId",
        params: { importId: outcome.payload.import.id },
        search: { upload, file: fileName },
      });
  };

  return (
    <Page
      title={fileName || t("title.import")}
      actions={
        <>
          <Button component={Link} to="/import" variant="default">
            {t("mapping.otherFile")}
          </Button>
          <Button onClick={() => void testRun()} loading={starting} disabled={gaps.length > 0}>
            {t("mapping.testRun")}
          </Button>
        </>
      }
    >
      <div className={classes.scroller}>
        {problems.length > 0 && (
          <Alert color="red" role="alert" title={t("mapping.refused")}>
            {problems.map((problem) => (
              <p key={problem} className={classes.problem}>
                {problem}
              </p>
            ))}
          </Alert>
        )}
        <FilePreview preview={preview} />
        {text === null ? (
          <MappingForm
            draft={draft}
            columns={columns}
            onChange={(next) => change({ draft: next, text: null })}
          />
        ) : (
          <MappingText
            text={text}
            onChange={(next) => change({ draft, text: next })}
            onDiscard={() => change({ draft, text: null })}
          />
        )}
        <div className={classes.foot}>
          <Text size="xs" c="dimmed" role="status">
            {gapText.length > 0 ? gapText.join(" ") : t("mapping.testRunHint")}
          </Text>
          {text === null && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => change({ draft, text: writeMapping(draft) })}
            >
              {t("mapping.asText")}
            </Button>
          )}
        </div>
      </div>
    </Page>
  );
}
