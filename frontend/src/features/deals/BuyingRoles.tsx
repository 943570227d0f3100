import { ActionIcon, Select, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FragmentType, graphql, readFragment } from "@/gql";
import type { BuyingRole } from "@/gql/graphql";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { RecordSelect } from "@/ui/field/RecordSelect";
import { RecordSection } from "@/ui/RecordPage";
import classes from "./DealPage.module.css";

const DealRoles = graphql(`
  fragment DealRoles on Deal {
    id
    version
    viewerCan
    buyingRoles {
      id
      role
      contact { id name jobTitle }
    }
  }
`);

const SetBuyingRoles = graphql(`
  mutation SetBuyingRoles($id: ID!, $roles: [BuyingRoleInput!]!, $ifVersion: Int) {
    setBuyingRoles(id: $id, roles: $roles, ifVersion: $ifVersion) {
      deal { id ...DealRoles }
      userErrors { code path message }
    }
  }
`);

const roles = ["DECISION_MAKER", "INFLUENCER", "USER", "GATEKEEPER"] as const satisfies readonly BuyingRole[];

/** Who has a say in the purchase, and which. */
export function BuyingRoles({ deal: masked }: { deal: FragmentType<typeof DealRoles> }) {
  const { t } = useTranslation("deals");
  const deal = readFragment(DealRoles, masked);
  const setBuyingRoles = useMutate(SetBuyingRoles);
  // A picker that was used starts anew, empty.
  const [pickerKey, setPickerKey] = useState(0);
  const shown = deal.buyingRoles.flatMap(({ contact, ...rest }) => (contact ? [{ ...rest, contact }] : []));
  // The roles are written as a whole; those of contacts that the viewer may not see stay on the server.
  const editable = deal.viewerCan.includes("UPDATE");
  const current = shown.map(({ contact, role }) => ({ contactId: contact.id, role }));

  const save = async (next: { contactId: string; role: BuyingRole }[]) => {
    const outcome = await setBuyingRoles({ id: deal.id, roles: next, ifVersion: deal.version });
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
  };

  return (
    <RecordSection title={t("page.roles")}>
      {deal.buyingRoles.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("roles.empty")}
        </Text>
      )}
      {shown.map(({ id, contact, role }, index) => (
        <div key={id} className={classes.role}>
          <span className={classes.roleName}>
            <Link to="/contacts/$contactId" params={{ contactId: contact.id }}>
              {contact.name}
            </Link>
            {contact.jobTitle && (
              <Text span size="xs" c="dimmed" ml={6}>
                {contact.jobTitle}
              </Text>
            )}
          </span>
          <Select
            aria-label={t("roles.role", { contact: contact.name })}
            data={roles.map((value) => ({ value, label: t(`roles.kind.${value}`) }))}
            value={role}
            disabled={!editable}
            allowDeselect={false}
            w={138}
            onChange={(next) => next && void save(current.with(index, { contactId: contact.id, role: next }))}
          />
          {editable && (
            <ActionIcon
              size="sm"
              aria-label={t("roles.remove", { contact: contact.name })}
              onClick={() => void save(current.toSpliced(index, 1))}
            >
              <IconX size={13} aria-hidden />
            </ActionIcon>
          )}
        </div>
      ))}
      {editable && (
        <RecordSelect
          key={pickerKey}
          mt={4}
          aria-label={t("roles.add")}
          placeholder={t("roles.add")}
          source="CONTACT"
          value={null}
          onChange={(contactId) => {
            if (!contactId) return;
            setPickerKey((value) => value + 1);
            void save([...current, { contactId, role: "INFLUENCER" }]);
          }}
        />
      )}
    </RecordSection>
  );
}
