import { evictDurableObject } from "cloudflare:test";
import { env, exports } from "cloudflare:workers";
import { describe, expect, it, vi } from "vitest";
import { showingAnswerSchema } from "#contracts/api/showing";
import { type BoardSignal, boardSignalSchema } from "#contracts/socket";
import { BOARD_SOCKET_AGE_MS_MAX } from "#objects/board/board-object";
import { type Agency, freshId, makeAgency, makePerson, type Person } from "./agency.ts";
import { ORIGIN, signIn, signInCookie } from "./client.ts";
import { hourAhead, iso, makeOpenAgency } from "./showings-agency.ts";

type Listener = { readonly heard: BoardSignal[]; readonly socket: WebSocket; closed: number | null };

async function open(cookie: string, headers: Record<string, string> = {}): Promise<Response> {
  return await exports.default.fetch(
    new Request(`${ORIGIN}/api/board/socket`, {
      headers: { upgrade: "websocket", origin: ORIGIN, cookie, ...headers },
    }),
  );
}

async function listen(person: Person, headers: Record<string, string> = {}): Promise<Listener> {
  const response = await open(await signInCookie(person), headers);
  expect(response.status).toBe(101);
  const socket = response.webSocket;
  if (socket === null) throw new Error("no socket");
  const listener: Listener = { heard: [], socket, closed: null };
  socket.addEventListener("message", (event) => {
    if (event.data !== "pong") listener.heard.push(boardSignalSchema.parse(JSON.parse(String(event.data))));
  });
  socket.addEventListener("close", (event) => {
    listener.closed = event.code;
  });
  socket.accept();
  return listener;
}

function boardOf(agency: Agency) {
  return env.BOARDS.get(env.BOARDS.idFromName(agency.id));
}

/** A signal that everybody of ours hears last, so that silence before it means silence. */
async function settled(agency: Agency, admins: readonly Listener[]): Promise<void> {
  const mark = freshId("mark");
  await boardOf(agency).accountChanged(mark);
  await vi.waitFor(() => {
    for (const admin of admins) expect(admin.heard).toContainEqual({ signal: "account", accountId: mark });
  });
}

function conversationsHeard(listener: Listener): string[] {
  return listener.heard.flatMap((signal) => (signal.signal === "conversation" ? [signal.conversationId] : []));
}

function viewersHeard(listener: Listener, conversationId: string): string[][] {
  return listener.heard.flatMap((signal) =>
    signal.signal === "viewers" && signal.conversationId === conversationId ? [signal.names] : [],
  );
}

describe("the board socket", () => {
  it("opens only for who is signed in, from our own pages, as a WebSocket", async () => {
    const agency = await makeAgency();
    const cookie = await signInCookie(await makePerson(agency, "agent"));
    expect((await open("")).status).toBe(401);
    expect((await open(cookie, { origin: "https://evil.example" })).status).toBe(403);
    expect((await open(cookie, { upgrade: "h2c" })).status).toBe(400);
    expect((await open(cookie)).status).toBe(101);
  });

  it("tells admins of everything, an agent of their own, and nobody of another organisation", async () => {
    const [ours, theirs] = [await makeAgency(), await makeAgency()];
    const [ana, ben] = [await makePerson(ours, "agent"), await makePerson(ours, "agent")];
    const admin = await listen(await makePerson(ours, "admin"));
    const [first, second] = [await listen(ana), await listen(ben)];
    const stranger = await listen(await makePerson(theirs, "admin"));
    await boardOf(ours).conversationChanged("cv_ana", 1, ana.id);
    await boardOf(ours).conversationChanged("cv_ben", 1, ben.id);
    await boardOf(ours).conversationChanged("cv_nobody", 1, null);
    await settled(ours, [admin]);
    await settled(theirs, [stranger]);
    expect(conversationsHeard(admin)).toEqual(["cv_ana", "cv_ben", "cv_nobody"]);
    expect(conversationsHeard(first)).toEqual(["cv_ana"]);
    expect(conversationsHeard(second)).toEqual(["cv_ben"]);
    expect(conversationsHeard(stranger)).toEqual([]);
    expect(first.heard.filter((signal) => signal.signal === "account")).toEqual([]);
  });

  it("[R23] tells of a showing admins and the agents who have it or had it, by its id alone", async () => {
    const [ours, theirs] = [await makeAgency(), await makeAgency()];
    const [ana, ben, cleo] = [
      await makePerson(ours, "agent"),
      await makePerson(ours, "agent"),
      await makePerson(ours, "agent"),
    ];
    const admin = await listen(await makePerson(ours, "admin"));
    const [first, second, third] = [await listen(ana), await listen(ben), await listen(cleo)];
    const stranger = await listen(await makePerson(theirs, "admin"));
    await boardOf(ours).showingChanged("sh_1", [ana.id]);
    await boardOf(ours).showingChanged("sh_1", [ben.id, ana.id, ben.id]);
    await settled(ours, [admin]);
    await settled(theirs, [stranger]);
    const signal = { signal: "showing", showingId: "sh_1" };
    const heard = (listener: Listener) => listener.heard.filter((one) => one.signal === "showing");
    expect([first, second, third, stranger].map(heard)).toEqual([[signal, signal], [signal], [], []]);
    expect(heard(admin)).toEqual([signal, signal]);
  });

  it("hears at once what a person does to a showing, whoever had it before", async () => {
    const { agency, first: fay, second: sam } = await makeOpenAgency();
    const adminPerson = await makePerson(agency, "admin");
    const admin = await listen(adminPerson);
    const [first, second] = [await listen(fay), await listen(sam)];
    const call = await signIn(adminPerson);
    const key = { "idempotency-key": "k1" };
    const made = await call("POST", "/api/showings", { unitId: agency.unitId, start: iso(hourAhead(0)) }, key);
    const { id: showingId } = showingAnswerSchema.parse(made.body).showing;
    const signal = { signal: "showing", showingId };
    await vi.waitFor(() => expect([admin.heard, first.heard]).toEqual([[signal], [signal]]));
    const to = { start: iso(hourAhead(1)), agentId: sam.id };
    await call("POST", `/api/showings/${showingId}/reschedule`, to, key);
    await vi.waitFor(() => expect([first.heard, second.heard]).toEqual([[signal, signal], [signal]]));
    await call("POST", `/api/showings/${showingId}/status`, { status: "cancelled" });
    await vi.waitFor(() => expect(second.heard).toHaveLength(2));
    await settled(agency, [admin]);
    expect(first.heard).toHaveLength(2);
    expect(JSON.stringify(admin.heard)).not.toMatch(/Fay|Sam|Harbour/);
  });

  it("does not believe a client that says it is somebody else", async () => {
    const agency = await makeAgency();
    const admin = await listen(await makePerson(agency, "admin"));
    const liar = await listen(await makePerson(agency, "agent"), {
      "x-board-role": "admin",
      "x-board-user": "us_other",
    });
    await boardOf(agency).conversationChanged("cv_1", 1, "us_other");
    await boardOf(agency).incidentChanged("duplicate.cv_1.3");
    await settled(agency, [admin]);
    expect(admin.heard).toContainEqual({ signal: "incident", incidentId: "duplicate.cv_1.3" });
    expect(liar.heard).toEqual([]);
  });

  it("tells the agent who loses a conversation once more, and not again", async () => {
    const agency = await makeAgency();
    const [ana, ben] = [await makePerson(agency, "agent"), await makePerson(agency, "agent")];
    const admin = await listen(await makePerson(agency, "admin"));
    const [first, second] = [await listen(ana), await listen(ben)];
    const board = boardOf(agency);
    await board.conversationChanged("cv_1", 1, ana.id);
    await board.conversationChanged("cv_1", 3, ben.id);
    await board.conversationChanged("cv_1", 2, ana.id);
    await board.conversationChanged("cv_1", 4, ben.id);
    await settled(agency, [admin]);
    expect(conversationsHeard(first)).toHaveLength(2);
    expect(conversationsHeard(second)).toHaveLength(3);
  });

  it("survives hibernation", async () => {
    const agency = await makeAgency();
    const ana = await makePerson(agency, "agent");
    const admin = await listen(await makePerson(agency, "admin"));
    const agent = await listen(ana);
    await boardOf(agency).conversationChanged("cv_1", 1, ana.id);
    await evictDurableObject(boardOf(agency));
    await boardOf(agency).conversationChanged("cv_1", 2, ana.id);
    await settled(agency, [admin]);
    expect(conversationsHeard(agent)).toEqual(["cv_1", "cv_1"]);
  });

  it("closes on what it does not understand", async () => {
    const agency = await makeAgency();
    const person = await makePerson(agency, "agent");
    for (const [text, code] of [
      ["not json", 1008],
      ['{"command":"drop"}', 1008],
      [JSON.stringify({ command: "view", conversationId: "c".repeat(65) }), 1008],
      ["x".repeat(2_000), 1009],
    ] as const) {
      const listener = await listen(person);
      listener.socket.send(text);
      await vi.waitFor(() => expect([text, listener.closed]).toEqual([text, code]));
    }
  });

  it("asks an old socket to come back through the session check", async () => {
    const agency = await makeAgency();
    const admin = await listen(await makePerson(agency, "admin"));
    const later = Date.now() + BOARD_SOCKET_AGE_MS_MAX + 1;
    const clock = vi.spyOn(Date, "now").mockReturnValue(later);
    await boardOf(agency).accountChanged("acc_1");
    clock.mockRestore();
    await vi.waitFor(() => expect(admin.closed).toBe(4001));
    expect(admin.heard).toEqual([]);
  });
});

describe("presence", () => {
  const view = (listener: Listener, conversationId: string | null) =>
    listener.socket.send(JSON.stringify({ command: "view", conversationId }));

  it("names the others who look at the same conversation, and forgets who leaves", async () => {
    const agency = await makeAgency();
    const [ana, boss] = [await makePerson(agency, "agent"), await makePerson(agency, "admin")];
    const [agent, admin, sameBoss] = [await listen(ana), await listen(boss), await listen(boss)];
    await boardOf(agency).conversationChanged("cv_1", 1, ana.id);
    view(agent, "cv_1");
    await vi.waitFor(() => expect(viewersHeard(agent, "cv_1")).toEqual([[]]));
    view(admin, "cv_1");
    await vi.waitFor(() => expect(viewersHeard(agent, "cv_1").at(-1)).toEqual([boss.name]));
    await vi.waitFor(() => expect(viewersHeard(admin, "cv_1").at(-1)).toEqual([ana.name]));
    view(sameBoss, "cv_1");
    await vi.waitFor(() => expect(viewersHeard(sameBoss, "cv_1").at(-1)).toEqual([ana.name]));
    expect(viewersHeard(agent, "cv_1").at(-1)).toEqual([boss.name]);
    view(admin, null);
    sameBoss.socket.close(1000, "bye");
    await vi.waitFor(() => expect(viewersHeard(agent, "cv_1").at(-1)).toEqual([]));
  });

  it("does not show an agent who looks at a colleague's conversation", async () => {
    const agency = await makeAgency();
    const [ana, ben] = [await makePerson(agency, "agent"), await makePerson(agency, "agent")];
    const [first, second] = [await listen(ana), await listen(ben)];
    const admin = await listen(await makePerson(agency, "admin"));
    await boardOf(agency).conversationChanged("cv_1", 1, ana.id);
    view(second, "cv_1");
    view(first, "cv_1");
    await vi.waitFor(() => expect(viewersHeard(first, "cv_1").at(-1)).toEqual([]));
    await settled(agency, [admin]);
    expect(second.heard.filter((signal) => signal.signal === "viewers")).toEqual([]);
  });

  it("may be lost without harm", async () => {
    const agency = await makeAgency();
    const ana = await makePerson(agency, "agent");
    const [agent, admin] = [await listen(ana), await listen(await makePerson(agency, "admin"))];
    await boardOf(agency).conversationChanged("cv_1", 1, ana.id);
    view(agent, "cv_1");
    await vi.waitFor(() => expect(viewersHeard(agent, "cv_1")).toEqual([[]]));
    await evictDurableObject(env.PRESENCE.get(env.PRESENCE.idFromName(agency.id)));
    view(admin, "cv_1");
    await vi.waitFor(() => expect(viewersHeard(admin, "cv_1")).toEqual([[]]));
  });

  it("takes a name in any script", async () => {
    const agency = await makeAgency();
    const [ana, admin] = [await makePerson(agency, "admin", "Ана Ω 👩‍👧"), await makePerson(agency, "admin")];
    const [first, second] = [await listen(ana), await listen(admin)];
    view(first, "cv_1");
    await vi.waitFor(() => expect(viewersHeard(first, "cv_1")).toEqual([[]]));
    view(second, "cv_1");
    await vi.waitFor(() => expect(viewersHeard(second, "cv_1")).toEqual([["Ана Ω 👩‍👧"]]));
  });
});
