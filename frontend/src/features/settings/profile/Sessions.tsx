import { Badge, Button } from "@mantine/core";
import { IconDeviceDesktop } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import { useMutate } from "@/lib/graphql/mutate";
import { notifyRefusal } from "@/lib/notify";
import { InstantText } from "@/ui/cells/DateText";
import { NotRead, SettingsGroup } from "../parts/SettingsSection";
import { deviceName } from "./device-name";
import classes from "./profile.module.css";

const OwnSessions = graphql(`
  query OwnSessions {
    sessions { id address userAgent createdAt lastSeenAt current }
  }
`);

const RevokeSession = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id) {
      userErrors { code path message }
    }
  }
`);

/** Where one is signed in, and an end to it. */
export function Sessions() {
  const { t } = useTranslation("settings");
  // Sessions begin and are used elsewhere, and no event tells.
  const [{ data, error }, refetch] = useQuery({ query: OwnSessions, requestPolicy: "cache-and-network" });
  const revokeSession = useMutate(RevokeSession);
  const readAgain = () => refetch({ requestPolicy: "network-only" });
  const revoke = async (id: string) => {
    const outcome = await revokeSession({ id });
    if (outcome.kind === "refused") notifyRefusal(outcome.userErrors);
    readAgain();
  };
  return (
    <SettingsGroup title={t("sessions.title")} hint={t("sessions.hint")}>
      {!data ? (
        <NotRead failed={Boolean(error)} onRetry={readAgain} />
      ) : (
        <ul className={classes.list}>
          {data.sessions.map((session) => {
            const device =
              (session.userAgent && (deviceName(session.userAgent) ?? session.userAgent)) ||
              t("sessions.unknownDevice");
            return (
              <li key={session.id} className={classes.item}>
                <IconDeviceDesktop size={17} stroke={1.5} aria-hidden />
                <div className={classes.what}>
                  <div className={classes.name} title={session.userAgent ?? undefined}>
                    {device}
                    {session.current && (
                      <Badge size="xs" tt="none" variant="light">
                        {t("sessions.current")}
                      </Badge>
                    )}
                  </div>
                  <div className={classes.dim}>
                    {session.address && <>{session.address} · </>}
                    {t("sessions.lastSeen")} <InstantText value={session.lastSeenAt} /> ·{" "}
                    {t("sessions.since")} <InstantText value={session.createdAt} />
                  </div>
                </div>
                {!session.current && (
                  <Button
                    variant="default"
                    size="compact-xs"
                    aria-label={t("sessions.revokeOf", { device })}
                    onClick={() => void revoke(session.id)}
                  >
                    {t("sessions.revoke")}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </SettingsGroup>
  );
}
