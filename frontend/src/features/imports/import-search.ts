/** Which uploaded file is being mapped; with it a reload goes on where one was. */
export interface ImportSearch {
  upload?: string;
  /** The file's name. */
  file?: string;
}

export function parseImportSearch(raw: Record<string, unknown>): ImportSearch {
  if (typeof raw.upload !== "string" || raw.upload === "") return {};
  return { upload: raw.upload, ...(typeof raw.file === "string" && { file: raw.file }) };
}
