/** A row that was refused. */
export interface RefusedRow {
  /** Its number in the file that was imported. */
  row: string;
  reason: string;
  values: readonly string[];
}

/** The rows of a CSV file with commas, as the server writes it. A last row that is cut off is left out. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === ",") {
      row.push(field);
      field = "";
    } else if (character === "\n") {
      rows.push([...row, field]);
      row = [];
      field = "";
    } else if (character !== "\r") field += character;
  }
  return rows;
}

/** Reads the first rows of a file of refused rows, and no more of it than they need. */
export async function readRefusedRows(
  url: string,
  count: number,
  signal: AbortSignal,
): Promise<RefusedRow[]> {
  const response = await fetch(url, { credentials: "include", signal });
  if (!response.ok || !response.body) throw new Error(`${response.status}`);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  let rows: string[][] = [];
  for (;;) {
    const { done, value } = await reader.read();
    text += value ?? "";
    rows = readCsv(text);
    if (done || rows.length > count) break;
  }
  await reader.cancel();
  return rows.slice(1, count + 1).map(([row = "", reason = "", ...values]) => ({ row, reason, values }));
}
