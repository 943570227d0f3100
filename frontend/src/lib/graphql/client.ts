import { Client, type CombinedError, fetchExchange, mapExchange, subscriptionExchange } from "@urql/core";
import { cacheExchange, offlineExchange } from "@urql/exchange-graphcache";
import { requestPolicyExchange } from "@urql/exchange-request-policy";
import type { Sink } from "graphql-ws";
import { serverHeaders, serverUrl } from "../server";
import { cacheOptions } from "./cache";
import { LogPosition, reloadEvent } from "./live";
import { overtakenExchange } from "./overtaken";
import { openSocket } from "./socket";
import { openStorage } from "./storage";

const endpoint = serverUrl("/graphql");

const fetchOptions = (): RequestInit => ({ credentials: "include", headers: serverHeaders() });

/** The `extensions.code` of a top-level error; null for network failures. */
export function errorCode(error: CombinedError): string | null {
  const code = error.graphQLErrors[0]?.extensions.code;
  return typeof code === "string" ? code : null;
}

/**
 * Whether a request waits until the network returns. Where there is a network and the server alone does not answer, that is a
 * failure, which is shown and can be tried again.
 */
function isOfflineError(error: CombinedError | undefined): boolean {
  return error?.networkError !== undefined && !navigator.onLine;
}

/** A client without cache, for the pages before sign-in. */
export function createAnonymousClient(): Client {
  return new Client({ url: endpoint, fetchOptions, preferGetMethod: false, exchanges: [fetchExchange] });
}

export interface SignedInClient {
  client: Client;
  /** Closes the socket and forgets what is stored on this device. */
  dispose: () => Promise<void>;
}

/**
 * The client of one signed-in user. Its cache is kept on the device, in a database of that user alone, so that the
 * next start shows something at once and a lost network leaves the last state readable.
 */
export function createSignedInClient(userId: string, onSignedOut: () => void): SignedInClient {
  const position = new LogPosition();
  const followers = new Set<Pick<Sink, "next">>();
  const socket = openSocket(() => {
    // The server tells what was missed after the last event; where there was none, anything may have been.
    if (!position.known)
      for (const follower of followers) follower.next({ data: { recordEvents: reloadEvent } });
  });
  const storage = indexedDbWorks() ? openStorage(`tundish-cache-${userId}`, 7) : null;
  const client = new Client({
    url: endpoint,
    fetchOptions,
    preferGetMethod: false,
    exchanges: [
      mapExchange({
        onError: (error) => {
          if (errorCode(error) === "UNAUTHENTICATED") onSignedOut();
        },
        onResult: (result) => {
          const seq: unknown = result.data?.recordEvents?.seq;
          if (typeof seq === "string") position.advance(seq);
        },
      }),
      // What was stored by an earlier visit is shown, and read anew once.
      requestPolicyExchange({ ttl: 10 * 60_000 }),
      storage ? offlineExchange({ ...cacheOptions, storage, isOfflineError }) : cacheExchange(cacheOptions),
      overtakenExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            followers.add(sink);
            const end = socket.subscribe(
              { query: request.query ?? "", variables: position.resumable(request.variables ?? {}) },
              sink,
            );
            return {
              unsubscribe: () => {
                followers.delete(sink);
                end();
              },
            };
          },
        }),
      }),
      fetchExchange,
    ],
  });
  return {
    client,
    dispose: async () => {
      // Not waited for: without a network it would not come to an end.
      void Promise.resolve(socket.dispose()).catch(() => undefined);
      await storage?.clear();
    },
  };
}

/** Private windows of some browsers have no database; the cache lives in memory then. */
function indexedDbWorks(): boolean {
  return typeof indexedDB !== "undefined";
}
