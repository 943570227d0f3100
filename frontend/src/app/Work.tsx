import { Navigate, useRouter } from "@tanstack/react-router";
import { type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Provider, useQuery } from "urql";
import { graphql } from "@/gql";
import { switchLanguage } from "@/i18n";
import { isLanguage } from "@/i18n/language";
import { createAnonymousClient, createSignedInClient } from "@/lib/graphql/client";
import { carryOut } from "@/lib/graphql/mutate";
import { followOtherTabs, tellOtherTabs } from "@/lib/other-tabs";
import { CompanyDocument, SessionDocument, SessionProvider, type Viewer } from "@/lib/session";
import { ErrorState, PageSkeleton } from "@/ui/states";
import { Shell } from "./Shell";

const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);

type Answer =
  | { kind: "asking" }
  | { kind: "nobody" }
  | { kind: "viewer"; viewer: Viewer }
  | { kind: "failed" };

/** Asks once who is signed in, without any cache: the answer decides whose cache is opened. */
function useViewer(): { answer: Answer; askAgain: () => void } {
  const [answer, setAnswer] = useState<Answer>({ kind: "asking" });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = round >= 0;
    createAnonymousClient()
      .query(SessionDocument, {})
      .toPromise()
      .then(({ data }) => {
        if (!current) return;
        if (!data) setAnswer({ kind: "failed" });
        else setAnswer(data.viewer ? { kind: "viewer", viewer: data.viewer } : { kind: "nobody" });
      });
    return () => {
      current = false;
    };
  }, [round]);
  return { answer, askAgain: useCallback(() => setRound((value) => value + 1), []) };
}

/** The part of the application that needs a session. */
export function Work() {
  const { t } = useTranslation();
  const { answer, askAgain } = useViewer();
  if (answer.kind === "asking") return <PageSkeleton />;
  if (answer.kind === "failed") return <ErrorState title={t("state.unreachable")} onRetry={askAgain} />;
  if (answer.kind === "nobody") return <ToSignIn />;
  return <SignedIn key={answer.viewer.id} viewer={answer.viewer} onSignedOut={askAgain} />;
}

function ToSignIn() {
  const { href } = useRouter().latestLocation;
  // Kept from the beginning: the way to the sign-in page is a change of place too, and not where one wanted to go.
  const [target] = useState(href);
  return <Navigate to="/sign-in" search={target === "/" ? {} : { to: target }} replace />;
}

function SignedIn({ viewer, onSignedOut }: { viewer: Viewer; onSignedOut: () => void }) {
  const { t } = useTranslation();
  const { client, dispose } = useMemo(
    () => createSignedInClient(viewer.id, onSignedOut),
    [viewer.id, onSignedOut],
  );
  const signOut = useCallback(async () => {
    const outcome = await carryOut(client, SignOut, {}, t);
    if (outcome.kind !== "done") return;
    tellOtherTabs(null);
    await dispose();
    // A full load, so that nothing of this person stays in memory.
    location.assign("/sign-in");
  }, [client, dispose, t]);
  useEffect(
    () =>
      followOtherTabs(async (viewerId) => {
        if (viewerId === viewer.id) return;
        await dispose();
        location.reload();
      }),
    [viewer.id, dispose],
  );
  return (
    <Provider value={client}>
      <WithCompany viewer={viewer} signOut={signOut}>
        <Shell />
      </WithCompany>
    </Provider>
  );
}

interface WithCompanyProps {
  viewer: Viewer;
  signOut: () => void;
  children: ReactNode;
}

function WithCompany({ viewer: signedIn, signOut, children }: WithCompanyProps) {
  const { t } = useTranslation();
  const [{ data, error }, refetch] = useQuery({ query: CompanyDocument });
  const viewer = data?.viewer ?? signedIn;
  useEffect(() => {
    if (isLanguage(viewer.language)) void switchLanguage(viewer.language);
  }, [viewer.language]);
  const session = useMemo(
    () =>
      data?.company && {
        viewer,
        company: data.company,
        timeZone: viewer.timeZone ?? data.company.timeZone,
        signOut,
      },
    [data, viewer, signOut],
  );
  if (session)
    return (
      <SessionProvider session={session}>
        <Suspense fallback={<PageSkeleton />}>{children}</Suspense>
      </SessionProvider>
    );
  return error || data ? (
    <ErrorState title={t("state.unreachable")} onRetry={() => refetch()} />
  ) : (
    <PageSkeleton />
  );
}
