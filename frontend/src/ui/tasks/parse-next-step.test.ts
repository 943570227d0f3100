import { expect, test } from "vitest";
import { parseNextStep } from "./parse-next-step";

// A Tuesday.
const today = "2026-11-24";

test.each([
  ["报价 周五", "报价", "2026-11-27"],
  ["报价周五", "报价", "2026-11-27"],
  ["周五报价", "报价", "2026-11-27"],
  ["quote fri", "quote", "2026-11-27"],
  ["Quote Friday", "Quote", "2026-11-27"],
  ["fri quote", "quote", "2026-11-27"],
  ["call back by friday", "call back", "2026-11-27"],
  ["拜访客户 下周三", "拜访客户", "2026-12-02"],
  ["拜访 下下周一", "拜访", "2026-12-07"],
  ["visit next wed", "visit", "2026-12-02"],
  ["签合同 本周日", "签合同", "2026-11-29"],
  ["周二例会", "例会", "2026-12-01"],
  ["发资料 今天", "发资料", "2026-11-24"],
  ["明天打电话", "打电话", "2026-11-25"],
  ["大后天 演示", "演示", "2026-11-27"],
  ["demo tomorrow", "demo", "2026-11-25"],
  ["跟进 3天后", "跟进", "2026-11-27"],
  ["跟进 两周后", "跟进", "2026-12-08"],
  ["回访 1个月后", "回访", "2026-12-24"],
  ["follow up in 2 weeks", "follow up", "2026-12-08"],
  ["follow up in a month", "follow up", "2026-12-24"],
  ["回款 月底", "回款", "2026-11-30"],
  ["回款 下月底", "回款", "2026-12-31"],
  ["invoice eom", "invoice", "2026-11-30"],
  ["合同 12月3日", "合同", "2026-12-03"],
  ["合同 1月5号", "合同", "2027-01-05"],
  ["报价 28号", "报价", "2026-11-28"],
  ["报价 3号", "报价", "2026-12-03"],
  ["quote dec 3", "quote", "2026-12-03"],
  ["quote 3rd december", "quote", "2026-12-03"],
  ["quote 12/3", "quote", "2026-12-03"],
  ["quote 2027-02-28", "quote", "2027-02-28"],
  ["报价 2027年1月2日", "报价", "2027-01-02"],
])("%s", (line, title, dueDate) => {
  expect(parseNextStep(line, today)).toEqual({ title, dueDate });
});

test.each([
  ["send the offer", "no date"],
  ["call Monica", "a name that begins like a day"],
  ["buy sunglasses", "a word that begins like a day"],
  ["march through the plan", "a month without a day"],
  ["quote 2026-02-30", "a day that does not exist"],
])("%s has no due date: %s", (line) => {
  expect(parseNextStep(line, today)).toEqual({ title: line, dueDate: null });
});

test("a date alone is also the title", () => {
  expect(parseNextStep("周五", today)).toEqual({ title: "周五", dueDate: "2026-11-27" });
});
