//! What users are told, in both languages.

use std::fmt;

use tundish_domain::organisation::Language;

use super::import::{
    MappingProblem,
    source::{RowProblem, SourceError},
};

/// Some words within a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// In English.
    pub english: &'static str,
    /// 用中文。
    pub chinese: &'static str,
}

impl Words {
    pub(crate) const fn new(english: &'static str, chinese: &'static str) -> Self {
        Self { english, chinese }
    }
}

impl fmt::Display for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.english)
    }
}

/// Something to say, with its particulars.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each text stands below in two languages")]
pub enum Text {
    Required,
    Nul,
    TooLong { max: usize },
    Between { min: String, max: String },
    TooManyDigits { digits: u8 },
    UnknownCurrency { code: String },
    NoExchangeRate { code: String },
    UnknownChoice { key: String },
    ChoiceRetired { key: String },
    UnknownRecord,
    AssignForbidden,
    CreateForbidden,
    Stale,
    KeyReused,
    KeyTooLong { max: usize },
    StageOfOtherPipeline,
    PipelineInactive,
    LostReasonOnlyWhenLost,
    HasChildren { count: usize },
    ChildrenForbidden,
    StillUsed { count: usize },
    Overtaken,
    TeamCircle,
    ParentCircle,
    EmailTaken,
    NameTaken,
    EmailInvalid,
    UnknownTimeZone,
    UnknownLanguage,
    UnknownRole,
    InvalidCredentials,
    Throttled { seconds: u64 },
    PasswordTooShort { min: usize },
    PasswordTooLong { max: usize },
    LastAdministrator,
    AlreadySetUp,
    SetUpToken,
    StageInUse,
    LastOpenStage,
    EitherPersonOrTeam,
    NotAQuarterStart,
    ExpiryInThePast,
    DuplicateContact,
    DuplicatePoint,
    BaseCurrencyRate,
    OnlyRate { code: String },
    RateOfTheDay,
    RateTooHigh { code: String },
    Mapping(MappingProblem),
    Unreadable(RowProblem),
    FileUnreadable(SourceError),
    UnknownValue { value: String },
    NotANumber { value: String },
    NumberTooLong { value: String },
    OtherCurrency { sign: String, currency: String },
    CurrencyNotGiven { sign: String },
    NotADate { value: String, formats: String },
    AmbiguousDate { value: String, one: String, other: String },
    NotABoolean { value: String },
    NotFoundBy { text: String },
    Ambiguous { text: String },
    NoListPrice { text: String },
    InRecycleBin,
    StageInRecycleBin,
    Fixed,
    OutOfOrder { date: String, earlier: String },
    InTheFuture { date: String },
    CloseUnknown,
    CloseOfOpenDeal,
    HistoryEndsElsewhere,
    CloseFixed { date: String },
    FileTooLarge { megabytes: u64 },
    MappingTarget,
    ImportEnded,
    FileGone,
    ImportBroken,
    ImporterGone,
}

impl Text {
    /// The text in a language.
    pub fn in_language(&self, language: Language) -> String {
        match language {
            Language::English => self.english(),
            Language::Chinese => self.chinese(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Required => "This must not be empty.".into(),
            Self::Nul => "This contains a character (NUL) that cannot be stored.".into(),
            Self::TooLong { max } => format!("This is longer than {max} characters."),
            Self::Between { min, max } => format!("This must lie between {min} and {max}."),
            Self::TooManyDigits { digits: 0 } => "This must be a whole number.".into(),
            Self::TooManyDigits { digits } => format!("At most {digits} digits may stand behind the decimal point."),
            Self::UnknownCurrency { code } => format!("{code} is not a currency."),
            Self::NoExchangeRate { code } => {
                format!("There is no exchange rate for {code} yet. An administrator can enter one.")
            }
            Self::UnknownChoice { key } => format!("“{key}” is not one of the choices."),
            Self::ChoiceRetired { key } => format!("“{key}” can no longer be chosen."),
            Self::UnknownRecord => "There is no such record.".into(),
            Self::AssignForbidden => "You may not give this to somebody else.".into(),
            Self::CreateForbidden => "You may not create this for somebody else.".into(),
            Self::Stale => "Somebody else changed this meanwhile.".into(),
            Self::KeyReused => "This key was already used with another input.".into(),
            Self::KeyTooLong { max } => format!("The key is longer than {max} characters."),
            Self::StageOfOtherPipeline => "The stage belongs to another pipeline.".into(),
            Self::PipelineInactive => "New deals can no longer enter this pipeline.".into(),
            Self::LostReasonOnlyWhenLost => "Only a lost deal has a reason for it.".into(),
            Self::HasChildren { count } => format!("{count} records still belong to this. Delete them too, or first."),
            Self::ChildrenForbidden => "Something that belongs to this is not yours to delete.".into(),
            Self::StillUsed { count } => format!("{count} records are still in this. Move them first."),
            Self::Overtaken => "Somebody else entered the same at this moment.".into(),
            Self::TeamCircle => "A team cannot stand below itself.".into(),
            Self::ParentCircle => "A company cannot belong to itself.".into(),
            Self::EmailTaken => "Somebody else has this e-mail address.".into(),
            Self::NameTaken => "There is already one of this name.".into(),
            Self::EmailInvalid => "This is not an e-mail address.".into(),
            Self::UnknownTimeZone => "This is not a time zone, such as Asia/Shanghai.".into(),
            Self::UnknownLanguage => "Known languages are en and zh-CN.".into(),
            Self::UnknownRole => "Known roles are administrator, manager and representative.".into(),
            Self::InvalidCredentials => "E-mail address or password is wrong.".into(),
            Self::Throttled { seconds } => format!("Too many attempts. Try again in {seconds} seconds."),
            Self::PasswordTooShort { min } => format!("A password has at least {min} characters."),
            Self::PasswordTooLong { max } => format!("A password has at most {max} characters."),
            Self::LastAdministrator => "Somebody must stay administrator.".into(),
            Self::AlreadySetUp => "The company is already set up.".into(),
            Self::SetUpToken => "This is not the token that the server printed.".into(),
            Self::StageInUse => "There are deals in this stage. Move them first.".into(),
            Self::LastOpenStage => "A pipeline needs an open stage.".into(),
            Self::EitherPersonOrTeam => "A target is either a person's or a team's.".into(),
            Self::NotAQuarterStart => "This is not the first day of a quarter of the fiscal year.".into(),
            Self::ExpiryInThePast => "This lies in the past.".into(),
            Self::DuplicateContact => "The same person is named twice.".into(),
            Self::DuplicatePoint => "The same number or address stands here twice.".into(),
            Self::BaseCurrencyRate => "The base currency has no rate.".into(),
            Self::OnlyRate { code } => format!("There are amounts in {code}, and this is its only rate."),
            Self::RateOfTheDay => "There is another rate of that day by now.".into(),
            Self::RateTooHigh { code } => {
                format!("At this rate an amount in {code} would be worth more than an amount may be.")
            }
            Self::Mapping(problem) => problem.in_language(Language::English),
            Self::Unreadable(problem) => problem.in_language(Language::English),
            Self::FileUnreadable(problem) => problem.in_language(Language::English),
            Self::UnknownValue { value } => format!("“{value}” is not one of the values that the mapping knows."),
            Self::NotANumber { value } => format!("“{value}” is no number as the mapping describes it."),
            Self::NumberTooLong { value } => format!("“{value}” has too many digits."),
            Self::OtherCurrency { sign, currency } => format!("“{sign}” does not stand for {currency}."),
            Self::CurrencyNotGiven { sign } => {
                format!("The mapping does not say which currency “{sign}” stands for.")
            }
            Self::NotADate { value, formats } => format!("“{value}” is no date of the form {formats}."),
            Self::AmbiguousDate { value, one, other } => format!("“{value}” may be {one} or {other}."),
            Self::NotABoolean { value } => format!("“{value}” is neither true nor false."),
            Self::NotFoundBy { text } => format!("There is no “{text}”."),
            Self::Ambiguous { text } => format!("There is more than one “{text}”."),
            Self::NoListPrice { text } => format!("“{text}” has no list price."),
            Self::InRecycleBin => "The record lies in the recycle bin. Restore it first.".into(),
            Self::StageInRecycleBin => "The stage in which it was lies in the recycle bin. Restore that first.".into(),
            Self::Fixed => "This is fixed once the record exists.".into(),
            Self::OutOfOrder { date, earlier } => format!("{date} lies before {earlier}, which must come first."),
            Self::InTheFuture { date } => format!("{date} lies in the future."),
            Self::CloseUnknown => "A won or lost deal needs the day on which it closed.".into(),
            Self::CloseOfOpenDeal => "The deal is open, but there is a day on which it closed.".into(),
            Self::HistoryEndsElsewhere => {
                "The history ends in another stage than the deal's, and does not say when it went on.".into()
            }
            Self::CloseFixed { date } => format!("The deal closed on {date}; that day is never changed."),
            Self::FileTooLarge { megabytes } => format!("The file is larger than {megabytes} MB."),
            Self::MappingTarget => "The mapping is no TOML, or its `kind` is no kind of record.".into(),
            Self::ImportEnded => "This import has already ended.".into(),
            Self::FileGone => "The file is no longer there. Send it again.".into(),
            Self::ImporterGone => "The person who started this may no longer import.".into(),
            Self::ImportBroken => "Something went wrong on the server, again and again. The log says what.".into(),
        }
    }

    fn chinese(&self) -> String {
        match self {
            Self::Required => "此项不能为空。".into(),
            Self::Nul => "内容含有无法保存的字符（NUL）。".into(),
            Self::TooLong { max } => format!("超过了 {max} 个字符。"),
            Self::Between { min, max } => format!("必须在 {min} 与 {max} 之间。"),
            Self::TooManyDigits { digits: 0 } => "必须是整数。".into(),
            Self::TooManyDigits { digits } => format!("小数点后最多 {digits} 位。"),
            Self::UnknownCurrency { code } => format!("{code} 不是有效的货币。"),
            Self::NoExchangeRate { code } => format!("尚无 {code} 的汇率，请管理员录入。"),
            Self::UnknownChoice { key } => format!("“{key}”不在可选项中。"),
            Self::ChoiceRetired { key } => format!("“{key}”已停用，不能再选。"),
            Self::UnknownRecord => "没有这条记录。".into(),
            Self::AssignForbidden => "您无权将其转交他人。".into(),
            Self::CreateForbidden => "您无权替他人新建。".into(),
            Self::Stale => "他人刚刚修改了此项。".into(),
            Self::KeyReused => "该幂等键已用于其他内容。".into(),
            Self::KeyTooLong { max } => format!("幂等键超过了 {max} 个字符。"),
            Self::StageOfOtherPipeline => "该阶段属于另一条销售管道。".into(),
            Self::PipelineInactive => "该销售管道已停用，不能新增商机。".into(),
            Self::LostReasonOnlyWhenLost => "只有输单的商机才有输单原因。".into(),
            Self::HasChildren { count } => format!("仍有 {count} 条记录属于它，请先删除或一并删除。"),
            Self::ChildrenForbidden => "其下有您无权删除的记录。".into(),
            Self::StillUsed { count } => format!("其中仍有 {count} 条记录，请先移走。"),
            Self::Overtaken => "他人刚刚录入了相同的内容。".into(),
            Self::TeamCircle => "团队不能隶属于自身。".into(),
            Self::ParentCircle => "公司不能隶属于自身。".into(),
            Self::EmailTaken => "该邮箱已被他人使用。".into(),
            Self::NameTaken => "已有同名记录。".into(),
            Self::EmailInvalid => "邮箱格式不正确。".into(),
            Self::UnknownTimeZone => "不是有效的时区，例如 Asia/Shanghai。".into(),
            Self::UnknownLanguage => "可用语言为 en 和 zh-CN。".into(),
            Self::UnknownRole => "可用角色为 administrator、manager 和 representative。".into(),
            Self::InvalidCredentials => "邮箱或密码不正确。".into(),
            Self::Throttled { seconds } => format!("尝试次数过多，请在 {seconds} 秒后重试。"),
            Self::PasswordTooShort { min } => format!("密码至少 {min} 个字符。"),
            Self::PasswordTooLong { max } => format!("密码最多 {max} 个字符。"),
            Self::LastAdministrator => "至少要保留一名管理员。".into(),
            Self::AlreadySetUp => "公司已完成初始设置。".into(),
            Self::SetUpToken => "与服务器显示的令牌不符。".into(),
            Self::StageInUse => "该阶段仍有商机，请先移走。".into(),
            Self::LastOpenStage => "销售管道至少要有一个进行中的阶段。".into(),
            Self::EitherPersonOrTeam => "目标要么属于个人，要么属于团队。".into(),
            Self::NotAQuarterStart => "不是财年季度的第一天。".into(),
            Self::ExpiryInThePast => "该时间已过去。".into(),
            Self::DuplicateContact => "同一联系人出现了两次。".into(),
            Self::DuplicatePoint => "同一号码或邮箱出现了两次。".into(),
            Self::BaseCurrencyRate => "本位币没有汇率。".into(),
            Self::OnlyRate { code } => format!("仍有以 {code} 计的金额，而这是它唯一的汇率。"),
            Self::RateOfTheDay => "该日已另有汇率。".into(),
            Self::RateTooHigh { code } => format!("按此汇率，以 {code} 计的金额会超出上限。"),
            Self::Mapping(problem) => problem.in_language(Language::Chinese),
            Self::Unreadable(problem) => problem.in_language(Language::Chinese),
            Self::FileUnreadable(problem) => problem.in_language(Language::Chinese),
            Self::UnknownValue { value } => format!("“{value}”不在映射的取值表中。"),
            Self::NotANumber { value } => format!("“{value}”不是映射所描述的数字。"),
            Self::NumberTooLong { value } => format!("“{value}”位数过多。"),
            Self::OtherCurrency { sign, currency } => format!("“{sign}”不代表 {currency}。"),
            Self::CurrencyNotGiven { sign } => format!("映射没有说明“{sign}”代表哪种货币。"),
            Self::NotADate { value, formats } => format!("“{value}”不是 {formats} 格式的日期。"),
            Self::AmbiguousDate { value, one, other } => format!("“{value}”可能是 {one}，也可能是 {other}。"),
            Self::NotABoolean { value } => format!("“{value}”既不是“是”也不是“否”。"),
            Self::NotFoundBy { text } => format!("找不到“{text}”。"),
            Self::Ambiguous { text } => format!("有多个“{text}”。"),
            Self::NoListPrice { text } => format!("“{text}”没有标价。"),
            Self::InRecycleBin => "该记录在回收站中，请先恢复。".into(),
            Self::StageInRecycleBin => "它所在的阶段在回收站中，请先恢复该阶段。".into(),
            Self::Fixed => "此项在新建后不能更改。".into(),
            Self::OutOfOrder { date, earlier } => format!("{date} 早于应在其之前的 {earlier}。"),
            Self::InTheFuture { date } => format!("{date} 在将来。"),
            Self::CloseUnknown => "赢单或输单的商机必须有关闭日期。".into(),
            Self::CloseOfOpenDeal => "商机仍在进行中，却有关闭日期。".into(),
            Self::HistoryEndsElsewhere => "历史止于另一个阶段，且未说明何时进入当前阶段。".into(),
            Self::CloseFixed { date } => format!("该商机已于 {date} 关闭，关闭日期不能更改。"),
            Self::FileTooLarge { megabytes } => format!("文件超过了 {megabytes} MB。"),
            Self::MappingTarget => "映射不是有效的 TOML，或其 `kind` 不是一种记录。".into(),
            Self::ImportEnded => "该导入已经结束。".into(),
            Self::FileGone => "文件已不存在，请重新上传。".into(),
            Self::ImporterGone => "发起人已无权导入。".into(),
            Self::ImportBroken => "服务器多次出错，原因见日志。".into(),
        }
    }
}
