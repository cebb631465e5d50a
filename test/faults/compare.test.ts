// The rig's own judgement: given what was meant and what is there, does it see what is wrong? No process is started here.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PROJECT_ROOT } from "../local/quiet-environment.ts";
import { makeChance } from "./chance.ts";
import { compare, type Ending, type Held, type Intended, isClean } from "./compare.ts";
import { readOptions } from "./options.ts";
import { PLANT_NAMES, PLANTS, planted } from "./plants.ts";
import { makeRecovery } from "./recovery.ts";

const reply = (key: string, part: Partial<Intended> = {}): Intended => ({
  ...{ key, kind: "reply", platform: "spareroom", threadId: "t1", acceptedAtMs: 1 },
  ...part,
});
const answer = (key: string, threadId: string): Intended => reply(key, { kind: "answer", threadId });
const held = (text: string, threadId = "t1"): Held => ({ platform: "spareroom", threadId, text });
const ending = (key: string, state: string, handedOver: string | null = null): Ending => ({ key, state, handedOver });
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
  const standing = (...pairs: (readonly [string, string])[]) => new Map(pairs);

  it("is the time from the first healthy answer until work of before the kill moves", () => {
    const recovery = makeRecovery();
    recovery.restarted(1_000, standing(["Qa", "0 waiting"], ["Qb", "0 none"]));
    recovery.looked(1_500, standing(["Qa", "0 waiting"], ["Qb", "0 none"], ["Qnew", "1 none"]));
    recovery.looked(3_000, standing(["Qa", "0 on_its_way"], ["Qb", "0 none"]));
    recovery.looked(9_000, standing(["Qa", "1 none"], ["Qb", "1 none"]));
    expect(recovery.longestMs).toBe(2_000);
  });

  it("counts up to the next kill when nothing moved, and not at all when nothing waited", () => {
    const recovery = makeRecovery();
    recovery.restarted(0, standing());
    recovery.killed(50_000);
    expect(recovery.longestMs).toBe(0);
    recovery.restarted(60_000, standing(["Qa", "0 waiting"]));
    recovery.killed(64_000);
    expect(recovery.longestMs).toBe(4_000);
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
    expect(readOptions([...args, "--plant", "resend"])).toEqual({
      ok: true,
      value: { seconds: 9, kills: 2, seed: 5, platforms: ["spareroom", "roomies"], isJson: true, plant: "resend" },
    });
    for (const wrong of [["--seconds", "-1"], ["--platform", "myspace"], ["--plant", "rain"], ["--fast"]]) {
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
