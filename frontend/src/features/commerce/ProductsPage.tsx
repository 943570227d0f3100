import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Suspense, useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { readFragment } from "@/gql";
import type { ProductFilter, ProductListQuery, ProductRowFragment } from "@/gql/graphql";
import { useCreate } from "@/lib/creation";
import { type Page, usePages } from "@/lib/graphql/pages";
import { lazyAgain } from "@/lib/lazy-soon";
import { useSession } from "@/lib/session";
import { MoneyText } from "@/ui/cells/MoneyText";
import { joinParts } from "@/ui/filter/conditions";
import type { FilterFieldsOf } from "@/ui/filter/fields";
import { noParts } from "@/ui/list/ListPage";
import type { SearchChange } from "@/ui/list/list-search";
import { PhoneRow } from "@/ui/list/PhoneRow";
import { RecordListPage } from "@/ui/list/RecordListPage";
import { useCreateAction } from "@/ui/list/use-create-action";
import { parseSort } from "@/ui/table/columns";
import { defaultProductColumns, type ProductSearch, productOrderFields } from "./product-list";
import { ProductCount, ProductList, ProductQuery, ProductRow } from "./product-row";
import { useProductColumns } from "./use-product-columns";

const ProductDrawer = lazyAgain(() => import("./ProductDrawer"));

const route = getRouteApi("/work/products");

function productPage({ products }: ProductListQuery): Page<ProductRowFragment> {
  return { nodes: readFragment(ProductRow, products.nodes), pageInfo: products.pageInfo };
}

/** What the company sells. Everybody reads it; administrators change it. */
export function ProductsPage() {
  const { t } = useTranslation(["commerce", "common"]);
  const search = route.useSearch();
  const navigate = useNavigate({ from: "/products" });
  const openForm = useCreate();
  const { viewer } = useSession();
  const columns = useProductColumns();
  const change = useCallback(
    (next: SearchChange<ProductSearch>) =>
      void navigate({ search: (current) => ({ ...current, ...next }), replace: true }),
    [navigate],
  );
  const fields = useMemo(
    (): FilterFieldsOf<ProductFilter> => [
      { path: "name", label: t("product.name"), kind: "text" },
      { path: "series", label: t("product.series"), kind: "text" },
      { path: "listPrice", label: t("product.listPrice"), kind: "money" },
      { path: "active", label: t("product.sold"), kind: "boolean" },
      { path: "description", label: t("product.description"), kind: "text" },
    ],
    [t],
  );
  const sold = useMemo(
    () => [{ key: "sold", label: t("product.sold"), parts: [{ active: { eq: true } }] }],
    [t],
  );

  const filter = joinParts<ProductFilter>(search.filter ?? noParts);
  const sort = parseSort(search.sort, productOrderFields);
  const pages = usePages(
    ProductList,
    { filter, search: search.search, orderBy: sort ? [sort] : undefined, first: 60 },
    productPage,
  );
  const [{ data: counted }] = useQuery({ query: ProductCount, variables: { filter, search: search.search } });
  const mayCreate = viewer.roleKey === "administrator";
  const create = useMemo(
    () => (mayCreate ? { label: t("product.new"), run: () => openForm({ kind: "PRODUCT" }) } : undefined),
    [mayCreate, t, openForm],
  );
  useCreateAction("PRODUCT", create);

  return (
    <RecordListPage
      title={t("title.products")}
      search={search}
      onChange={change}
      fields={fields}
      quick={sold}
      create={create}
      count={counted?.products.totalCount}
      columns={columns}
      defaultColumns={defaultProductColumns}
      sort={sort}
      pages={pages}
      rowLink={(product) => ({ to: "/products", search: { ...search, product: product.id } })}
      phoneRow={(product) => (
        <PhoneRow
          title={product.name}
          fact={<MoneyText value={product.listPrice} />}
          below={product.series ?? t("common:field.none")}
          belowFact={product.active ? null : t("product.notSold")}
        />
      )}
      none={{ title: t("product.empty"), hint: t("product.emptyHint") }}
    >
      <Suspense>
        {search.product && <OpenProduct id={search.product} onClose={() => change({ product: undefined })} />}
      </Suspense>
    </RecordListPage>
  );
}

function OpenProduct({ id, onClose }: { id: string; onClose: () => void }) {
  const [{ data }] = useQuery({ query: ProductQuery, variables: { id } });
  const product = readFragment(ProductRow, data?.product);
  return product ? <ProductDrawer key={product.id} product={product} onClose={onClose} /> : null;
}
