// Counts, inside the worker's isolate, what a hosted run would be billed for: wraps the bindings that the product gets and
// the storage of its actors. Changes no answer. A row is counted when the statement was carried out, a queue operation when
// a message is written, read, read again or taken off.
import type {
  D1Database,
  D1PreparedStatement,
  D1Result,
  DurableObjectState,
  MessageBatch,
} from "@cloudflare/workers-types";
import type { Counter, VisitMade } from "./usage.ts";

const counts = new Map<Counter, number>();
const visits: VisitMade[] = [];
const openVisits = new Map<string, Omit<VisitMade, "endedAtMs">>();
const wrapped = new WeakMap<object, object>();

export function count(counter: Counter, by = 1): void {
  counts.set(counter, (counts.get(counter) ?? 0) + by);
}

/** Everything since the worker began. */
export function readMeter() {
  return { counts: Object.fromEntries(counts), visits };
}

/** The same bindings, each use of them counted. One object per environment, because the product keeps things by it. */
export function metered<Env extends object>(env: Env): Env {
  const known = wrapped.get(env);
  if (known !== undefined) return known as Env;
  const bindings: Record<string, unknown> = Object.fromEntries(Object.entries(env));
  for (const [name, binding] of Object.entries(bindings)) {
    if (name.endsWith("_QUEUE")) bindings[name] = countingQueue(binding as Sender);
    if (name === "DB") bindings[name] = countingDatabase(binding as D1Database);
    if (name === "PACKS") bindings[name] = countingCalls(binding as object, () => count("kvReads"));
    if (name === "BROWSER") bindings[name] = countingBrowser(binding as Fetching);
    if (["CONVERSATIONS", "ACCOUNTS", "BOARDS", "PRESENCE"].includes(name)) {
      bindings[name] = countingActors(binding as Actors);
    }
  }
  wrapped.set(env, bindings);
  return bindings as Env;
}

/** Reads and takings-off of a batch. What is asked for again is read again. */
export function countBatch(batch: MessageBatch): void {
  count("workerRequests");
  count("queueOperations", 2 * batch.messages.length);
}

/** Counts the rows and alarms of an actor. To be called before the actor touches its storage. */
export function meterStorage({ storage }: DurableObjectState): void {
  const { sql } = storage;
  const exec = sql.exec.bind(sql);
  sql.exec = ((query: string, ...bound: unknown[]) => {
    const cursor = exec(query, ...bound);
    // The product reads every cursor at once, so that its counts are final when the turn ends.
    queueMicrotask(() => {
      count("objectRowsRead", cursor.rowsRead);
      count("objectRowsWritten", cursor.rowsWritten);
    });
    return cursor;
  }) as typeof sql.exec;
  const setAlarm = storage.setAlarm.bind(storage);
  storage.setAlarm = (at, options) => {
    count("objectRowsWritten");
    return setAlarm(at, options);
  };
}

/** A call to an actor, or its alarm: a request, and as long as it lasts the actor is active. */
export async function countActor<T>(work: () => Promise<T>): Promise<T> {
  count("objectRequests");
  const startedAtMs = Date.now();
  try {
    return await work();
  } finally {
    count("objectActiveMs", Date.now() - startedAtMs);
  }
}

type Sender = { send(body: unknown, options?: unknown): Promise<unknown> };
type Fetching = { fetch(...request: unknown[]): unknown };
type Actors = { idFromName(name: string): { readonly name?: string }; get(id: unknown): object };
type Call = (...given: unknown[]) => unknown;

function countingQueue(queue: Sender): Sender {
  return {
    send: (body, options) => {
      count("queueOperations");
      return queue.send(body, options);
    },
  };
}

function countingCalls<T extends object>(target: T, onCall: (name: string, given: unknown[]) => void): T {
  return new Proxy(target, {
    get: (real, name) => {
      const member: unknown = Reflect.get(real, name);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => {
        onCall(String(name), given);
        return Reflect.apply(member, real, given);
      };
    },
  });
}

function countingBrowser(browser: Fetching): Fetching {
  return countingCalls(browser, (name, [request]) => {
    const address = request instanceof Request ? request.url : String(request);
    if (name === "fetch" && address.includes("/acquire")) count("browserLaunches");
  });
}

function countingActors(actors: Actors): Actors {
  const names = new Map<unknown, string>();
  return new Proxy(actors, {
    get: (real, name) => {
      if (name === "idFromName") {
        return (actorName: string) => {
          const id = real.idFromName(actorName);
          names.set(String(id), actorName);
          return id;
        };
      }
      if (name === "get") return (id: unknown) => countingStub(real.get(id), names.get(String(id)) ?? "");
      return Reflect.get(real, name);
    },
  });
}

function countingStub(stub: object, actorName: string): object {
  return new Proxy(stub, {
    get: (real, name) => {
      const member = Reflect.get(real, name) as Call;
      return (...given: unknown[]) =>
        countActor(async () => {
          const answer = await Reflect.apply(member, real, given);
          noteVisit(actorName, String(name), given, answer);
          return answer;
        });
    },
  });
}

function noteVisit(accountId: string, call: string, [first]: unknown[], answer: unknown): void {
  if (call === "beginVisit") {
    const begun = answer as { readonly ok: boolean; readonly value?: { readonly token: string } };
    if (!begun.ok || begun.value === undefined) return;
    const purpose = first as VisitMade["purpose"];
    openVisits.set(begun.value.token, { accountId, purpose, beganAtMs: Date.now() });
  }
  if (call !== "endVisit") return;
  const visit = openVisits.get(String(first));
  openVisits.delete(String(first));
  if (visit !== undefined) visits.push({ ...visit, endedAtMs: Date.now() });
}

function countResult(result: D1Result): void {
  count("databaseRowsRead", result.meta.rows_read);
  count("databaseRowsWritten", result.meta.rows_written);
}

function countingDatabase(database: D1Database): D1Database {
  const real = new WeakMap<object, D1PreparedStatement>();
  const statement = (prepared: D1PreparedStatement, query: string): D1PreparedStatement => {
    const counting = new Proxy(prepared, {
      get: (target, name) => {
        if (name === "bind") return (...bound: unknown[]) => statement(target.bind(...bound), query);
        if (name === "raw") return () => rawOf(target, query);
        if (name !== "all" && name !== "run") return Reflect.get(target, name);
        return async () => {
          const result = await target[name]();
          countResult(result);
          return result;
        };
      },
    });
    real.set(counting, prepared);
    return counting;
  };
  return new Proxy(database, {
    get: (target, name) => {
      if (name === "prepare") return (query: string) => statement(target.prepare(query), query);
      if (name !== "batch") return Reflect.get(target, name);
      return async (statements: D1PreparedStatement[]) => {
        const results = await target.batch(statements.map((one) => real.get(one) ?? one));
        for (const result of results) countResult(result);
        return results;
      };
    },
  });
}

/** Rows without their counts: the counts of a question come from asking it once more, those of a change from its rows. */
async function rawOf(prepared: D1PreparedStatement, query: string): Promise<unknown[]> {
  if (/^\s*select/i.test(query)) {
    const rows = await prepared.raw();
    countResult(await prepared.all());
    return rows;
  }
  const result = await prepared.all<Record<string, unknown>>();
  countResult(result);
  return result.results.map((row) => Object.values(row));
}
