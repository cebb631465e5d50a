// The rig's own judgement: given what was meant and what is there, does it see what is wrong? No process is started here.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Platform } from "#domain/platform";
import { PROJECT_ROOT } from "../local/quiet-environment.ts";
import { makeChance } from "./chance.ts";
import { compare, type Ending, type Held, type Intended, isClean } from "./compare.ts";
import { compareShowings } from "./compare-showings.ts";
import { killsThatFound } from "./deaths.ts";
import { readOptions } from "./options.ts";
import { PLANT_NAMES, PLANTS, planted } from "./plants.ts";
import { longestMs, makeRecovery } from "./recovery.ts";
import { resumptionsOf } from "./resumption.ts";
import type { Outcome } from "./rig.ts";
import { type Claim, claimsOnDisk, type SendOnDisk, sendsOnDisk, windowsOf } from "./send-log-on-disk.ts";
import { sumOf } from "./sum.ts";

const reply = (key: string, part: Partial<Intended> = {}): Intended => ({
  ...{ key, kind: "reply", platform: "spareroom", threadId: "t1", acceptedAtMs: 1, turns: null },
  ...part,
});
const answer = (key: string, threadId: string): Intended => reply(key, { kind: "answer", threadId });
const held = (text: string, threadId = "t1", turn = 1): Held => ({ platform: "spareroom", threadId, text, turn });
const ending = (key: string, state: string, handedOver: string | null = null): Ending => ({ key, state, handedOver });
const NOTHING_SEEN = {
  rows: [],
  moves: new Set<string>(),
  talks: [],
  held: [],
  touched: [],
  sweptAtMs: 0,
  holdMsMax: 0,
};
const words = (key: string) => `My reference is ${key}.`;

describe("the comparison", () => {
  it("counts what is there once, and finds nothing wrong with it", () => {
    const verdict = compare(
      [reply("Qa"), reply("Qb"), answer("Qc", "t2")],
      [held(words("Qa")), held(words("Qb")), held("Yes, it is available.", "t2")],
      [ending("Qa", "sent"), ending("Qb", "sent"), ending("Qc", "sent")],
    );
    expect(verdict).toMatchObject({ intended: 3, once: 3, twice: 0, missing: 0, handedToHuman: 0, unexplained: 0 });
    expect(verdict.findings).toEqual([]);
    expect(isClean(verdict)).toBe(true);
  });

  it("finds a reply that is there twice, and an automatic answer that was given in other words again", () => {
    const verdict = compare(
      [reply("Qa"), answer("Qc", "t2")],
      [held(words("Qa")), held(words("Qa")), held("Yes.", "t2"), held("It is $1,450.", "t2")],
      [ending("Qa", "sent"), ending("Qc", "sent")],
    );
    expect(verdict).toMatchObject({ intended: 2, once: 0, twice: 2 });
    expect(isClean(verdict)).toBe(false);
  });

  it("finds a lost message, also when the product says that it was sent", () => {
    const verdict = compare(
      [reply("Qa"), reply("Qb")],
      [],
      [ending("Qa", "queued"), ending("Qb", "sent", "handed off")],
    );
    expect(verdict).toMatchObject({ intended: 2, missing: 2, handedToHuman: 0 });
    expect(isClean(verdict)).toBe(false);
  });

  it("lets a message be absent when a person has it with the reason, and counts that apart", () => {
    const verdict = compare([reply("Qa")], [], [ending("Qa", "failed", "failed: SEND_ABSENT")]);
    expect(verdict).toMatchObject({ intended: 1, missing: 0, handedToHuman: 1 });
    expect(isClean(verdict)).toBe(true);
  });

  it("expects nothing of a request that nobody accepted, yet does not let it be said twice", () => {
    const asked = reply("Qa", { acceptedAtMs: null });
    expect(compare([asked], [], [])).toMatchObject({ intended: 0, missing: 0 });
    expect(compare([asked], [held(words("Qa"))], [])).toMatchObject({ intended: 1, once: 1 });
    expect(compare([asked], [held(words("Qa")), held(words("Qa"))], [])).toMatchObject({ twice: 1 });
  });

  it("tells the answers to one lead's words apart, so that one of them given twice is found", () => {
    const turn = (n: number) => reply(`Qa/${n}`, { kind: "turn", turns: { first: n, last: n } });
    const said = [held("These times are open.", "t1", 1), held("It is booked.", "t1", 2)];
    expect(compare([turn(1), turn(2)], said, [])).toMatchObject({ once: 2, twice: 0, missing: 0, unexplained: 0 });
    const twice = [...said, held("It is booked.", "t1", 2)];
    expect(compare([turn(1), turn(2)], twice, [])).toMatchObject({ once: 1, twice: 1, unexplained: 0 });
    expect(compare([turn(1), turn(2), turn(3)], said, [])).toMatchObject({ once: 2, missing: 1 });
    const impatient = reply("Qa/2", { kind: "turn", turns: { first: 2, last: 3 } });
    for (const n of [2, 3]) {
      expect(compare([impatient], [held("It is booked.", "t1", n)], [])).toMatchObject({ once: 1, unexplained: 0 });
    }
    expect(compare([impatient], [...said.slice(1), held("It is booked.", "t1", 3)], [])).toMatchObject({ twice: 1 });
  });

  it("finds what nobody meant to say, and what was said to somebody else", () => {
    const verdict = compare([reply("Qa")], [held(words("Qa"), "t9"), held("Hello?", "t8")], [ending("Qa", "sent")]);
    expect(verdict).toMatchObject({ once: 0, missing: 1, unexplained: 2 });
  });

  it("tells when the product is wrong about a message that is there", () => {
    const verdict = compare([reply("Qa")], [held(words("Qa"))], [ending("Qa", "failed", "failed: TIMEOUT")]);
    expect(verdict.findings).toEqual([{ key: "Qa", what: "told_wrongly", detail: expect.stringContaining("failed") }]);
  });

  it("counts every intended message under exactly one head, whatever is there", () => {
    const copies = fc.array(fc.record({ copies: fc.integer({ min: 0, max: 3 }), isHanded: fc.boolean() }));
    fc.assert(
      fc.property(copies, (cases) => {
        const keys = cases.map((_, i) => `Q${String.fromCharCode(97 + (i % 26))}${i}.`);
        const verdict = compare(
          keys.map((key) => reply(key)),
          cases.flatMap((one, i) => Array.from({ length: one.copies }, () => held(words(keys[i] ?? "")))),
          cases.flatMap((one, i) => (one.isHanded ? [ending(keys[i] ?? "", "failed", "failed")] : [])),
        );
        expect(verdict.once + verdict.twice + verdict.missing + verdict.handedToHuman).toBe(cases.length);
        expect(verdict.twice).toBe(cases.filter((one) => one.copies > 1).length);
        expect(verdict.missing).toBe(cases.filter((one) => one.copies === 0 && !one.isHanded).length);
        expect(verdict.unexplained).toBe(0);
      }),
    );
  });
});

describe("the recovery", () => {
  type Row = readonly [key: string, how: string, platform?: Platform];
  const standing = (...rows: Row[]) =>
    new Map(rows.map(([key, how, platform = "spareroom"]) => [key, { how, platform }] as const));

  it("is the time from the first healthy answer until work of before the kill moves", () => {
    const recovery = makeRecovery();
    recovery.restarted(1_000, standing(["Qa", "0 waiting"], ["Qb", "0 none"]));
    recovery.looked(1_500, standing(["Qa", "0 waiting"], ["Qb", "0 none"], ["Qnew", "1 none"]));
    recovery.looked(3_000, standing(["Qa", "0 on_its_way"], ["Qb", "0 none"]));
    recovery.looked(9_000, standing(["Qa", "1 none"], ["Qb", "1 none"]));
    expect(recovery.measured()).toEqual([{ platform: "spareroom", ms: 2_000, isDisturbed: false }]);
  });

  it("is measured on each platform, so that one that moves does not hide one that stands", () => {
    const recovery = makeRecovery();
    recovery.restarted(0, standing(["Qa", "0 waiting"], ["Qb", "0 waiting", "roomies"]));
    recovery.looked(1_000, standing(["Qa", "1 none"], ["Qb", "0 waiting", "roomies"]));
    recovery.looked(9_000, standing(["Qa", "1 none"], ["Qb", "1 none", "roomies"]));
    expect(recovery.measured().map(({ platform, ms }) => [platform, ms])).toEqual([
      ["spareroom", 1_000],
      ["roomies", 9_000],
    ]);
  });

  it("counts up to the next kill when nothing moved, and not at all when nothing waited", () => {
    const recovery = makeRecovery();
    recovery.restarted(0, standing());
    recovery.killed(50_000);
    expect(recovery.measured()).toEqual([]);
    recovery.restarted(60_000, standing(["Qa", "0 waiting"]));
    recovery.killed(64_000);
    recovery.killed(90_000);
    expect(longestMs(recovery.measured())).toBe(4_000);
  });

  it("says when something else was broken before the first sign", () => {
    const recovery = makeRecovery();
    recovery.disturbed();
    recovery.restarted(0, standing(["Qa", "0 waiting"]));
    recovery.disturbed();
    recovery.looked(1_000, standing(["Qa", "1 none"]));
    recovery.restarted(2_000, standing(["Qb", "0 waiting"]));
    recovery.looked(3_000, standing(["Qb", "1 none"]));
    expect(recovery.measured().map(({ isDisturbed }) => isDisturbed)).toEqual([true, false]);
  });
});

describe("what a death found", () => {
  const send = (state: SendOnDisk["state"], threadId = "t1"): SendOnDisk => ({
    ...{ id: state, state, threadId, platform: "spareroom", body: "Yes, it is." },
    ...{ notBeforeMs: 0, releaseAtMs: null },
  });

  it("tells the windows of a send apart, and the click that arrived from the one that did not", () => {
    const sends = [send("claimed"), send("delivering"), send("delivering", "t2"), send("unknown"), send("queued")];
    const found = windowsOf([...sends, send("sent"), send("draft"), send("failed")], [held("Yes,  it is.\n-- Avery")]);
    expect(Object.fromEntries(found)).toEqual({
      ...{ waiting: 1, claimed: 1, "click allowed": 1, unknown: 1 },
      "on the platform, no proof yet": 1,
    });
  });

  it("reads the send logs as they lie, also when nothing was written back yet, and changes no byte", () => {
    const state = mkdtempSync(join(tmpdir(), "lease-bot-disk-"));
    const folder = join(state, "v3/do/lease-bot-ConversationObject");
    mkdirSync(folder, { recursive: true });
    const path = join(folder, "aa.sqlite");
    const database = new DatabaseSync(path);
    const rowsOf =
      "CREATE TABLE snapshot (body TEXT); CREATE TABLE sends (body TEXT, position INTEGER); CREATE TABLE events (at_ms INTEGER, body TEXT);";
    database.exec(`PRAGMA journal_mode = WAL; ${rowsOf}`);
    const insert = (table: string, row: unknown) =>
      database.prepare(`INSERT INTO ${table} (body) VALUES (?)`).run(JSON.stringify(row));
    insert("snapshot", { identity: { platform: "roomies", threadId: "t7" } });
    const row = { id: "s1", state: "delivering", body: "Hello", notBeforeMs: 5, releaseAtMs: null };
    insert("sends", row);
    const log = database.prepare("INSERT INTO events VALUES (?, ?)");
    const claimed = { type: "send", sendId: "s1", event: { happened: "claimed", token: "k1", untilMs: 9 } };
    for (const atMs of [10, 20]) log.run(atMs, JSON.stringify(claimed));
    log.run(30, JSON.stringify({ type: "send", sendId: "s1", event: { happened: "became_unknown", atMs: 30 } }));
    const bytes = () => [path, `${path}-wal`].map((file) => readFileSync(file).toString("base64"));
    const before = bytes();
    expect(before[1]?.length).toBeGreaterThan(0);
    expect(sendsOnDisk(state, Date.now())).toEqual([{ ...row, platform: "roomies", threadId: "t7" }]);
    expect(bytes()).toEqual(before);
    expect(sendsOnDisk(state, Date.now() + 3_600_000)).toEqual([]);
    expect(claimsOnDisk(state, 10)).toEqual([{ sendId: "s1", atMs: 20 }]);
    database.close();
    rmSync(state, { recursive: true });
  });

  it("counts kills, not sends", () => {
    const deaths = [new Map([["claimed", 3] as const]), new Map(), new Map([["claimed", 1] as const])];
    expect(killsThatFound(deaths).get("claimed")).toBe(2);
    expect(killsThatFound(deaths).get("unknown")).toBe(0);
  });
});

describe("work that resumes", () => {
  const send = (id: string, part: Partial<SendOnDisk> = {}): SendOnDisk => ({
    ...{ id, state: "queued", threadId: id, platform: "spareroom", body: "Yes" },
    ...{ notBeforeMs: 0, releaseAtMs: null },
    ...part,
  });
  const restart = { diedAtMs: 900, healthyAtMs: 1_000, untilMs: 9_000, disturbedAtMs: null };
  const msOf = (dead: readonly SendOnDisk[], claims: readonly Claim[]) =>
    resumptionsOf({ ...restart, dead }, claims).map(({ platform, ms }) => [platform, ms]);

  it("is what was due when the product answered again, on each platform by itself", () => {
    const waiting = [
      ...[send("a", { notBeforeMs: 5_000 }), send("b", { state: "approved", releaseAtMs: 2_000 })],
      ...[send("c", { state: "unknown" }), send("d", { state: "delivering" }), send("e", { state: "sent" })],
    ];
    expect(msOf(waiting, [])).toEqual([]);
    const due = [send("f"), send("g", { state: "claimed", platform: "roomies" })];
    expect(msOf([...waiting, ...due], [{ sendId: "g", atMs: 1_700 }])).toEqual([
      ["spareroom", 8_000],
      ["roomies", 700],
    ]);
  });

  it("was disturbed when something else broke before it", () => {
    const isDisturbed = (disturbedAtMs: number) =>
      resumptionsOf({ ...restart, dead: [send("f")], disturbedAtMs }, [{ sendId: "f", atMs: 1_500 }])[0]?.isDisturbed;
    expect([isDisturbed(1_400), isDisturbed(1_600)]).toEqual([true, false]);
  });

  it("is not what stands behind another send of its conversation", () => {
    const behind = [send("a", { state: "unknown", threadId: "t1" }), send("b", { threadId: "t1" })];
    expect(msOf(behind, [])).toEqual([]);
    const free = [send("a", { state: "sent", threadId: "t1" }), send("b", { threadId: "t1" })];
    expect(msOf(free, [{ sendId: "b", atMs: 1_200 }])).toEqual([["spareroom", 200]]);
  });

  it("counts from the first claim after the death, and one before the first healthy answer as no time", () => {
    const held = send("h", { state: "approved", releaseAtMs: 950 });
    const claims = [
      { sendId: "f", atMs: 850 },
      { sendId: "h", atMs: 3_000 },
      { sendId: "f", atMs: 2_500 },
    ];
    expect(msOf([send("f"), held], claims)).toEqual([["spareroom", 1_500]]);
    expect(msOf([send("f"), held], [...claims, { sendId: "h", atMs: 990 }])).toEqual([["spareroom", 0]]);
  });
});

describe("several runs", () => {
  const outcome = (part: Partial<Outcome>): Outcome => ({
    ...{
      kills: 1,
      mishaps: new Map([["kill", 1]]),
      deaths: [new Map()],
      recoveries: [],
      resumptions: [],
      isSettled: true,
    },
    verdict: compare([reply("Qa")], [held(words("Qa"))], []),
    showings: compareShowings(NOTHING_SEEN),
    ...part,
  });

  it("are added up, and a finding says in which of them it was made", () => {
    const bad = outcome({ verdict: compare([reply("Qb")], [], []), isSettled: false });
    const sum = sumOf([
      { seed: 7, outcome: outcome({}) },
      { seed: 8, outcome: bad },
    ]);
    expect(sum).toMatchObject({ kills: 2, isSettled: false, verdict: { intended: 2, once: 1, missing: 1 } });
    expect(sum.mishaps.get("kill")).toBe(2);
    expect(sum.verdict.findings).toEqual([{ key: "Qb", what: "missing", detail: expect.stringContaining("seed 8") }]);
    expect(isClean(sum.verdict)).toBe(false);
  });
});

describe("the plants", () => {
  it.each(PLANT_NAMES)("%s fits the source as it is", (name) => {
    for (const edit of PLANTS[name]) {
      const text = readFileSync(join(PROJECT_ROOT, edit.file), "utf8");
      expect(planted(text, edit)).not.toBe(text);
    }
  });

  it("are refused when the line is gone or stands there twice", () => {
    const edit = { file: "a.ts", find: "one line", replace: "another" };
    expect(() => planted("something else", edit)).toThrow("a.ts");
    expect(() => planted("one line, one line", edit)).toThrow("2 times");
  });
});

describe("the command line", () => {
  it("takes its options, and refuses what it does not know", () => {
    const args = ["--seconds", "9", "--kills", "2", "--seed", "5", "--platform", "roomies,spareroom", "--json"];
    const usual = { scenes: 2, only: "all", showings: "on", jumpMinutes: 2, runs: 1, isUntilFound: false };
    expect(readOptions([...args, "--plant", "resend"])).toEqual({
      ok: true,
      value: {
        ...{ seconds: 9, kills: 2, seed: 5, platforms: ["spareroom", "roomies"], isJson: true, plant: "resend" },
        ...usual,
      },
    });
    expect(readOptions(["--only", "kills", "--runs", "10", "--until-found"])).toMatchObject({
      ok: true,
      value: { only: "kills", runs: 10, isUntilFound: true },
    });
    for (const wrong of [
      ["--only", "rain"],
      ["--showings", "rain"],
      ["--runs", "x"],
      ["--seconds", "-1"],
      ["--platform", "myspace"],
      ["--plant", "rain"],
      ["--fast"],
    ]) {
      expect(readOptions(wrong).ok).toBe(false);
    }
  });

  it("chooses the same faults for the same seed", () => {
    const row = (seed: number) => {
      const chance = makeChance(seed);
      return Array.from({ length: 20 }, () => chance.between(0, 1));
    };
    expect(row(7)).toEqual(row(7));
    expect(row(7)).not.toEqual(row(8));
  });
});
