import { importKinds } from "./import-fields";
import type { MappingDraft } from "./mapping";

/** A mapping in the making; `text` holds where an expert went on by hand. */
export interface StoredDraft {
  draft: MappingDraft;
  text: string | null;
}

const key = (upload: string): string => `tundish.import.${upload}`;

/** The mapping of an uploaded file as it was left in this tab. */
export function readDraft(upload: string): StoredDraft | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key(upload)) ?? "null");
    return isStored(stored) ? stored : null;
  } catch {
    return null;
  }
}

export function storeDraft(upload: string, stored: StoredDraft): void {
  sessionStorage.setItem(key(upload), JSON.stringify(stored));
}

/** Only this module writes there; an older version may have written something else. */
function isStored(value: unknown): value is StoredDraft {
  if (typeof value !== "object" || value === null || !("draft" in value) || !("text" in value)) return false;
  const { draft } = value;
  if (typeof draft !== "object" || draft === null || !("kind" in draft) || !("columns" in draft))
    return false;
  return importKinds.some((kind) => kind === draft.kind) && typeof draft.columns === "object";
}
