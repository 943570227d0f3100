import { Badge, Button, Text } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { InstantText } from "@/ui/cells/DateText";
import { NotRead, SettingsGroup } from "../parts/SettingsSection";
import { CreateTokenDialog } from "./CreateTokenDialog";
import classes from "./profile.module.css";

const OwnTokens = graphql(`
  query OwnTokens {
    accessTokens { id name scope createdAt expiresAt lastUsedAt }
  }
`);

const RevokeToken = graphql(`
  mutation RevokeToken($id: ID!) {
    revokeAccessToken(id: $id) {
      userErrors { code path message }
    }
  }
`);

/** What programs sign in with in this person's name. */
export function AccessTokens() {
  const { t } = useTranslation("settings");
  const [{ data, error }, refetch] = useQuery({ query: OwnTokens, requestPolicy: "cache-and-network" });
  const revokeToken = useMutate(RevokeToken);
  const [creating, setCreating] = useState(false);
  const readAgain = () => refetch({ requestPolicy: "network-only" });
  const revoke = async (id: string) => {
    const outcome = await revokeToken({ id });
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
    readAgain();
  };
  return (
    <SettingsGroup
      title={t("tokens.title")}
      hint={t("tokens.hint")}
      actions={
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setCreating(true)}
        >
          {t("tokens.new")}
        </Button>
      }
    >
      {!data ? (
        <NotRead failed={Boolean(error)} onRetry={readAgain} />
      ) : data.accessTokens.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("tokens.none")}
        </Text>
      ) : (
        <ul className={classes.list}>
          {data.accessTokens.map((token) => (
            <li key={token.id} className={classes.item}>
              <IconKey size={17} stroke={1.5} aria-hidden />
              <div className={classes.what}>
                <div className={classes.name}>
                  {token.name}
                  <Badge
                    size="xs"
                    tt="none"
                    variant="light"
                    color={token.scope === "WRITE" ? "yellow" : "gray"}
                  >
                    {t(`tokens.scope.${token.scope}`)}
                  </Badge>
                </div>
                <div className={classes.dim}>
                  {t("tokens.expires")} <InstantText value={token.expiresAt} /> · {t("tokens.lastUsed")}{" "}
                  {token.lastUsedAt ? <InstantText value={token.lastUsedAt} /> : t("tokens.never")}
                </div>
              </div>
              <Button
                variant="default"
                size="compact-xs"
                aria-label={t("tokens.revokeOf", { name: token.name })}
                onClick={() => void revoke(token.id)}
              >
                {t("tokens.revoke")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {creating && <CreateTokenDialog onCreated={readAgain} onClose={() => setCreating(false)} />}
    </SettingsGroup>
  );
}
