import { Alert, Button, Progress, Text } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import { type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./imports.module.css";
import { type UploadedFile, uploadFile } from "./upload-file";

interface Upload {
  name: string;
  fraction: number;
  cancel: () => void;
}

/** Takes a file by dropping or choosing it, and sends it. */
export function DropZone({ onUploaded }: { onUploaded: (file: UploadedFile) => void }) {
  const { t } = useTranslation(["imports", "common"]);
  const [over, setOver] = useState(false);
  const [upload, setUpload] = useState<Upload | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  // Who leaves the page does not want the rest sent.
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const send = async (file: File) => {
    const controller = new AbortController();
    running.current = controller;
    const cancel = () => controller.abort();
    setProblem(null);
    setUpload({ name: file.name, fraction: 0, cancel });
    const outcome = await uploadFile(
      file,
      (fraction) => setUpload({ name: file.name, fraction, cancel }),
      controller.signal,
    );
    setUpload(null);
    switch (outcome.kind) {
      case "done":
        onUploaded(outcome.file);
        break;
      case "refused":
        setProblem(outcome.message);
        break;
      case "tooLarge":
        setProblem(t("upload.tooLarge"));
        break;
      case "unreachable":
        setProblem(t("common:errors.NETWORK"));
        break;
      case "aborted":
        break;
    }
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !upload) void send(file);
  };

  return (
    <section className={classes.drop} aria-label={t("upload.label")}>
      {problem && (
        <Alert color="red" role="alert" mb="md">
          {problem}
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same */}
      <div
        className={classes.dropArea}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {upload ? (
          <div className={classes.uploading}>
            <Text size="sm">{t("upload.sending", { name: upload.name })}</Text>
            <Progress value={upload.fraction * 100} aria-label={t("upload.progress")} w="100%" />
            <Button variant="default" onClick={upload.cancel}>
              {t("common:action.cancel")}
            </Button>
          </div>
        ) : (
          <>
            <IconFileSpreadsheet size={30} stroke={1.3} aria-hidden />
            <Text fw={500}>{t("upload.drop")}</Text>
            <Button onClick={() => input.current?.click()}>{t("upload.choose")}</Button>
            <Text size="xs" c="dimmed" ta="center">
              {t("upload.hint")}
            </Text>
          </>
        )}
        <input
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          hidden
          aria-label={t("upload.choose")}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file can be chosen again after it was mended.
            event.currentTarget.value = "";
            if (file) void send(file);
          }}
        />
      </div>
    </section>
  );
}
