import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { Drawer, Text } from "@mantine/core";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { type AnyVariables, useQuery } from "urql";
import { type FragmentType, readFragment } from "@/gql";
import type { DealOrder, DealOrderField, FigureDealFragment } from "@/gql/graphql";
import { formatCount } from "@/lib/format/money";
import { type Page, usePages } from "@/lib/graphql/pages";
import { DateText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { countLimit } from "@/ui/list/CountText";
import { PhoneRow } from "@/ui/list/PhoneRow";
import { EmptyState } from "@/ui/states";
import type { ColumnLayout, RecordColumn } from "@/ui/table/columns";
import { parseSort, type Sort } from "@/ui/table/columns";
import { RecordTable } from "@/ui/table/RecordTable";
import { FigureDeal } from "./figure-deals";
import classes from "./insight.module.css";

/** The connection of a figure. */
interface FigureConnection {
  nodes: readonly FragmentType<typeof FigureDeal>[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface PageVariables {
  orderBy?: DealOrder[] | DealOrder | null | undefined;
  first: number;
  after?: string | null | undefined;
}

/** Where the deals of a figure come from. Count and list are two questions, so that the list waits for no count. */
export interface FigureSource<Data, Variables extends PageVariables, Count, CountVariables> {
  deals: TypedDocumentNode<Data, Variables>;
  count: TypedDocumentNode<Count, CountVariables>;
  variables: Omit<Variables, keyof PageVariables> & CountVariables;
  /** A function of the module, or memoised. */
  connection: (data: Data) => FigureConnection | undefined;
  total: (data: Count) => number | undefined;
}

interface FigureDrawerProps<
  Data,
  Variables extends PageVariables,
  Count,
  CountVariables extends AnyVariables,
> {
  title: string;
  formula: string;
  source: FigureSource<Data, Variables, Count, CountVariables>;
  onClose: () => void;
}

const sortFields = [
  "NAME",
  "ACCOUNT_NAME",
  "AMOUNT",
  "STAGE_POSITION",
  "EXPECTED_CLOSE_DATE",
  "OWNER_NAME",
] as const satisfies readonly DealOrderField[];
const initialLayout: ColumnLayout = {
  order: ["name", "account", "amount", "stage", "date", "owner"],
  widths: {},
};
const emptyPage: Page<FigureDealFragment> = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** The deals behind a figure, beside the page that it stands on. */
export function FigureDrawer<
  Data,
  Variables extends PageVariables,
  Count,
  CountVariables extends AnyVariables,
>({ title, formula, source, onClose }: FigureDrawerProps<Data, Variables, Count, CountVariables>) {
  const { t, i18n } = useTranslation(["insight", "common"]);
  const [sort, setSort] = useState<Sort | null>({ field: "AMOUNT", direction: "DESC" });
  const [layout, setLayout] = useState(initialLayout);
  const columns = useColumns();
  useFocusReturn();
  const { connection } = source;
  const page = useMemo(
    () => (data: Data) => {
      const found = connection(data);
      return found ? { nodes: readFragment(FigureDeal, found.nodes), pageInfo: found.pageInfo } : emptyPage;
    },
    [connection],
  );
  const order = sort && parseSort(`${sort.direction === "DESC" ? "-" : ""}${sort.field}`, sortFields);
  // The parts of one operation's variables, put together again.
  const variables = {
    ...source.variables,
    orderBy: order ? [order] : undefined,
    first: 50,
  } as unknown as Variables;
  const pages = usePages(source.deals, variables, page);
  const [{ data: counted }] = useQuery({
    query: source.count,
    variables: source.variables as CountVariables,
  });
  const count = counted ? source.total(counted) : undefined;

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(860px, 100%)"
      padding={0}
      title={
        <span className={classes.drawerTitle}>
          <span>{title}</span>
          <Text span size="xs" c="dimmed" aria-live="polite">
            {count !== undefined &&
              t("deals.count", { count, shown: formatCount(count, countLimit, i18n.language) })}
          </Text>
        </span>
      }
      closeButtonProps={{ "aria-label": t("common:action.close") }}
      classNames={{ content: classes.drawer, header: classes.drawerHeader, body: classes.drawerBody }}
      transitionProps={{ duration: 100 }}
    >
      <Text size="xs" c="dimmed" px="lg" pb="sm">
        {formula}
      </Text>
      <RecordTable
        label={title}
        columns={columns}
        layout={layout}
        onLayoutChange={setLayout}
        sort={sort}
        onSortChange={setSort}
        pages={pages}
        rowName={(deal) => deal.name}
        rowLink={(deal) => ({ to: "/deals/$dealId", params: { dealId: deal.id } })}
        phoneRow={(deal) => (
          <PhoneRow
            title={deal.name}
            fact={<MoneyText value={deal.amount} />}
            below={deal.account?.name ?? deal.owner?.name}
            belowFact={deal.stage.label}
          />
        )}
        empty={<EmptyState title={t("deals.none")} hint={t("deals.noneHint")} />}
      />
    </Drawer>
  );
}

/** Gives the focus back to the figure when the drawer goes. */
function useFocusReturn(): void {
  useEffect(() => {
    const opener = document.activeElement;
    return () => {
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
}

function useColumns(): readonly RecordColumn<FigureDealFragment>[] {
  const { t } = useTranslation(["insight", "common"]);
  return useMemo(
    () => [
      { id: "name", label: t("deals.name"), width: 190, sortField: "NAME", cell: (deal) => deal.name },
      {
        id: "account",
        label: t("deals.account"),
        width: 170,
        sortField: "ACCOUNT_NAME",
        cell: (deal) => deal.account?.name ?? t("common:field.none"),
      },
      {
        id: "amount",
        label: t("deals.amount"),
        width: 110,
        align: "right",
        sortField: "AMOUNT",
        cell: (deal) => <MoneyText value={deal.amount} />,
      },
      {
        id: "stage",
        label: t("deals.stage"),
        width: 110,
        sortField: "STAGE_POSITION",
        cell: (deal) => deal.stage.label,
      },
      {
        id: "date",
        label: t("deals.date"),
        width: 110,
        sortField: "EXPECTED_CLOSE_DATE",
        cell: (deal) => <DateText value={deal.closedDate ?? deal.expectedCloseDate} />,
      },
      {
        id: "owner",
        label: t("deals.owner"),
        width: 110,
        sortField: "OWNER_NAME",
        cell: (deal) => <UserBadge user={deal.owner} />,
      },
    ],
    [t],
  );
}

/** Two lines: what and how much; for whom and where it stands. */
