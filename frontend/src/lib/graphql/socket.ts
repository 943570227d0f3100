import { type Client, createClient } from "graphql-ws";
import { serverSocketUrl } from "../server";

const longestWaitMs = 10_000;
const keepAliveMs = 15_000;
/** A server that does not answer a ping for so long is out of reach, whatever the browser thinks of the connection. */
const pongMs = 5_000;

/**
 * Waits before the next attempt to connect: longer from time to time, but never long, and not for all at once when a server starts
 * anew. Ends when the network comes back.
 */
function waitToRetry(retries: number): Promise<void> {
  const longest = Math.min(longestWaitMs, 500 * 2 ** retries);
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      removeEventListener("online", end);
      resolve();
    };
    const timer = setTimeout(end, longest * (0.5 + Math.random() / 2));
    addEventListener("online", end);
  });
}

/** The connection by which events come. `onReconnected` is told when it is there again after it was cut. */
export function openSocket(onReconnected: () => void): Client {
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  let connectedBefore = false;
  const socket = createClient({
    url: serverSocketUrl("/graphql/ws"),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: waitToRetry,
    keepAlive: keepAliveMs,
    on: {
      connected: (_socket, _payload, wasRetry) => {
        // A server that goes down in good order does not count as a failure, and what comes then as no retry.
        if (wasRetry || connectedBefore) onReconnected();
        connectedBefore = true;
      },
      ping: (received) => {
        if (!received) unanswered = setTimeout(() => socket.terminate(), pongMs);
      },
      pong: (received) => {
        if (received) clearTimeout(unanswered);
      },
      closed: () => clearTimeout(unanswered),
    },
  });
  return socket;
}
