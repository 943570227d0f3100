import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { UpdateContactInput } from "@/gql/graphql";
import { InstantText } from "@/ui/cells/DateText";
import { mailLink, phoneLink } from "@/ui/field/contact-links";
import { FieldEditor } from "@/ui/field/FieldEditor";
import { FieldValue } from "@/ui/field/FieldValue";
import { useRecordFields } from "@/ui/field/use-record-fields";
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

/** What is known of a person, each field edited where it stands. */
export function ContactFields({ contact: masked }: { contact: FragmentType<typeof ContactFieldsFragment> }) {
  const { t } = useTranslation(["customers", "common"]);
  const contact = readFragment(ContactFieldsFragment, masked);
  const updateContact = useUpdateContact();
  const { text, person, account } = useRecordFields(
    contact,
    (field) => t(`contact.${field as "name"}`),
    (input: UpdateContactInput, version) => updateContact(contact.id, input, version),
  );
  return (
    <RecordSection title={t("page.basics")}>
      <FieldEditor {...text("name")} copyable={contact.name} />
      <FieldEditor {...text("jobTitle")} />
      <FieldEditor {...account("account")} />
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
      <FieldEditor {...person("owner")} />
      <FieldEditor {...text("description", { kind: "longText" })} />
      <FieldValue
        label={t("contact.createdAt")}
        value={contact.createdAt}
        display={<InstantText value={contact.createdAt} />}
      />
    </RecordSection>
  );
}
