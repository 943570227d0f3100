import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import { formatCount } from "@/lib/format/money";
import { countLimit } from "@/ui/list/CountText";
import classes from "./stages.module.css";

const StageDeals = graphql(`
  query StageDeals($stageId: ID!) {
    deals(filter: { stageId: { eq: $stageId } }, first: 1) { totalCount(atMost: 10000) }
  }
`);

/** How many deals are in a stage; the number opens them. */
export function StageDealCount({ pipelineId, stageId }: { pipelineId: string; stageId: string }) {
  const { t, i18n } = useTranslation("settings");
  const [{ data }] = useQuery({
    query: StageDeals,
    variables: { stageId },
    requestPolicy: "cache-and-network",
  });
  const count = data?.deals.totalCount;
  if (count === undefined) return <span className={classes.deals} />;
  return (
    <Link
      to="/deals"
      search={{ view: "table", pipeline: pipelineId, filter: [{ stageId: { eq: stageId } }] }}
      className={classes.deals}
    >
      {t("stages.deals", { count, shown: formatCount(count, countLimit, i18n.language) })}
    </Link>
  );
}
