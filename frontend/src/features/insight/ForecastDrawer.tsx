import type { ForecastFigure, ForecastFigureCountQuery, ForecastFigureDealsQuery } from "@/gql/graphql";
import { FigureDrawer } from "./FigureDrawer";
import { ForecastFigureCount, ForecastFigureDeals } from "./figure-deals";
import type { ForecastVariables } from "./forecast-figures";

interface ForecastDrawerProps {
  title: string;
  formula: string;
  forecast: ForecastVariables;
  figure: ForecastFigure | "ALL";
  onClose: () => void;
}

const source = {
  deals: ForecastFigureDeals,
  count: ForecastFigureCount,
  connection: (data: ForecastFigureDealsQuery) => data.forecast.deals,
  total: (data: ForecastFigureCountQuery) => data.forecast.deals.totalCount,
};

/** The deals behind a figure of a forecast. */
export function ForecastDrawer({ forecast, figure, ...props }: ForecastDrawerProps) {
  const variables = { ...forecast, figure: figure === "ALL" ? undefined : figure };
  return <FigureDrawer source={{ ...source, variables }} {...props} />;
}
