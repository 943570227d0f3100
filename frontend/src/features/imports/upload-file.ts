import { serverHeaders, serverUrl } from "@/lib/server";

/** What the server keeps a file under until it is imported. */
export interface UploadedFile {
  id: string;
  name: string;
}

/** How an upload ended. `message` is the server's, in the reader's language. */
export type UploadOutcome =
  | { kind: "done"; file: UploadedFile }
  | { kind: "refused"; message: string }
  | { kind: "tooLarge" | "unreachable" | "aborted" };

/** The most that the server takes, in bytes. */
export const largestUpload = 100 * 1024 * 1024;

/**
 * Sends a file, telling how far it is from 0 to 1. By XMLHttpRequest, as `fetch` does not tell the progress of a
 * request in every browser.
 */
export function uploadFile(
  file: File,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<UploadOutcome> {
  if (file.size > largestUpload) return Promise.resolve({ kind: "tooLarge" });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", serverUrl(`/uploads?name=${encodeURIComponent(file.name)}`));
    request.withCredentials = true;
    for (const [name, value] of Object.entries(serverHeaders())) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(read(request.status, request.response));
    request.onerror = () => resolve({ kind: "unreachable" });
    request.onabort = () => resolve({ kind: "aborted" });
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function read(status: number, answer: unknown): UploadOutcome {
  const body: Record<string, unknown> = typeof answer === "object" && answer !== null ? { ...answer } : {};
  if (status === 201 && typeof body.id === "string" && typeof body.name === "string")
    return { kind: "done", file: { id: body.id, name: body.name } };
  if (typeof body.message === "string") return { kind: "refused", message: body.message };
  return status === 413 ? { kind: "tooLarge" } : { kind: "unreachable" };
}
