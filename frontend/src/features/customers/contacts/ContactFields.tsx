import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { UpdateContactInput } from "@/gql/graphql";
import { InstantText } from "@/ui/cells/DateText";
import { UserBadge } from "@/ui/cells/UserBadge";
import { mailLink, phoneLink } from "@/ui/field/contact-links";
import { FieldEditor, type FieldKind } from "@/ui/field/FieldEditor";
import { FieldValue } from "@/ui/field/FieldValue";
import { saveOutcome } from "@/ui/field/save-outcome";
import { RecordSection } from "@/ui/RecordPage";
import { useUpdateContact } from "./use-update-contact";

const ContactFieldsFragment = graphql(`
  fragment ContactFields on Contact {
    id
    version
    name
    familyName
    givenName
    jobTitle
    account { id name }
    owner { id name }
    phone
    email
    wechat
    description
    createdAt
    viewerCan
  }
`);

type TextField =
  | "name"
  | "familyName"
  | "givenName"
  | "jobTitle"
  | "phone"
  | "email"
  | "wechat"
  | "description";

/** What is known of a person, each field edited where it stands. */
export function ContactFields({ contact: masked }: { contact: FragmentType<typeof ContactFieldsFragment> }) {
  const { t } = useTranslation(["customers", "common"]);
  const contact = readFragment(ContactFieldsFragment, masked);
  const updateContact = useUpdateContact();
  const save = async (input: UpdateContactInput, version: number) =>
    saveOutcome(await updateContact(contact.id, input, version));

  const common = { version: contact.version, editable: contact.viewerCan.includes("UPDATE") };
  const text = (name: TextField, field: FieldKind = { kind: "text" }) => ({
    ...common,
    label: t(`contact.${name}`),
    field,
    value: contact[name],
    display: contact[name],
    onSave: (value: string | null, version: number) => save({ [name]: value }, version),
  });
  const { account, owner } = contact;

  return (
    <RecordSection title={t("page.basics")}>
      <FieldEditor {...text("name")} copyable={contact.name} />
      <FieldEditor {...text("jobTitle")} />
      <FieldEditor
        {...common}
        label={t("contact.account")}
        field={{ kind: "record", source: "ACCOUNT", label: account?.name }}
        value={account?.id ?? null}
        display={account?.name}
        link={
          account && {
            label: t("common:record.openNamed", { name: account.name }),
            record: { to: "/accounts/$accountId", params: { accountId: account.id } },
          }
        }
        onSave={(accountId, version) => save({ accountId }, version)}
      />
      <FieldEditor
        {...text("phone")}
        copyable={contact.phone}
        link={phoneLink(contact.phone, t("common:field.call"))}
      />
      <FieldEditor
        {...text("email")}
        copyable={contact.email}
        link={mailLink(contact.email, t("common:field.write"))}
      />
      <FieldEditor {...text("wechat")} copyable={contact.wechat} />
      <FieldEditor {...text("familyName")} />
      <FieldEditor {...text("givenName")} />
      <FieldEditor
        {...common}
        label={t("contact.owner")}
        editable={contact.viewerCan.includes("ASSIGN")}
        field={{ kind: "record", source: "USER", label: owner?.name }}
        value={owner?.id ?? null}
        display={<UserBadge user={owner} />}
        onSave={(ownerId, version) => save({ ownerId }, version)}
      />
      <FieldEditor {...text("description", { kind: "longText" })} />
      <FieldValue
        label={t("contact.createdAt")}
        value={contact.createdAt}
        display={<InstantText value={contact.createdAt} />}
      />
    </RecordSection>
  );
}
