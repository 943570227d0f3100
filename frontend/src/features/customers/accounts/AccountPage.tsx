import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql, readFragment } from "@/gql";
import type { AccountRowFragment } from "@/gql/graphql";
import { useCreate } from "@/lib/creation";
import { useMutate } from "@/lib/graphql/mutate";
import { UserBadge } from "@/ui/cells/UserBadge";
import { useChoices } from "@/ui/field/choices";
import { RecordPage } from "@/ui/RecordPage";
import { RecordHeader } from "@/ui/record/RecordHeader";
import { RecordMenu } from "@/ui/record/RecordMenu";
import { useDeletion } from "@/ui/record/use-deletion";
import { ErrorState, NoPermissionState, PageSkeleton } from "@/ui/states";
import { NextSteps } from "@/ui/tasks/NextSteps";
import { Timeline } from "@/ui/timeline/Timeline";
import { RelatedDeals } from "../RelatedDeals";
import { AccountFields } from "./AccountFields";
import { AccountContacts, AccountGroup } from "./account-relations";
import { AccountRow } from "./account-row";
import { useAccountWords } from "./use-account-words";

const AccountQuery = graphql(`
  query Account($id: ID!) {
    account(id: $id) {
      id
      ...AccountRow
      ...AccountFields
    }
  }
`);

const DeleteAccount = graphql(`
  mutation DeleteAccount($id: ID!, $cascade: Boolean!) {
    deleteAccount(id: $id, cascade: $cascade) {
      account { id deletedAt }
      userErrors { code path message }
    }
  }
`);

const RestoreAccount = graphql(`
  mutation RestoreAccount($id: ID!) {
    restoreAccount(id: $id) {
      account { id ...AccountRow }
      userErrors { code path message }
    }
  }
`);

const route = getRouteApi("/work/accounts/$accountId");

/** All that is known of a customer on one page. */
export function AccountPage() {
  const { accountId } = route.useParams();
  const { t } = useTranslation("common");
  const [{ data, error }, refetch] = useQuery({
    query: AccountQuery,
    variables: { id: accountId },
  });
  const account = readFragment(AccountRow, data?.account);
  const subject = useMemo(() => ({ kind: "Account", id: accountId }) as const, [accountId]);
  const words = useAccountWords();
  if (error && !data)
    return (
      <ErrorState title={t("state.unreachable")} onRetry={() => refetch({ requestPolicy: "network-only" })} />
    );
  if (!data) return <PageSkeleton />;
  if (!data.account || !account) return <NoPermissionState />;
  return (
    <RecordPage
      header={<AccountHeader account={account} />}
      fields={<AccountFields account={data.account} />}
      timeline={<Timeline subject={subject} words={words} />}
      related={
        <>
          <NextSteps subject={subject} />
          <RelatedDeals owner={{ account }} />
          <AccountContacts account={account} />
          <AccountGroup account={account} />
        </>
      }
    />
  );
}

function AccountHeader({ account }: { account: AccountRowFragment }) {
  const { t } = useTranslation("customers");
  const navigate = useNavigate();
  const create = useCreate();
  const { labelOf: industryLabel } = useChoices("industry");
  const deleteAccount = useMutate(DeleteAccount);
  const restoreAccount = useMutate(RestoreAccount);
  const deletion = useDeletion({
    name: account.name,
    remove: (cascade) => deleteAccount({ id: account.id, cascade }),
    restore: () => restoreAccount({ id: account.id }),
    onRemoved: () => void navigate({ to: "/accounts" }),
  });
  const facts = [industryLabel(account.industry), account.city, account.phone].filter(Boolean);
  return (
    <>
      <RecordHeader
        name={account.name}
        back={{ link: { to: "/accounts" }, label: t("account.all") }}
        facts={
          <>
            {facts.map((fact) => (
              <Text key={fact} size="sm" c="dimmed">
                {fact}
              </Text>
            ))}
            <UserBadge user={account.owner} />
          </>
        }
        actions={
          <>
            <Button
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={() => create({ kind: "DEAL", account: { id: account.id, name: account.name } })}
            >
              {t("page.newDeal")}
            </Button>
            <RecordMenu canDelete={account.viewerCan.includes("DELETE")} onDelete={deletion.request} />
          </>
        }
      />
      {deletion.dialog}
    </>
  );
}
