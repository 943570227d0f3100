import { Text } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { ContactRowFragment } from "@/gql/graphql";
import { useMutate } from "@/lib/graphql/mutate";
import { TextLink } from "@/ui/links";
import { RecordPage } from "@/ui/RecordPage";
import { RecordHeader } from "@/ui/record/RecordHeader";
import { RecordMenu } from "@/ui/record/RecordMenu";
import { useDeletion } from "@/ui/record/use-deletion";
import { ErrorState, NoPermissionState, PageSkeleton } from "@/ui/states";
import { NextSteps } from "@/ui/tasks/NextSteps";
import { Timeline } from "@/ui/timeline/Timeline";
import { RelatedDeals } from "../RelatedDeals";
import { ContactFields } from "./ContactFields";
import { ContactRow } from "./contact-row";
import { useContactWords } from "./use-contact-words";

const ContactQuery = graphql(`
  query Contact($id: ID!) {
    contact(id: $id) {
      id
      ...ContactRow
      ...ContactFields
    }
  }
`);

const DeleteContact = graphql(`
  mutation DeleteContact($id: ID!, $cascade: Boolean!) {
    deleteContact(id: $id, cascade: $cascade) {
      contact { id deletedAt }
      userErrors { code path message }
    }
  }
`);

const RestoreContact = graphql(`
  mutation RestoreContact($id: ID!) {
    restoreContact(id: $id) {
      contact { id ...ContactRow }
      userErrors { code path message }
    }
  }
`);

const route = getRouteApi("/work/contacts/$contactId");

/** All that is known of a person on one page. */
export function ContactPage() {
  const { contactId } = route.useParams();
  const { t } = useTranslation("common");
  const [{ data, error }, refetch] = useQuery({
    query: ContactQuery,
    variables: { id: contactId },
  });
  const contact = readFragment(ContactRow, data?.contact);
  const subject = useMemo(() => ({ kind: "Contact", id: contactId }) as const, [contactId]);
  const words = useContactWords();
  if (error && !data)
    return (
      <ErrorState title={t("state.unreachable")} onRetry={() => refetch({ requestPolicy: "network-only" })} />
    );
  if (!data) return <PageSkeleton />;
  if (!data.contact || !contact) return <NoPermissionState />;
  return (
    <RecordPage
      header={<ContactHeader contact={contact} />}
      fields={<ContactFields contact={data.contact} />}
      timeline={<Timeline subject={subject} words={words} />}
      related={
        <>
          <NextSteps subject={subject} />
          <RelatedDeals owner={{ contact, account: contact.account }} />
        </>
      }
    />
  );
}

function ContactHeader({ contact }: { contact: ContactRowFragment }) {
  const { t } = useTranslation("customers");
  const navigate = useNavigate();
  const deleteContact = useMutate(DeleteContact);
  const restoreContact = useMutate(RestoreContact);
  const deletion = useDeletion({
    name: contact.name,
    remove: (cascade) => deleteContact({ id: contact.id, cascade }),
    restore: () => restoreContact({ id: contact.id }),
    onRemoved: () => void navigate({ to: "/contacts" }),
  });
  return (
    <>
      <RecordHeader
        name={contact.name}
        back={{ link: { to: "/contacts" }, label: t("contact.all") }}
        facts={
          <>
            {contact.jobTitle && (
              <Text size="sm" c="dimmed">
                {contact.jobTitle}
              </Text>
            )}
            {contact.account && (
              <TextLink to="/accounts/$accountId" params={{ accountId: contact.account.id }} size="sm">
                {contact.account.name}
              </TextLink>
            )}
            {contact.phone && <Text size="sm">{contact.phone}</Text>}
          </>
        }
        actions={<RecordMenu canDelete={contact.viewerCan.includes("DELETE")} onDelete={deletion.request} />}
      />
      {deletion.dialog}
    </>
  );
}
