import { Group, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { graphql } from "@/gql";
import type { CreationFormProps } from "@/lib/creation";
import { notifyDone } from "@/lib/notify";
import { RecordSelect } from "@/ui/field/RecordSelect";
import { firstFocus } from "@/ui/first-focus";
import { CreateDialog } from "@/ui/record/CreateDialog";
import { useCreateRecord } from "@/ui/record/use-create-record";

const CreateContact = graphql(`
  mutation CreateContact($input: CreateContactInput!, $idempotencyKey: String) {
    createContact(input: $input, idempotencyKey: $idempotencyKey) {
      contact { id ...ContactRow }
      userErrors { code path message }
    }
  }
`);

export default function CreateContactDialog({ creation, onClose }: CreationFormProps<"CONTACT">) {
  const { t } = useTranslation(["customers", "common"]);
  const navigate = useNavigate();
  const { account } = creation;
  const form = useForm({
    initialValues: {
      name: "",
      accountId: (account?.id ?? null) as string | null,
      jobTitle: "",
      phone: "",
      email: "",
      wechat: "",
    },
  });
  const { create, problems } = useCreateRecord(CreateContact, form);

  const submit = form.onSubmit(async (values) => {
    const created = await create({
      name: values.name.trim(),
      accountId: values.accountId,
      jobTitle: values.jobTitle.trim() || null,
      phone: values.phone.trim() || null,
      email: values.email.trim() || null,
      wechat: values.wechat.trim() || null,
    });
    if (!created) return;
    notifyDone(t("common:creation.done", { name: values.name }));
    onClose();
    // Entered on the page of a company, the person shows there; the page stays.
    const id = created.contact?.id;
    if (id && !account) void navigate({ to: "/contacts/$contactId", params: { contactId: id } });
  });

  return (
    <CreateDialog
      title={t("contact.new")}
      problems={problems}
      submitting={form.submitting}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t("contact.name")} required {...firstFocus} {...form.getInputProps("name")} />
      <RecordSelect
        label={t("contact.account")}
        source="ACCOUNT"
        valueLabel={form.values.accountId === account?.id ? account?.name : undefined}
        {...form.getInputProps("accountId")}
      />
      <Group grow align="flex-start">
        <TextInput label={t("contact.jobTitle")} {...form.getInputProps("jobTitle")} />
        <TextInput label={t("contact.phone")} type="tel" {...form.getInputProps("phone")} />
      </Group>
      <Group grow align="flex-start">
        <TextInput label={t("contact.email")} type="email" {...form.getInputProps("email")} />
        <TextInput label={t("contact.wechat")} {...form.getInputProps("wechat")} />
      </Group>
    </CreateDialog>
  );
}
