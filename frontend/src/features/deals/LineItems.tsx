import { ActionIcon, Button, Group, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useClient } from "urql";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { DealLineInput } from "@/gql/graphql";
import { formatNumber, multiplyDecimals, parseAmount } from "@/lib/format/money";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { useSession } from "@/lib/session";
import { MoneyText } from "@/ui/cells/MoneyText";
import { RecordSelect } from "@/ui/field/RecordSelect";
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
  const lines: DealLineInput[] = shown.map(({ id, product, quantity, unitPrice }) => ({
    id,
    productId: product.id,
    quantity,
    unitPrice: unitPrice && { amount: unitPrice.amount, currency: unitPrice.currency },
  }));

  const save = async (next: DealLineInput[], takeOverTotal = false) => {
    const outcome = await setDealLines({ id: deal.id, lines: next, takeOverTotal, ifVersion: deal.version });
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
  };
  const add = async (productId: string) => {
    setPickerKey((value) => value + 1);
    const { data } = await client.query(ProductPrice, { id: productId }).toPromise();
    const price = data?.product?.listPrice;
    const unitPrice = price ? { amount: price.amount, currency: price.currency } : null;
    await save([...lines, { productId, quantity: "1", unitPrice }]);
  };
  const differs = deal.lineItemsTotal !== null && deal.lineItemsTotal.base !== deal.amount?.base;

  return (
    <RecordSection title={t("page.lines")}>
      {lines.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("lines.empty")}
        </Text>
      )}
      {shown.map((line, index) => {
        const input = lines[index];
        const price = line.unitPrice;
        return (
          <div key={line.id} className={classes.line}>
            <span className={classes.lineName}>{line.product.name}</span>
            {editable && (
              <ActionIcon
                size="sm"
                aria-label={t("lines.remove", { product: line.product.name })}
                onClick={() => void save(lines.toSpliced(index, 1))}
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
                onSave={(quantity) => input && void save(lines.with(index, { ...input, quantity }))}
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
                  input &&
                  void save(
                    lines.with(index, {
                      ...input,
                      unitPrice: { amount, currency: price?.currency ?? currency },
                    }),
                  )
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
      {deal.lineItemsTotal && lines.length > 0 && (
        <div className={classes.sum}>
          <span>{t("lines.sum")}</span>
          <MoneyText value={deal.lineItemsTotal} />
          {differs && (
            <>
              <span className={classes.differs}>
                {t("lines.differs")} (<MoneyText value={deal.amount} />)
              </span>
              {editable && (
                <Button size="compact-xs" variant="light" onClick={() => void save(lines, true)}>
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
  onSave: (value: string) => void;
}

/** A small number in a row. What is being typed is not replaced by what arrives meanwhile. */
function DecimalInput({ label, value, shown, width, disabled, onSave }: DecimalInputProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const commit = () => {
    const parsed = draft === null ? null : parseAmount(draft);
    if (parsed !== null && parsed !== value) onSave(parsed);
    setDraft(null);
  };
  return (
    <TextInput
      aria-label={label}
      w={width}
      styles={{ input: { textAlign: "right" } }}
      inputMode="decimal"
      disabled={disabled}
      value={draft ?? shown}
      error={draft !== null && parseAmount(draft) === null}
      onFocus={(event) => {
        setDraft(value);
        event.currentTarget.select();
      }}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") setDraft(null);
      }}
    />
  );
}
