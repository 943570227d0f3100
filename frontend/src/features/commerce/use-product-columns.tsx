import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ProductOrderField, ProductRowFragment } from "@/gql/graphql";
import { InstantText } from "@/ui/cells/DateText";
import { MoneyText } from "@/ui/cells/MoneyText";
import type { RecordColumn } from "@/ui/table/columns";

type ProductColumn = RecordColumn<ProductRowFragment> & { sortField?: ProductOrderField };

/** The columns that the list of products can show. */
export function useProductColumns(): readonly ProductColumn[] {
  const { t } = useTranslation(["commerce", "common"]);
  return useMemo(
    () => [
      {
        id: "name",
        label: t("product.name"),
        width: 280,
        sortField: "NAME",
        cell: (product) => product.name,
      },
      {
        id: "series",
        label: t("product.series"),
        width: 160,
        sortField: "SERIES",
        cell: (product) => product.series ?? t("common:field.none"),
      },
      {
        id: "listPrice",
        label: t("product.listPrice"),
        width: 140,
        align: "right",
        sortField: "LIST_PRICE",
        cell: (product) => <MoneyText value={product.listPrice} />,
      },
      {
        id: "active",
        label: t("product.state"),
        width: 120,
        sortField: "ACTIVE",
        cell: (product) => t(product.active ? "product.sold" : "product.notSold"),
      },
      {
        id: "updatedAt",
        label: t("product.updatedAt"),
        width: 170,
        sortField: "UPDATED_AT",
        cell: (product) => <InstantText value={product.updatedAt} />,
      },
      {
        id: "description",
        label: t("product.description"),
        width: 260,
        cell: (product) => product.description ?? t("common:field.none"),
      },
      {
        id: "createdAt",
        label: t("product.createdAt"),
        width: 170,
        sortField: "CREATED_AT",
        cell: (product) => <InstantText value={product.createdAt} />,
      },
    ],
    [t],
  );
}
