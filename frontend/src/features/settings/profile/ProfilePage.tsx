import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "@/gql";
import { NotRead, SettingsGroup, SettingsSection } from "../parts/SettingsSection";
import { AccessTokens } from "./AccessTokens";
import { Appearance } from "./Appearance";
import { OwnFields } from "./OwnFields";
import { PasswordForm } from "./PasswordForm";
import { Sessions } from "./Sessions";

const OwnProfile = graphql(`
  query OwnProfile {
    viewer { id ...PersonSettings }
  }
`);

/** What everyone decides alone: the own name, how Tundish looks, and by what one gets in. */
export function ProfilePage() {
  const { t } = useTranslation("settings");
  const [{ data, error }, refetch] = useQuery({ query: OwnProfile });
  return (
    <SettingsSection title={t("profile.title")} hint={t("profile.hint")}>
      {data?.viewer ? (
        <>
          <SettingsGroup title={t("profile.own")}>
            <OwnFields person={data.viewer} />
          </SettingsGroup>
          <SettingsGroup title={t("appearance.title")} hint={t("appearance.hint")}>
            <Appearance />
          </SettingsGroup>
          <SettingsGroup title={t("password.title")} hint={t("password.hint")}>
            <PasswordForm />
          </SettingsGroup>
          <Sessions />
          <AccessTokens />
        </>
      ) : (
        <NotRead failed={Boolean(error)} onRetry={() => refetch({ requestPolicy: "network-only" })} />
      )}
    </SettingsSection>
  );
}
