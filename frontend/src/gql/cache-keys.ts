/** Types that implement an interface or belong to a union, for the cache to match fragments exactly. */
export const possibleTypes: Record<string, string[]> = {
  FieldValue: ["BooleanValue", "DateTimeValue", "DateValue", "MoneyValue", "NumberValue", "ReferenceValue", "TextValue"],
  Node: ["Account", "Choice", "Company", "Contact", "ContactPoint", "Deal", "DealContact", "DealLine", "ExchangeRate", "Import", "Note", "Pipeline", "Product", "Stage", "Target", "Task", "Team", "User"],
  TimelineItem: ["Note", "RecordEvent", "Task"],
};

/** Types without an identity of their own: they live inside the record that they were read with. */
export const embeddedTypes = ["AccessPayload", "AccessTokenPayload", "AccountConnection", "AccountEdge", "AccountPayload", "BooleanValue", "ChoicePayload", "CompanyPayload", "ContactConnection", "ContactEdge", "ContactPayload", "DateTimeValue", "DateValue", "DayStatistics", "DealConnection", "DealEdge", "DealFigures", "DealPayload", "ExchangeRateConnection", "ExchangeRateEdge", "ExchangeRatePayload", "FieldChange", "Forecast", "Funnel", "FunnelStage", "ImportColumn", "ImportConnection", "ImportEdge", "ImportPayload", "ImportPreview", "ImportRefusedRow", "Money", "MoneyValue", "NoteConnection", "NoteEdge", "NotePayload", "NumberValue", "PageInfo", "PipelinePayload", "ProductConnection", "ProductEdge", "ProductPayload", "ReferenceValue", "SearchHit", "SignInPayload", "StagePayload", "TargetConnection", "TargetEdge", "TargetPayload", "TaskConnection", "TaskEdge", "TaskPayload", "TeamPayload", "TextValue", "Timeline", "TimelineEdge", "Translation", "UserConnection", "UserEdge", "UserError", "UserPayload"];
