/** An amount as the API gives it: an exact decimal and its currency. */
export interface MoneyValue {
  amount: string;
  currency: string;
}

const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const created = new Intl.NumberFormat(language, options);
  formatters.set(key, created);
  return created;
}

/** The decimal string itself goes to the formatter: a number would round long amounts. */
function exact(amount: string): Intl.StringNumericLiteral {
  return amount as Intl.StringNumericLiteral;
}

export interface MoneyFormat {
  language: string;
  /** Large amounts in 万 and 亿. */
  compact: boolean;
}

/** `¥1,234,567`; cents only where there are some; compact `¥123.46万`. */
export function formatMoney(money: MoneyValue, format: MoneyFormat): string {
  const hasCents = /\.\d*[1-9]/.test(money.amount);
  const options: Intl.NumberFormatOptions = {
    style: "currency",
    currency: money.currency,
    currencyDisplay: "narrowSymbol",
  };
  if (format.compact && Math.abs(Number(money.amount)) >= 10_000) {
    // 万 and 亿 whatever the language of the interface: who switches this on counts in them.
    return formatter("zh-CN", { ...options, notation: "compact", maximumFractionDigits: 2 }).format(
      exact(money.amount),
    );
  }
  return formatter(format.language, { ...options, ...(hasCents ? {} : { maximumFractionDigits: 0 }) }).format(
    exact(money.amount),
  );
}

/** A plain number for places without currency, such as quantities and counts. */
export function formatNumber(value: number | string, language: string): string {
  return formatter(language, { maximumFractionDigits: 6 }).format(
    typeof value === "string" ? exact(value) : value,
  );
}

/** A fraction from 0 to 1 as a percentage. */
export function formatRate(rate: string, language: string): string {
  return formatter(language, { style: "percent", maximumFractionDigits: 1 }).format(exact(rate));
}

/** A count that was limited: `10,000+` when it reached the limit. */
export function formatCount(count: number, limit: number, language: string): string {
  return count >= limit ? `${formatNumber(limit, language)}+` : formatNumber(count, language);
}

/**
 * What a person typed as an amount, as an exact decimal: `12,000`, `1.5万`, `3亿`, `20k`, `1.2m`. Null if it is none.
 */
export function parseAmount(text: string): string | null {
  const match = /^(-?)(\d+(?:\.\d+)?|\.\d+)(万|亿|千|[kwm])?$/i.exec(
    text.replace(/[\s,\uFF0C¥\uFFE5$€£]/g, ""),
  );
  if (!match) return null;
  const [, sign = "", digits = "", unit = ""] = match;
  const shift = { 千: 3, k: 3, 万: 4, w: 4, m: 6, 亿: 8 }[unit.toLowerCase()] ?? 0;
  const [whole = "", fraction = ""] = digits.split(".");
  const padded = fraction.padEnd(shift, "0");
  const units = (whole + padded.slice(0, shift)).replace(/^0+(?=\d)/, "") || "0";
  const rest = padded.slice(shift).replace(/0+$/, "");
  return `${sign}${units}${rest ? `.${rest}` : ""}`;
}

/** The exact product of two decimals, such as a quantity and a price. */
export function multiplyDecimals(left: string, right: string): string {
  const [leftUnits, leftScale] = scaled(left);
  const [rightUnits, rightScale] = scaled(right);
  return unscaled(leftUnits * rightUnits, leftScale + rightScale);
}

/** The exact sum of two decimals. */
export function addDecimals(left: string, right: string): string {
  const [leftUnits, leftScale] = scaled(left);
  const [rightUnits, rightScale] = scaled(right);
  const scale = Math.max(leftScale, rightScale);
  const shifted = (units: bigint, by: number) => units * 10n ** BigInt(scale - by);
  return unscaled(shifted(leftUnits, leftScale) + shifted(rightUnits, rightScale), scale);
}

/** A decimal as a whole number and how many of its digits stand after the point. */
function scaled(decimal: string): [bigint, number] {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return [BigInt(whole + fraction), fraction.length];
}

function unscaled(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}
