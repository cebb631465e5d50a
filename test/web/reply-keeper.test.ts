// The kept reply: a lost answer must never become two rows, and typed text must never be lost.
import { describe, expect, it } from "vitest";
import { type KeptStorage, makeReplyKeeper } from "../../web/src/primitives/make-reply-keeper.ts";

function storage(): KeptStorage & { readonly size: () => number } {
  const slots = new Map<string, string>();
  return {
    getItem: (name) => slots.get(name) ?? null,
    setItem: (name, value) => void slots.set(name, value),
    removeItem: (name) => void slots.delete(name),
    size: () => slots.size,
  };
}

function keys(): () => string {
  let n = 0;
  return () => {
    n += 1;
    return `key-${n}`;
  };
}

describe("the kept reply", () => {
  it("keeps the text across a reload of the page", () => {
    const slots = storage();
    makeReplyKeeper(slots, "cv_1", keys()).write("Hello", "m1");
    expect(makeReplyKeeper(slots, "cv_1", keys()).read()).toEqual({ body: "Hello", key: null, answering: "m1" });
  });

  it("uses one key for every attempt until an answer arrives, also after a reload", () => {
    const slots = storage();
    const newKey = keys();
    const keeper = makeReplyKeeper(slots, "cv_1", newKey);
    keeper.write("Hello", "m1");
    const first = keeper.attempt();
    expect(keeper.attempt()).toBe(first);
    expect(makeReplyKeeper(slots, "cv_1", newKey).attempt()).toBe(first);
  });

  it("keeps the key of a lost attempt although the text is edited or emptied", () => {
    const keeper = makeReplyKeeper(storage(), "cv_1", keys());
    keeper.write("Hello", "m1");
    const first = keeper.attempt();
    keeper.write("Hello again", "m1");
    keeper.write("", "m1");
    expect(keeper.attempt()).toBe(first);
  });

  it("takes a new key after a refusal, because nothing was written", () => {
    const keeper = makeReplyKeeper(storage(), "cv_1", keys());
    keeper.write("Hello", "m1");
    const first = keeper.attempt();
    expect(keeper.answeredWithRefusal().body).toBe("Hello");
    expect(keeper.attempt()).not.toBe(first);
  });

  it("forgets everything once the reply was taken", () => {
    const slots = storage();
    const keeper = makeReplyKeeper(slots, "cv_1", keys());
    keeper.write("Hello", "m1");
    keeper.attempt();
    expect(keeper.taken()).toEqual({ body: "", key: null, answering: undefined });
    expect(slots.size()).toBe(0);
  });

  it("remembers the lead message at which the typing began, until it is acknowledged", () => {
    const keeper = makeReplyKeeper(storage(), "cv_1", keys());
    keeper.write("H", "m1");
    expect(keeper.write("He", "m2").answering).toBe("m1");
    expect(keeper.acknowledge("m2").answering).toBe("m2");
  });

  it("starts afresh when the text is emptied before any attempt", () => {
    const keeper = makeReplyKeeper(storage(), "cv_1", keys());
    keeper.write("H", "m1");
    keeper.write("", "m1");
    expect(keeper.write("H", "m2").answering).toBe("m2");
  });

  it("ignores what somebody else left in the storage", () => {
    const slots = storage();
    slots.setItem("reply:cv_1", "{not json");
    expect(makeReplyKeeper(slots, "cv_1", keys()).read().body).toBe("");
    slots.setItem("reply:cv_1", '{"body":5}');
    expect(makeReplyKeeper(slots, "cv_1", keys()).read().body).toBe("");
  });
});
