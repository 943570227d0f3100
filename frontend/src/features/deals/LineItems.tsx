import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { DealLineInput, DealLinesFragment } from "@/gql/graphql";
import { formatNumber, multiplyDecimals } from "@/lib/format/money";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { useSession } from "@/lib/session";
import { MoneyText } from "@/ui/cells/MoneyText";
import { RecordSelect } from "@/ui/field/RecordSelect";
import { useCellDraft } from "@/ui/field/use-cell-draft";
import { RecordSection } from "@/ui/RecordPage";
import classes from "./DealPage.module.css";

const DealLines = graphql(`
  fragment DealLines on Deal {
    id
    version
    viewerCan
    amount { amount currency base }
    lineItemsTotal { amount currency base }
    lineItems {
      id
      position
      quantity
      product { id name }
      unitPrice { amount currency base }
    }
  }
`);

const SetDealLines = graphql(`
  mutation SetDealLines($id: ID!, $lines: [DealLineInput!]!, $takeOverTotal: Boolean, $ifVersion: Int) {
    setDealLines(id: $id, lines: $lines, takeOverTotal: $takeOverTotal, ifVersion: $ifVersion) {
      deal { id ...DealLines ...DealRow }
      userErrors { code path message }
    }
  }
`);

const ProductPrice = graphql(`
  query ProductPrice($id: ID!) {
    product(id: $id) { id listPrice { amount currency base } }
  }
`);

function lineInput({
  id,
  product,
  quantity,
  unitPrice,
}: DealLinesFragment["lineItems"][number]): DealLineInput[] {
  const price = unitPrice && { amount: unitPrice.amount, currency: unitPrice.currency };
  return product ? [{ id, productId: product.id, quantity, unitPrice: price }] : [];
}

/** The products of a deal. Their sum stands beside the deal's own amount, which it replaces only on request. */
export function LineItems({ deal: masked }: { deal: FragmentType<typeof DealLines> }) {
  const { t, i18n } = useTranslation("deals");
  const deal = readFragment(DealLines, masked);
  const client = useClient();
  const { company } = useSession();
  const setDealLines = useMutate(SetDealLines);
  const [pickerKey, setPickerKey] = useState(0);
  const shown = deal.lineItems.flatMap(({ product, ...rest }) => (product ? [{ ...rest, product }] : []));
  // The lines are written as a whole: with products that the viewer may not see, that would drop them.
  const complete = shown.length === deal.lineItems.length;
  const editable = complete && deal.viewerCan.includes("UPDATE");
  const currency = deal.amount?.currency ?? company.baseCurrency;

  // One after another, each on what the one before has left: two edits under way at once would be a conflict with oneself.
  const latest = useRef(deal);
  if (deal.version > latest.current.version) latest.current = deal;
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const save = (edit: (lines: DealLineInput[]) => DealLineInput[], takeOverTotal = false) => {
    const run = async (): Promise<boolean> => {
      const { id, version, lineItems } = latest.current;
      const lines = edit(lineItems.flatMap(lineInput));
      const outcome = await setDealLines({ id, lines, takeOverTotal, ifVersion: version });
      if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
      if (outcome.kind !== "done") return false;
      latest.current = readFragment(DealLines, outcome.payload.deal) ?? latest.current;
      return true;
    };
    const saved = queue.current.then(run);
    queue.current = saved;
    return saved;
  };
  const change = (id: string, part: Partial<DealLineInput>) =>
    save((lines) => lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const add = async (productId: string) => {
    setPickerKey((value) => value + 1);
    const { data } = await client.query(ProductPrice, { id: productId }).toPromise();
    const price = data?.product?.listPrice;
    const unitPrice = price ? { amount: price.amount, currency: price.currency } : null;
    await save((lines) => [...lines, { productId, quantity: "1", unitPrice }]);
  };
  const differs = deal.lineItemsTotal !== null && deal.lineItemsTotal.base !== deal.amount?.base;

  return (
    <RecordSection title={t("page.lines")}>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("lines.empty")}
        </Text>
      )}
      {shown.map((line) => {
        const price = line.unitPrice;
        return (
          <div key={line.id} className={classes.line}>
            <span className={classes.lineName}>{line.product.name}</span>
            {editable && (
              <ActionIcon
                size="sm"
                aria-label={t("lines.remove", { product: line.product.name })}
                onClick={() => void save((lines) => lines.filter(({ id }) => id !== line.id))}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            )}
            <Group gap={6} wrap="nowrap" className={classes.lineFigures}>
              <DecimalInput
                label={t("lines.quantity")}
                value={line.quantity}
                shown={formatNumber(line.quantity, i18n.language)}
                width={56}
                disabled={!editable}
                onSave={(quantity) => change(line.id, { quantity })}
              />
              <Text size="xs" c="dimmed" aria-hidden>
                ×
              </Text>
              <DecimalInput
                label={t("lines.unitPrice")}
                value={price?.amount ?? ""}
                shown={price ? formatNumber(price.amount, i18n.language) : ""}
                width={96}
                disabled={!editable}
                onSave={(amount) =>
                  change(line.id, { unitPrice: { amount, currency: price?.currency ?? currency } })
                }
              />
              <span className={classes.lineTotal}>
                <MoneyText
                  value={
                    price && {
                      amount: multiplyDecimals(line.quantity, price.amount),
                      currency: price.currency,
                    }
                  }
                />
              </span>
            </Group>
          </div>
        );
      })}
      {editable && (
        <RecordSelect
          key={pickerKey}
          mt={4}
          aria-label={t("lines.add")}
          placeholder={t("lines.add")}
          source="PRODUCT"
          value={null}
          onChange={(productId) => productId && void add(productId)}
        />
      )}
      {deal.lineItemsTotal && shown.length > 0 && (
        <div className={classes.sum}>
          <span>{t("lines.sum")}</span>
          <MoneyText value={deal.lineItemsTotal} />
          {differs && (
            <>
              <span className={classes.differs}>
                {t("lines.differs")} (<MoneyText value={deal.amount} />)
              </span>
              {editable && (
                <Button size="compact-xs" variant="light" onClick={() => void save((lines) => lines, true)}>
                  {t("lines.takeOver")}
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </RecordSection>
  );
}

interface DecimalInputProps {
  label: string;
  value: string;
  /** The value while nobody types. */
  shown: string;
  width: number;
  disabled: boolean;
  /** The answer is whether it was saved. */
  onSave: (value: string) => Promise<boolean>;
}

/** A small number in a row. */
function DecimalInput({ label, value, shown, width, disabled, onSave }: DecimalInputProps) {
  const { text, problem, inputProps } = useCellDraft({
    value,
    // Why it was not stands in a notification: the row has no place for it.
    onSave: async (next) => (next === null || (await onSave(next)) ? null : ""),
  });
  return (
    <TextInput
      aria-label={label}
      w={width}
      styles={{ input: { textAlign: "right" } }}
      disabled={disabled}
      value={text ?? shown}
      error={problem !== null}
      title={problem || undefined}
      {...inputProps}
      onKeyDown={(event) => {
        inputProps.onKeyDown(event);
        if (event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}
