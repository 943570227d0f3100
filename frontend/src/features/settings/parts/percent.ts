/** What a person typed as a percentage, as an exact fraction from 0 to 1: `25`, `12.5%`. Null if it is none. */
export function parsePercent(text: string): string | null {
  const match = /^(\d{1,3})(?:\.(\d{0,2}))?\s*[%\uFF05]?$/.exec(text.trim());
  if (!match) return null;
  const [, whole = "", decimals = ""] = match;
  const digits = whole.padStart(3, "0") + decimals;
  const fraction = digits.slice(1).replace(/0+$/, "");
  const result = `${digits[0]}${fraction ? `.${fraction}` : ""}`;
  return Number(result) <= 1 ? result : null;
}

/** A fraction from 0 to 1 as the percentage that one edits: `0.125` is `12.5`. */
export function toPercent(fraction: string): string {
  const [whole = "0", decimals = ""] = fraction.split(".");
  const padded = decimals.padEnd(2, "0");
  const percent = `${whole}${padded.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = padded.slice(2).replace(/0+$/, "");
  return `${percent}${rest ? `.${rest}` : ""}`;
}
