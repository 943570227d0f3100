import type { SerializedEntries, SerializedRequest, StorageAdapter } from "@urql/exchange-graphcache";

/** What was written at one time. Later ones go over earlier ones. */
interface Written {
  day: number;
  entries: SerializedEntries;
}

/** From so many on those of a day are put together when they are read. */
const writtenLimit = 100;
const dayMs = 86_400_000;

function done<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function merged(parts: readonly Written[]): SerializedEntries {
  return Object.assign({}, ...parts.map(({ entries }) => entries));
}

/**
 * The cache of one user on this device. What changed is appended: the storage that comes with the cache writes all of
 * it anew with each change, which stops a large board for a moment.
 */
export function openStorage(
  name: string,
  maxAgeDays: number,
): StorageAdapter & {
  /** Forgets what is stored, and stores nothing any more. */
  clear: () => Promise<void>;
} {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore("written", { autoIncrement: true });
    opening.result.createObjectStore("waiting");
  };
  const database = done(opening);
  const open = async (store: "written" | "waiting", mode: IDBTransactionMode): Promise<IDBObjectStore> =>
    (await database).transaction(store, mode).objectStore(store);
  let cleared = false;
  const store: typeof open = async (...asked) => {
    const opened = await open(...asked);
    if (cleared) throw new Error("the storage was cleared for good");
    return opened;
  };
  const today = (): number => Math.floor(Date.now() / dayMs);
  // A device without room for it only starts less quickly the next time.
  const lose = (): undefined => undefined;

  return {
    async readData() {
      const all: Written[] = await done((await store("written", "readonly")).getAll());
      const fresh = all.filter(({ day }) => day >= today() - maxAgeDays);
      if (all.length > writtenLimit || fresh.length < all.length) {
        const written = await store("written", "readwrite");
        written.clear();
        for (const [day, parts] of Map.groupBy(fresh, (part) => part.day))
          written.add({ day, entries: merged(parts) } satisfies Written);
      }
      return merged(fresh);
    },
    writeData: (entries) =>
      store("written", "readwrite")
        .then((written) => done(written.add({ day: today(), entries } satisfies Written)))
        .catch(lose),
    readMetadata: () =>
      store("waiting", "readonly")
        .then((waiting) => done<SerializedRequest[] | undefined>(waiting.get("requests")))
        .then((requests) => requests ?? null)
        .catch(() => null),
    writeMetadata: (requests) =>
      void store("waiting", "readwrite")
        .then((waiting) => done(waiting.put(requests, "requests")))
        .catch(lose),
    onOnline: (callback) => addEventListener("online", callback),
    async clear() {
      cleared = true;
      await Promise.all([
        open("written", "readwrite").then((written) => done(written.clear())),
        open("waiting", "readwrite").then((waiting) => done(waiting.clear())),
      ]).catch(lose);
    },
  };
}
