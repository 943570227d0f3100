//! Names and texts of the demo company. All of them are made up; a likeness to a real firm or person is chance.

use super::chance::Chance;

/// The password of everyone in the demo.
pub(super) const PASSWORD: &str = "tundish-demo";

/// A person of the company: name, e-mail address before the `@`, role, team.
pub(super) const PEOPLE: [(&str, &str, &str, Option<usize>); 12] = [
    ("林致远", "lin.zhiyuan", "administrator", None),
    ("周雅琴", "zhou.yaqin", "manager", Some(0)),
    ("陈国梁", "chen.guoliang", "manager", Some(1)),
    ("吴思敏", "wu.simin", "manager", Some(2)),
    ("张晓峰", "zhang.xiaofeng", "representative", Some(0)),
    ("李梦洁", "li.mengjie", "representative", Some(0)),
    ("赵一鸣", "zhao.yiming", "representative", Some(0)),
    ("黄佳琪", "huang.jiaqi", "representative", Some(1)),
    ("何子轩", "he.zixuan", "representative", Some(1)),
    ("郑文博", "zheng.wenbo", "representative", Some(1)),
    ("孙悦然", "sun.yueran", "representative", Some(2)),
    ("马嘉诚", "ma.jiacheng", "representative", Some(2)),
];

/// The teams.
pub(super) const TEAMS: [&str; 3] = ["华东区", "华南区", "大客户部"];

/// Products: name, series, list price in yuan.
pub(super) const PRODUCTS: [(&str, &str, i64); 15] = [
    ("云枢生产执行系统 标准版", "软件", 168_000),
    ("云枢生产执行系统 企业版", "软件", 398_000),
    ("云枢质量管理模块", "软件", 88_000),
    ("云枢能源管理模块", "软件", 76_000),
    ("云枢设备运维模块", "软件", 66_000),
    ("云枢数据看板", "软件", 42_000),
    ("边缘采集网关 G2", "硬件", 6_800),
    ("边缘采集网关 G5", "硬件", 15_800),
    ("无线振动传感器 V1", "硬件", 1_280),
    ("温湿度传感器 T3", "硬件", 460),
    ("工业平板终端 P10", "硬件", 5_600),
    ("实施服务（人天）", "服务", 2_200),
    ("驻场运维（月）", "服务", 28_000),
    ("操作培训（场）", "服务", 9_800),
    ("年度维保", "服务", 36_000),
];

/// Cities with their provinces.
pub(super) const CITIES: [(&str, &str); 16] = [
    ("上海", "上海市"),
    ("杭州", "浙江省"),
    ("宁波", "浙江省"),
    ("苏州", "江苏省"),
    ("无锡", "江苏省"),
    ("南京", "江苏省"),
    ("合肥", "安徽省"),
    ("广州", "广东省"),
    ("深圳", "广东省"),
    ("东莞", "广东省"),
    ("佛山", "广东省"),
    ("厦门", "福建省"),
    ("武汉", "湖北省"),
    ("长沙", "湖南省"),
    ("成都", "四川省"),
    ("天津", "天津市"),
];

const FIRST: [&str; 20] = [
    "澄", "翊", "骏", "昱", "沐", "砺", "岚", "栩", "泓", "铄", "峻", "煜", "璟", "朔", "霁", "沅", "棠", "衡", "稷",
    "鸢",
];
const SECOND: [&str; 12] = ["湖", "峰", "禾", "原", "舟", "曦", "岭", "川", "石", "衍", "桥", "恒"];

/// What a customer does, with its industry.
const TRADES: [(&str, &str); 14] = [
    ("精密机械", "manufacturing"),
    ("汽车零部件", "manufacturing"),
    ("电子元件", "manufacturing"),
    ("新材料", "manufacturing"),
    ("模具制造", "manufacturing"),
    ("食品", "manufacturing"),
    ("软件技术", "software"),
    ("供应链管理", "logistics"),
    ("冷链物流", "logistics"),
    ("医疗器械", "medical"),
    ("生物制药", "medical"),
    ("新能源科技", "energy"),
    ("连锁商业", "retail"),
    ("职业教育", "education"),
];

/// The name of a customer in a city, by the number of the customer, and its industry.
pub(super) fn firm(number: usize, city: &str) -> (String, &'static str) {
    // Steps without a common divisor with the lists' lengths, so that no two customers share a name.
    let word = format!("{}{}", FIRST[number % FIRST.len()], SECOND[(number / FIRST.len() + number) % SECOND.len()]);
    let (trade, industry) = TRADES[(number * 5) % TRADES.len()];
    let form = if number.is_multiple_of(7) { "股份有限公司" } else { "有限公司" };
    (format!("{city}{word}{trade}{form}"), industry)
}

const SURNAMES: [&str; 24] = [
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "罗",
    "郑", "梁", "谢", "宋", "唐",
];
const GIVEN: [&str; 30] = [
    "建国", "海燕", "志强", "丽华", "伟", "敏", "静怡", "浩然", "雪梅", "俊杰", "春生", "晓东", "慧", "立新", "佳宁",
    "明远", "玉兰", "国庆", "思远", "文静", "鹏飞", "婷", "永康", "秀英", "子涵", "振华", "红霞", "宇航", "淑芬", "磊",
];

/// A person's family and given name.
pub(super) fn person(chance: &mut Chance) -> (&'static str, &'static str) {
    (chance.pick(&SURNAMES), chance.pick(&GIVEN))
}

/// Job titles with the part that such people have in a decision.
pub(super) const JOBS: [(&str, &str); 10] = [
    ("总经理", "DECISION_MAKER"),
    ("副总经理", "DECISION_MAKER"),
    ("采购总监", "GATEKEEPER"),
    ("采购经理", "GATEKEEPER"),
    ("信息中心主任", "INFLUENCER"),
    ("IT 经理", "INFLUENCER"),
    ("生产总监", "DECISION_MAKER"),
    ("车间主任", "USER"),
    ("设备工程师", "USER"),
    ("财务总监", "INFLUENCER"),
];

/// What deals are about, in the pipeline of new business.
pub(super) const PROJECTS: [&str; 10] = [
    "MES 一期",
    "数字化车间",
    "设备联网",
    "质量追溯系统",
    "能耗监测",
    "仓储可视化",
    "生产看板",
    "预测性维护试点",
    "新厂区信息化",
    "产线数据采集",
];

/// What deals are about, in the pipeline of renewals.
pub(super) const RENEWALS: [&str; 5] = ["年度维保续约", "增购网关", "模块升级", "二期扩容", "驻场服务续签"];

/// What is written down along the way.
pub(super) const NOTES: [&str; 16] = [
    "电话沟通，客户希望先看同行业案例，已发送资料。",
    "现场调研两条产线，数据采集点约 120 个，网络条件较好。",
    "与信息中心主任开会，对接口方案无异议，关注实施周期。",
    "客户内部立项会推迟到下周，已约会后回访。",
    "演示完成，生产部门反馈积极，财务关注投入产出。",
    "对方提出价格偏高，需要按分期方案重新报价。",
    "总经理参加了交流，认可整体思路，要求给出分步计划。",
    "竞争对手也在接触，报价低约一成，但没有本地服务。",
    "技术协议初稿已发出，等待对方法务意见。",
    "采购要求补充近三年同类项目清单。",
    "试点数据跑了两周，停机时间下降明显，客户满意。",
    "合同条款基本谈妥，剩验收标准一条待确认。",
    "客户预算年底前必须使用，推进意愿强。",
    "关键联系人出差，约定下周三电话会议。",
    "对方希望把培训纳入总价，已向经理申请。",
    "确认由生产总监拍板，信息中心负责验收。",
];

/// What is to be done.
pub(super) const TASKS: [&str; 12] = [
    "回访客户，确认方案反馈",
    "发送更新后的报价单",
    "预约现场演示",
    "整理需求调研纪要",
    "跟进合同审批进度",
    "确认验收标准",
    "拜访采购负责人",
    "准备投入产出测算",
    "协调售前工程师排期",
    "提交技术澄清文件",
    "确认付款方式",
    "邀请客户参观样板工厂",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::{CITIES, firm};

    #[test]
    fn no_two_customers_share_a_name() {
        let names: HashSet<String> = (0..120).map(|number| firm(number, CITIES[number % CITIES.len()].0).0).collect();
        assert_eq!(names.len(), 120);
    }
}
