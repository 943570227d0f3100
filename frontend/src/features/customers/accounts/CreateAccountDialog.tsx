import { Group, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { CreationFormProps } from "@/lib/creation";
import { notifyDone } from "@/lib/notify";
import { useSession } from "@/lib/session";
import { useChoices } from "@/ui/field/choices";
import { RecordSelect } from "@/ui/field/RecordSelect";
import { firstFocus } from "@/ui/first-focus";
import { CreateDialog } from "@/ui/record/CreateDialog";
import { useCreateRecord } from "@/ui/record/use-create-record";
import { SimilarAccounts } from "./SimilarAccounts";

const CreateAccount = graphql(`
  mutation CreateAccount($input: CreateAccountInput!, $idempotencyKey: String) {
    createAccount(input: $input, idempotencyKey: $idempotencyKey) {
      account { id ...AccountRow }
      userErrors { code path message }
    }
  }
`);

export default function CreateAccountDialog({ creation, onClose }: CreationFormProps<"ACCOUNT">) {
  const { t } = useTranslation(["customers", "common"]);
  const navigate = useNavigate();
  const { viewer } = useSession();
  const { options: industries } = useChoices("industry");
  const { parent } = creation;
  const form = useForm({
    initialValues: {
      name: "",
      industry: null as string | null,
      phone: "",
      province: "",
      city: "",
      parentId: (parent?.id ?? null) as string | null,
      ownerId: viewer.id as string | null,
    },
  });
  const { create, problems } = useCreateRecord(CreateAccount, form);

  const submit = form.onSubmit(async (values) => {
    const created = await create({
      name: values.name.trim(),
      industry: values.industry,
      phone: values.phone.trim() || null,
      province: values.province.trim() || null,
      city: values.city.trim() || null,
      parentId: values.parentId,
      ownerId: values.ownerId,
    });
    if (!created) return;
    notifyDone(t("common:creation.done", { name: values.name }));
    onClose();
    const id = created.account?.id;
    if (id && !parent) void navigate({ to: "/accounts/$accountId", params: { accountId: id } });
  });

  return (
    <CreateDialog
      title={t("account.new")}
      problems={problems}
      submitting={form.submitting}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t("account.name")} required {...firstFocus} {...form.getInputProps("name")} />
      <SimilarAccounts name={form.values.name} onOpen={onClose} />
      <Group grow align="flex-start">
        <Select
          label={t("account.industry")}
          data={industries}
          clearable
          searchable
          {...form.getInputProps("industry")}
        />
        <TextInput label={t("account.phone")} type="tel" {...form.getInputProps("phone")} />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={t("account.province")} {...form.getInputProps("province")} />
        <TextInput label={t("account.city")} {...form.getInputProps("city")} />
      </Group>
      <Group grow align="flex-start">
        <RecordSelect
          label={t("account.parent")}
          source="ACCOUNT"
          valueLabel={form.values.parentId === parent?.id ? parent?.name : undefined}
          {...form.getInputProps("parentId")}
        />
        <RecordSelect
          label={t("account.owner")}
          source="USER"
          valueLabel={form.values.ownerId === viewer.id ? viewer.name : undefined}
          {...form.getInputProps("ownerId")}
        />
      </Group>
    </CreateDialog>
  );
}
