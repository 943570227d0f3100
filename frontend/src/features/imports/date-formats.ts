/** How dates are written in files, as people read it and as the mapping does; the first is the mapping's own. */
export const dateFormats = [
  { label: "YYYY-MM-DD", format: "%Y-%m-%d", pattern: /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})$/ },
  { label: "YYYY/MM/DD", format: "%Y/%m/%d", pattern: /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})$/ },
  { label: "YYYY.MM.DD", format: "%Y.%m.%d", pattern: /^(?<y>\d{4})\.(?<m>\d{1,2})\.(?<d>\d{1,2})$/ },
  {
    label: "YYYY年MM月DD日",
    format: "%Y年%m月%d日",
    pattern: /^(?<y>\d{4})年(?<m>\d{1,2})月(?<d>\d{1,2})日$/,
  },
  { label: "YYYYMMDD", format: "%Y%m%d", pattern: /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/ },
  { label: "DD/MM/YYYY", format: "%d/%m/%Y", pattern: /^(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})$/ },
  { label: "MM/DD/YYYY", format: "%m/%d/%Y", pattern: /^(?<m>\d{1,2})\/(?<d>\d{1,2})\/(?<y>\d{4})$/ },
  { label: "DD.MM.YYYY", format: "%d.%m.%Y", pattern: /^(?<d>\d{1,2})\.(?<m>\d{1,2})\.(?<y>\d{4})$/ },
  {
    label: "YYYY-MM-DD hh:mm:ss",
    format: "%Y-%m-%d %H:%M:%S",
    pattern: /^(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2}) \d{1,2}:\d{2}:\d{2}$/,
  },
  {
    label: "YYYY/MM/DD hh:mm",
    format: "%Y/%m/%d %H:%M",
    pattern: /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2}) \d{1,2}:\d{2}$/,
  },
] as const;

function fits(sample: string, pattern: RegExp): boolean {
  const { m, d } = pattern.exec(sample)?.groups ?? {};
  const [month, day] = [Number(m), Number(d)];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** The formats in which all samples are dates. More than one: day and month cannot be told apart. */
export function fittingDateFormats(samples: readonly string[]): string[] {
  const dates = samples.map((sample) => sample.trim()).filter((sample) => sample !== "");
  if (dates.length === 0) return [];
  return dateFormats
    .filter(({ pattern }) => dates.every((sample) => fits(sample, pattern)))
    .map(({ format }) => format);
}
