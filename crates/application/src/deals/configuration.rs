//! Pipelines and stages.

use tundish_domain::{
    deals::StageKind,
    kernel::ids::{ChoiceId, PipelineId, StageId},
    records::{EventAction, RecordAction},
};
use tundish_persistence::{
    deals::{Pipeline, Stage},
    organisation::Choice,
    records::UnitOfWork,
};
use uuid::Uuid;

use crate::records::{Changes, Code, Editable, Failure, Outcome, Text};

impl Editable for Pipeline {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        Ok(Self {
            id: PipelineId(id),
            name: String::new(),
            translations: "{}".to_owned(),
            position: i64::try_from(uow.directory().pipelines().len()).unwrap_or_default(),
            active: true,
            created_at: uow.now(),
            updated_at: uow.now(),
            version: 0,
        })
    }
}

impl Editable for Stage {
    fn blank(uow: &UnitOfWork, id: Uuid) -> Outcome<Self> {
        let Some(first) = uow.directory().pipelines().first() else {
            return Err(Failure::at(Code::Required, "pipelineId", Text::Required));
        };
        Ok(Self {
            id: StageId(id),
            pipeline_id: first.id,
            name: String::new(),
            translations: "{}".to_owned(),
            kind: StageKind::Open,
            probability: 0,
            position: i64::MAX,
            created_at: uow.now(),
            updated_at: uow.now(),
            deleted_at: None,
            deletion_id: None,
            version: 0,
        })
    }

    async fn rules(&mut self, before: Option<&Self>, _: &Changes, uow: &UnitOfWork) -> Outcome<()> {
        if self.position == i64::MAX {
            let last = uow.directory().stages(self.pipeline_id).map(|stage| stage.position).max();
            self.position = last.map_or(0, |last| last + 1);
        }
        match self.kind {
            StageKind::Won => self.probability = 10_000,
            StageKind::Lost => self.probability = 0,
            StageKind::Open => {}
        }
        if let Some(before) = before.filter(|before| before.kind != self.kind) {
            if uow.deals_in(self.id).await? > 0 {
                return Err(Failure::at(Code::InUse, "kind", Text::StageInUse));
            }
            keep_an_open_one(before, "kind", uow)?;
        }
        Ok(())
    }

    async fn created(&self, uow: &UnitOfWork) -> Outcome<()> {
        make_room(self, uow).await
    }

    async fn updated(&self, before: &Self, uow: &UnitOfWork) -> Outcome<()> {
        if before.position == self.position { Ok(()) } else { make_room(self, uow).await }
    }

    async fn deleting(&self, uow: &UnitOfWork) -> Outcome<()> {
        keep_an_open_one(self, "id", uow)
    }

    async fn restored(&self, uow: &UnitOfWork) -> Outcome<()> {
        make_room(self, uow).await
    }
}

/// Refuses that a stage stops being one in which deals begin if it is the last such stage of its pipeline.
fn keep_an_open_one(stage: &Stage, path: &str, uow: &UnitOfWork) -> Outcome<()> {
    let another = |other: &Stage| other.id != stage.id && other.kind == StageKind::Open;
    if stage.kind == StageKind::Open && !uow.directory().stages(stage.pipeline_id).any(another) {
        return Err(Failure::at(Code::InUse, path, Text::LastOpenStage));
    }
    Ok(())
}

/// Numbers the stages of a pipeline anew, with `placed` where it wants to be.
async fn make_room(placed: &Stage, uow: &UnitOfWork) -> Outcome<()> {
    let mut others: Vec<Stage> =
        uow.directory().stages(placed.pipeline_id).filter(|stage| stage.id != placed.id).cloned().collect();
    let place = usize::try_from(placed.position).unwrap_or(usize::MAX).min(others.len());
    others.insert(place, placed.clone());
    for (position, stage) in others.iter().enumerate() {
        let position = i64::try_from(position).unwrap_or(i64::MAX);
        if stage.position != position {
            let before = uow.checked::<Stage>(stage.id.0, RecordAction::Update).await??;
            let after = Stage { position, ..(*before).clone() };
            uow.save(before, after, EventAction::Updated).await?;
        }
    }
    Ok(())
}

/// A pipeline to begin with, and the usual choices.
pub(crate) async fn first_configuration(uow: &UnitOfWork) -> Outcome<()> {
    let pipeline = Pipeline::blank(uow, uow.new_id())?;
    let pipeline = Pipeline {
        name: "Sales".to_owned(),
        translations: r#"{"zh-CN":"销售管道"}"#.to_owned(),
        position: 0,
        ..pipeline
    };
    let pipeline = uow.insert(pipeline).await?;
    let stages = [
        ("Qualification", "确认需求", StageKind::Open, 1000),
        ("Needs analysis", "需求分析", StageKind::Open, 2500),
        ("Proposal", "方案报价", StageKind::Open, 5000),
        ("Negotiation", "商务谈判", StageKind::Open, 7500),
        ("Won", "赢单", StageKind::Won, 10_000),
        ("Lost", "输单", StageKind::Lost, 0),
    ];
    for (position, (name, chinese, kind, probability)) in (0_i64..).zip(stages) {
        uow.insert(Stage {
            id: StageId(uow.new_id()),
            pipeline_id: pipeline.id,
            name: name.to_owned(),
            translations: serde_json::json!({ "zh-CN": chinese }).to_string(),
            kind,
            probability,
            position,
            created_at: uow.now(),
            updated_at: uow.now(),
            deleted_at: None,
            deletion_id: None,
            version: 0,
        })
        .await?;
    }
    let choices = [
        ("source", "web", "Website", "官网"),
        ("source", "referral", "Referral", "客户转介绍"),
        ("source", "advertising", "Advertising", "广告投放"),
        ("source", "exhibition", "Exhibition", "展会"),
        ("source", "tender", "Tender platform", "招投标平台"),
        ("source", "outbound", "Outbound", "主动开发"),
        ("lostReason", "price", "Price", "价格"),
        ("lostReason", "competitor", "Competitor", "竞争对手"),
        ("lostReason", "no_budget", "No budget", "没有预算"),
        ("lostReason", "no_decision", "No decision", "客户未决策"),
        ("lostReason", "product_fit", "Product does not fit", "产品不匹配"),
        ("industry", "manufacturing", "Manufacturing", "制造业"),
        ("industry", "software", "Software", "软件"),
        ("industry", "retail", "Retail", "零售"),
        ("industry", "finance", "Finance", "金融"),
        ("industry", "medical", "Medical", "医疗"),
        ("industry", "education", "Education", "教育"),
        ("industry", "logistics", "Logistics", "物流"),
        ("industry", "energy", "Energy", "能源"),
        ("industry", "other", "Other", "其他"),
    ];
    for (position, (list, key, name, chinese)) in (0_i64..).zip(choices) {
        uow.insert(Choice {
            id: ChoiceId(uow.new_id()),
            list: list.to_owned(),
            key: key.to_owned(),
            name: name.to_owned(),
            translations: serde_json::json!({ "zh-CN": chinese }).to_string(),
            position,
            active: true,
            created_at: uow.now(),
            updated_at: uow.now(),
            version: 0,
        })
        .await?;
    }
    Ok(())
}
