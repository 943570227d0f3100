import { Button, Drawer, Group, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { ProductRowFragment } from "@/gql/graphql";
import { placeUserErrors } from "@/lib/form-errors";
import { parseAmount } from "@/lib/format/money";
import { newIdempotencyKey, useMutate } from "@/lib/graphql/mutate";
import { notifyDone } from "@/lib/notify";
import { useSession } from "@/lib/session";
import { Problems } from "@/ui/FormDialog";
import { firstFocus } from "@/ui/first-focus";
import { RecordMenu } from "@/ui/record/RecordMenu";
import { useCreateRecord } from "@/ui/record/use-create-record";
import { useDeletion } from "@/ui/record/use-deletion";

const CreateProduct = graphql(`
  mutation CreateProduct($input: CreateProductInput!, $idempotencyKey: String) {
    createProduct(input: $input, idempotencyKey: $idempotencyKey) {
      product { id ...ProductRow }
      userErrors { code path message }
    }
  }
`);

const UpdateProduct = graphql(`
  mutation UpdateProduct($id: ID!, $input: UpdateProductInput!, $ifVersion: Int, $idempotencyKey: String) {
    updateProduct(id: $id, input: $input, ifVersion: $ifVersion, idempotencyKey: $idempotencyKey) {
      product { id ...ProductRow }
      userErrors { code path message }
    }
  }
`);

const DeleteProduct = graphql(`
  mutation DeleteProduct($id: ID!, $cascade: Boolean!) {
    deleteProduct(id: $id, cascade: $cascade) {
      product { id deletedAt }
      userErrors { code path message }
    }
  }
`);

const RestoreProduct = graphql(`
  mutation RestoreProduct($id: ID!) {
    restoreProduct(id: $id) {
      product { id ...ProductRow }
      userErrors { code path message }
    }
  }
`);

interface ProductDrawerProps {
  /** Null: a new one. */
  product: ProductRowFragment | null;
  onClose: () => void;
}

/** A product beside the list; to be read by everybody, changed by those who may. */
export default function ProductDrawer({ product, onClose }: ProductDrawerProps) {
  const { t } = useTranslation(["commerce", "common"]);
  const { company } = useSession();
  const updateProduct = useMutate(UpdateProduct);
  const [problems, setProblems] = useState<readonly string[]>([]);
  // Kept from the beginning: what someone else changes meanwhile is not overwritten unseen.
  const [begunOn] = useState(product?.version);
  const editable = product === null || product.viewerCan.includes("UPDATE");
  const currency = product?.listPrice?.currency ?? company.baseCurrency;
  const form = useForm({
    initialValues: {
      name: product?.name ?? "",
      series: product?.series ?? "",
      listPrice: product?.listPrice?.amount ?? "",
      active: product?.active ?? true,
      description: product?.description ?? "",
    },
    validate: {
      listPrice: (text) => (text && parseAmount(text) === null ? t("common:field.invalidAmount") : null),
    },
  });
  const { create, problems: creationProblems } = useCreateRecord(CreateProduct, form);

  const submit = form.onSubmit(async (values) => {
    const amount = parseAmount(values.listPrice);
    const input = {
      name: values.name.trim(),
      series: values.series.trim() || null,
      listPrice: amount === null ? null : { amount, currency },
      active: values.active,
      description: values.description.trim() || null,
    };
    if (!product) {
      if (!(await create(input))) return;
      notifyDone(t("common:creation.done", { name: values.name }));
      onClose();
      return;
    }
    const outcome = await updateProduct({
      id: product.id,
      input: changed(input),
      ifVersion: begunOn,
      idempotencyKey: newIdempotencyKey(),
    });
    if (outcome.kind === "refused")
      setProblems(placeUserErrors(form, Object.keys(values), outcome.userErrors));
    if (outcome.kind === "done") onClose();
  });
  /** Only what was touched is sent, so that changes of others to other fields stay. */
  const changed = <Input extends object>(input: Input): Partial<Input> =>
    Object.fromEntries(Object.entries(input).filter(([field]) => form.isDirty(field))) as Partial<Input>;

  const text = (field: "name" | "series" | "listPrice" | "description") => ({
    size: "sm" as const,
    label: field === "listPrice" ? `${t("product.listPrice")} (${currency})` : t(`product.${field}`),
    readOnly: !editable,
    ...form.getInputProps(field),
  });

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="md"
      title={product ? product.name : t("product.new")}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
      transitionProps={{ duration: 100 }}
    >
      <form
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
        }}
      >
        <Stack gap="sm">
          <Problems messages={product ? problems : creationProblems} />
          <TextInput {...text("name")} required {...firstFocus} />
          <TextInput {...text("series")} />
          <TextInput {...text("listPrice")} inputMode="decimal" />
          <Switch
            label={t("product.sold")}
            disabled={!editable}
            {...form.getInputProps("active", { type: "checkbox" })}
          />
          <Textarea {...text("description")} autosize minRows={4} />
          {editable && (
            <Group justify="space-between">
              {product ? <ProductMenu product={product} onRemoved={onClose} /> : <span />}
              <Button type="submit" size="sm" loading={form.submitting}>
                {t(product ? "common:action.save" : "common:action.create")}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Drawer>
  );
}

function ProductMenu({ product, onRemoved }: { product: ProductRowFragment; onRemoved: () => void }) {
  const deleteProduct = useMutate(DeleteProduct);
  const restoreProduct = useMutate(RestoreProduct);
  const deletion = useDeletion({
    name: product.name,
    remove: (cascade) => deleteProduct({ id: product.id, cascade }),
    restore: () => restoreProduct({ id: product.id }),
    onRemoved,
  });
  return (
    <>
      <RecordMenu canDelete={product.viewerCan.includes("DELETE")} onDelete={deletion.request} />
      {deletion.dialog}
    </>
  );
}
