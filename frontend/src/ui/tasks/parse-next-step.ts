import { addDays, addMonths, endOfMonth, type IsoDate, isIsoDate, weekday } from "@/lib/format/date";

export interface NextStep {
  title: string;
  dueDate: IsoDate | null;
}

const chineseDigits: Record<string, number> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  日: 7,
  天: 7,
};
const englishDays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const englishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const englishNumbers = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
];
const plainDays: Record<string, number> = {
  今天: 0,
  今日: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
  today: 0,
  tomorrow: 1,
  tmr: 1,
};

function chineseNumber(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (chineseDigits[text] ?? 0);
}

function englishNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return /^an?$/.test(text) ? 1 : englishNumbers.indexOf(text);
}

/** The place of a name in a list of abbreviations, from 1. */
function placeOf(name: string, abbreviations: readonly string[]): number {
  return abbreviations.indexOf(name.slice(0, 3)) + 1;
}

/** The next such day of the week, today excluded: on a Friday "Friday" is the one in a week. */
function comingWeekday(today: IsoDate, day: number): IsoDate {
  return addDays(today, (day - weekday(today) + 7) % 7 || 7);
}

/** That day in a week counted from this one, which begins on Monday. */
function weekdayInWeek(today: IsoDate, day: number, weeks: number): IsoDate {
  return addDays(today, day - weekday(today) + 7 * weeks);
}

/** A month and day without year: the coming one. Null where the calendar has no such day. */
function comingDay(today: IsoDate, month: number, day: number): IsoDate | null {
  const year = Number(today.slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const date = `${candidate}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    // Dates such as 31 June roll over when parsed; only what comes back unchanged exists.
    if (isIsoDate(date) && addDays(date, 0) === date && date >= today) return date;
  }
  return null;
}

function later(today: IsoDate, amount: number, unit: string): IsoDate {
  if (/^(个?月|month)/.test(unit)) return addMonths(today, amount);
  return addDays(today, amount * (/^(周|个?星期|week)/.test(unit) ? 7 : 1));
}

function existing(year: string, month: string, day: string): IsoDate | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isIsoDate(date) && addDays(date, 0) === date ? date : null;
}

/** A day of this month, or of the next if it is over. */
function comingDayOfMonth(today: IsoDate, day: number): IsoDate | null {
  const inThisMonth = comingDay(today, Number(today.slice(5, 7)), day);
  if (inThisMonth?.startsWith(today.slice(0, 7))) return inThisMonth;
  return comingDay(today, Number(addMonths(`${today.slice(0, 8)}01`, 1).slice(5, 7)), day);
}

interface DatePattern {
  /** Latin words need a gap before and after them, Chinese ones do not. */
  script: "latin" | "chinese";
  source: string;
  resolve: (groups: readonly string[], today: IsoDate) => IsoDate | null;
}

const week = "(?:个?(?:周|星期|礼拜))";
const chineseDay = "([一二三四五六日天])";
const day =
  "(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)";
const month =
  "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const count = `(\\d+|an?|${englishNumbers.join("|")})`;
const ordinal = "(\\d{1,2})(?:st|nd|rd|th)?";

const chinese = (source: string, resolve: DatePattern["resolve"]): DatePattern => ({
  script: "chinese",
  source,
  resolve,
});
const latin = (source: string, resolve: DatePattern["resolve"]): DatePattern => ({
  script: "latin",
  source,
  resolve,
});

// The more specific stands before the more general.
const patterns: readonly DatePattern[] = [
  latin("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})", ([y = "", m = "", d = ""]) => existing(y, m, d)),
  chinese("(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]?", ([y = "", m = "", d = ""]) => existing(y, m, d)),
  chinese("(今天|今日|明天|明日|大后天|后天)", ([word = ""], today) => addDays(today, plainDays[word] ?? 0)),
  latin("(today|tomorrow|tmr)", ([word = ""], today) => addDays(today, plainDays[word] ?? 0)),
  chinese(`下下${week}${chineseDay}`, ([d = ""], today) => weekdayInWeek(today, chineseNumber(d), 2)),
  chinese(`下${week}${chineseDay}`, ([d = ""], today) => weekdayInWeek(today, chineseNumber(d), 1)),
  chinese(`[本这]${week}${chineseDay}`, ([d = ""], today) => weekdayInWeek(today, chineseNumber(d), 0)),
  chinese(`(?:周|星期|礼拜)${chineseDay}`, ([d = ""], today) => comingWeekday(today, chineseNumber(d))),
  chinese("(\\d{1,2})月(\\d{1,2})[日号]?", ([m, d], today) => comingDay(today, Number(m), Number(d))),
  chinese("(\\d+|[一二两三四五六七八九十])(天|周|个?星期|个月)[之以]?后", ([n = "", unit = ""], today) =>
    later(today, chineseNumber(n), unit),
  ),
  chinese("下个?月底", (_, today) => endOfMonth(addMonths(`${today.slice(0, 8)}01`, 1))),
  chinese("[本这]?个?月底", (_, today) => endOfMonth(today)),
  chinese("(\\d{1,2})[号日]", ([d], today) => comingDayOfMonth(today, Number(d))),
  latin("(?:end of (?:the )?month|eom)", (_, today) => endOfMonth(today)),
  latin(`next ${day}`, ([d = ""], today) => weekdayInWeek(today, placeOf(d, englishDays), 1)),
  latin(`(?:this )?${day}`, ([d = ""], today) => comingWeekday(today, placeOf(d, englishDays))),
  latin("next week", (_, today) => weekdayInWeek(today, 1, 1)),
  latin(`in ${count} (days?|weeks?|months?)`, ([n = "", unit = ""], today) =>
    later(today, englishNumber(n), unit),
  ),
  latin(`${month} ${ordinal}`, ([m = "", d], today) =>
    comingDay(today, placeOf(m, englishMonths), Number(d)),
  ),
  latin(`${ordinal} ${month}`, ([d, m = ""], today) =>
    comingDay(today, placeOf(m, englishMonths), Number(d)),
  ),
  latin("(\\d{1,2})[-/](\\d{1,2})", ([m, d], today) => comingDay(today, Number(m), Number(d))),
];

/** At the end of the line, where "by Friday" is said too, or at its beginning. */
function atEdges({ script, source }: DatePattern): RegExp[] {
  const gap = script === "latin";
  return [
    new RegExp(`${gap ? "(?:^|[\\s,，])" : ""}(?:(?:by|due|before|on) )?${source}(?:之?前)?$`, "i"),
    new RegExp(`^${source}${gap ? "(?=$|[\\s,，])" : ""}`, "i"),
  ];
}

const edges = patterns.map((pattern) => ({ expressions: atEdges(pattern), resolve: pattern.resolve }));

/**
 * One line as people write it, "报价 周五" or "quote fri", as what to do and when. A line that is nothing but a date
 * keeps its words as title, for a task needs one.
 */
export function parseNextStep(line: string, today: IsoDate): NextStep {
  const text = line.trim().replace(/\s+/g, " ");
  for (const { expressions, resolve } of edges)
    for (const expression of expressions) {
      const match = expression.exec(text);
      const dueDate =
        match &&
        resolve(
          match.slice(1).map((group) => group.toLowerCase()),
          today,
        );
      if (!match || !dueDate) continue;
      const title = (text.slice(0, match.index) + text.slice(match.index + match[0].length)).replace(
        /^[\s,，:：]+|[\s,，:：]+$/g,
        "",
      );
      return { title: title || text, dueDate };
    }
  return { title: text, dueDate: null };
}
