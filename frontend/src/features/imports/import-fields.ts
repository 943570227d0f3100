/** The kinds of records that a file can become here; the expert's text knows more. */
export const importKinds = ["Account", "Contact", "Deal", "Product", "Task", "Note", "User", "Team"] as const;
export type ImportKind = (typeof importKinds)[number];

/** By what a record is looked up, as the mapping writes it. */
export type LookUp = "name" | "email" | "externalId" | "key";

export type FieldType =
  | { type: "text" | "integer" | "money" | "date" | "boolean" }
  | { type: "enumeration"; values: readonly string[] }
  /** Something that exists already; `creatable`: a name is enough to make it. */
  | { type: "reference"; by: readonly LookUp[]; creatable: boolean };

/** A field as an import can fill it. */
export interface ImportField {
  key: FieldKey;
  kind: FieldType;
  /** A record cannot be without it. */
  required: boolean;
  /** Where the mapping keeps it, if not among the fields: when a deal began, when it ended. */
  history?: "started" | "closed";
  /** What the column is called elsewhere: in Chinese files, and in the exports of other systems. */
  aliases: readonly string[];
}

const text: FieldType = { type: "text" };
const integer: FieldType = { type: "integer" };
const money: FieldType = { type: "money" };
const date: FieldType = { type: "date" };
const boolean: FieldType = { type: "boolean" };
const choice: FieldType = { type: "reference", by: ["name", "key"], creatable: true };
const person: FieldType = { type: "reference", by: ["name", "email", "externalId"], creatable: true };
const company: FieldType = { type: "reference", by: ["name", "externalId"], creatable: true };
const configured: FieldType = { type: "reference", by: ["name", "externalId"], creatable: false };

const definitions = {
  name: { kind: text, aliases: ["名称", "姓名", "标题", "name", "full name", "title"] },
  owner: {
    kind: person,
    aliases: [
      "负责人",
      "所有人",
      "归属人",
      "销售",
      "业务员",
      "销售代表",
      "owner",
      "account owner",
      "assigned to",
      "sales agent",
      "sales rep",
    ],
  },
  parent: {
    kind: company,
    aliases: [
      "上级公司",
      "母公司",
      "所属集团",
      "上级",
      "parent",
      "parent account",
      "parent company",
      "subsidiary of",
    ],
  },
  industry: { kind: choice, aliases: ["行业", "所属行业", "industry", "sector"] },
  officeLocation: { kind: text, aliases: ["办公地点", "所在地", "office location", "location", "country"] },
  employees: {
    kind: integer,
    aliases: ["员工人数", "员工数", "人员规模", "人数", "employees", "number of employees", "headcount"],
  },
  annualRevenue: {
    kind: money,
    aliases: ["年营业额", "年收入", "营业额", "营收", "annual revenue", "revenue", "turnover"],
  },
  foundedYear: {
    kind: integer,
    aliases: ["成立年份", "成立年", "founded", "year established", "year founded", "founded year"],
  },
  website: { kind: text, aliases: ["网站", "网址", "官网", "website", "url", "domain", "web site"] },
  phone: {
    kind: text,
    aliases: [
      "电话",
      "手机",
      "手机号",
      "联系电话",
      "座机",
      "phone",
      "telephone",
      "tel",
      "mobile",
      "mobile phone",
      "phone number",
    ],
  },
  unifiedSocialCreditCode: {
    kind: text,
    aliases: ["统一社会信用代码", "信用代码", "税号", "unified social credit code", "tax id"],
  },
  province: { kind: text, aliases: ["省份", "省", "province", "state", "region"] },
  city: { kind: text, aliases: ["城市", "市", "city", "town"] },
  address: { kind: text, aliases: ["地址", "详细地址", "address", "street", "billing street"] },
  description: {
    kind: text,
    aliases: ["描述", "备注", "说明", "description", "notes", "remark", "comments"],
  },
  givenName: { kind: text, aliases: ["名", "given name", "first name"] },
  familyName: { kind: text, aliases: ["姓", "family name", "last name", "surname"] },
  account: {
    kind: company,
    aliases: [
      "客户",
      "客户名称",
      "公司",
      "公司名称",
      "所属公司",
      "单位",
      "account",
      "account name",
      "company",
      "company name",
      "associated company",
    ],
  },
  jobTitle: { kind: text, aliases: ["职务", "职位", "岗位", "job title", "position"] },
  email: {
    kind: text,
    aliases: ["邮箱", "电子邮箱", "电子邮件", "邮件", "email", "e-mail", "mail", "email address"],
  },
  wechat: { kind: text, aliases: ["微信", "微信号", "wechat", "wechat id"] },
  series: {
    kind: text,
    aliases: ["系列", "产品线", "类别", "series", "family", "product family", "category"],
  },
  listPrice: {
    kind: money,
    aliases: ["价格", "单价", "标价", "目录价", "list price", "price", "unit price", "sales price"],
  },
  active: { kind: boolean, aliases: ["启用", "在售", "在职", "状态", "active", "enabled"] },
  pipeline: { kind: configured, aliases: ["销售流程", "管道", "pipeline"] },
  stage: {
    kind: configured,
    aliases: ["阶段", "销售阶段", "商机阶段", "stage", "deal stage", "sales stage", "stage name"],
  },
  amount: {
    kind: money,
    aliases: [
      "金额",
      "商机金额",
      "预计金额",
      "合同金额",
      "成交金额",
      "amount",
      "value",
      "close value",
      "deal value",
    ],
  },
  expectedCloseDate: {
    kind: date,
    aliases: [
      "预计成交日期",
      "预计成交",
      "预计签约日期",
      "expected close date",
      "close date",
      "closing date",
    ],
  },
  category: {
    kind: { type: "enumeration", values: ["PIPELINE", "BEST_CASE", "COMMIT"] },
    aliases: ["预测类别", "forecast category"],
  },
  source: { kind: choice, aliases: ["来源", "线索来源", "渠道", "source", "lead source", "original source"] },
  started: {
    kind: date,
    history: "started",
    aliases: ["开始日期", "立项日期", "engage date", "start date", "create date", "created date"],
  },
  closed: {
    kind: date,
    history: "closed",
    aliases: ["结束日期", "成交日期", "关闭日期", "closed date", "closed on", "won date"],
  },
  title: { kind: text, aliases: ["任务", "主题", "标题", "title", "subject", "task"] },
  dueDate: { kind: date, aliases: ["到期日", "截止日期", "due date", "deadline"] },
  deal: {
    kind: configured,
    aliases: ["商机", "商机名称", "deal", "opportunity", "opportunity name", "deal name"],
  },
  contact: { kind: person, aliases: ["联系人", "联系人姓名", "contact", "contact name"] },
  body: { kind: text, aliases: ["内容", "正文", "备注", "跟进记录", "body", "note", "content", "text"] },
  team: { kind: company, aliases: ["团队", "部门", "销售团队", "team", "department"] },
  roleKey: {
    kind: { type: "enumeration", values: ["representative", "manager", "administrator"] },
    aliases: ["角色", "role", "profile"],
  },
  manager: { kind: person, aliases: ["主管", "经理", "团队负责人", "manager", "team lead", "leader"] },
} as const satisfies Record<
  string,
  { kind: FieldType; history?: "started" | "closed"; aliases: readonly string[] }
>;

export type FieldKey = keyof typeof definitions;

/** The fields of each kind in the order in which they are offered; the first ones are what a record is called by. */
const fieldsOfKind: Record<ImportKind, { required: readonly FieldKey[]; optional: readonly FieldKey[] }> = {
  Account: {
    required: ["name"],
    optional: [
      "owner",
      "industry",
      "phone",
      "website",
      "province",
      "city",
      "address",
      "employees",
      "annualRevenue",
      "foundedYear",
      "unifiedSocialCreditCode",
      "parent",
      "officeLocation",
      "description",
    ],
  },
  Contact: {
    required: ["name"],
    optional: [
      "account",
      "jobTitle",
      "phone",
      "email",
      "wechat",
      "owner",
      "givenName",
      "familyName",
      "description",
    ],
  },
  Deal: {
    required: ["name"],
    optional: [
      "account",
      "owner",
      "pipeline",
      "stage",
      "amount",
      "expectedCloseDate",
      "started",
      "closed",
      "category",
      "source",
      "description",
    ],
  },
  Product: { required: ["name"], optional: ["series", "listPrice", "active", "description"] },
  Task: { required: ["title"], optional: ["dueDate", "owner", "deal", "account", "contact"] },
  Note: { required: ["body"], optional: ["deal", "account", "contact"] },
  User: { required: ["name"], optional: ["email", "team", "roleKey", "active"] },
  Team: { required: ["name"], optional: ["parent", "manager"] },
};

/** Words by which a column of names says whose names they are. */
const nameAliases: Partial<Record<ImportKind, readonly string[]>> = {
  Account: [
    "客户名称",
    "公司名称",
    "企业名称",
    "单位名称",
    "客户",
    "公司",
    "account",
    "account name",
    "company",
    "company name",
  ],
  Contact: ["联系人", "联系人姓名", "contact", "contact name"],
  Deal: ["商机", "商机名称", "项目名称", "deal", "deal name", "opportunity", "opportunity name"],
  Product: ["产品", "产品名称", "商品名称", "product", "product name"],
  User: ["员工", "员工姓名", "用户", "user", "user name", "sales agent"],
  Team: ["团队", "团队名称", "部门", "team", "team name"],
};

export function importFields(kind: ImportKind): readonly ImportField[] {
  const { required, optional } = fieldsOfKind[kind];
  return [...required, ...optional].map((key) => {
    const own = key === "name" ? (nameAliases[kind] ?? []) : [];
    // A parent is of the same kind, and only companies and teams have one.
    return {
      key,
      ...definitions[key],
      aliases: [...own, ...definitions[key].aliases],
      required: required.includes(key),
    };
  });
}

export function importField(kind: ImportKind, key: FieldKey): ImportField | undefined {
  return importFields(kind).find((candidate) => candidate.key === key);
}

/** By what rows can recognise records that are here already, besides their ids. */
export function matchKeys(kind: ImportKind): readonly ("name" | "email")[] {
  const keys = importFields(kind).map(({ key }) => key);
  return (["name", "email"] as const).filter((key) => keys.includes(key));
}
