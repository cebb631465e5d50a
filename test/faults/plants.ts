// Defects that are built into a copy of the product on purpose: a rig that cannot fail proves nothing. A plant is a list
// of replaced lines; when a line is not in the source any more, exactly once, planting fails loudly instead of proving a
// product without the defect. The product itself has no switch for any of this.

export const PLANT_NAMES = ["resend", "rebook", "tell-first"] as const;
export type PlantName = (typeof PLANT_NAMES)[number];

export type Edit = {
  /** Path from the project's root. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
};

const SENDING = "objects/domain/sending/decide.ts";
const BOOKING = "workers/queues/book-showing.ts";
const ANSWER = "objects/domain/conversation/answer.ts";

export const PLANTS: Readonly<Record<PlantName, readonly Edit[]>> = {
  /** Breaks [D8], [D9]: what a restart finds between click and proof is sent again, and nobody looks into the thread before. */
  resend: [
    {
      file: SENDING,
      find: 'if (send.state === "claimed") return ok([{ happened: "claim_ended"',
      replace: 'if (send.state === "claimed" || send.state === "delivering") return ok([{ happened: "claim_ended"',
    },
    {
      file: SENDING,
      find: "if (!mayBeOnPlatform(send)) return NOTHING;",
      replace: "if (!mayBeOnPlatform(send) || isBeforeClick(send)) return NOTHING;",
    },
  ],
  /** Breaks [H7], [H18]: a wish that is carried out again is another wish to D1. */
  rebook: [
    {
      file: BOOKING,
      find: "agentIds, idempotencyKey: wish.id, nowMs: deps.now() };",
      replace: 'agentIds, idempotencyKey: wish.id + "/" + deps.now(), nowMs: deps.now() };',
    },
  ],
  /** Breaks [C51]: a lead hears that it is booked before D1 was asked, and nothing once D1 answered. */
  "tell-first": [
    {
      file: ANSWER,
      find: "    else wish(story, record, answered, what);",
      replace:
        '    else { if (what.kind === "book") write(story, record, answered, nowMs); wish(story, record, answered, what); }',
    },
    {
      file: ANSWER,
      find: "  else if (stands) write(story, record, wish, nowMs);",
      replace: '  else if (stands && wish.what.kind !== "book") write(story, record, wish, nowMs);',
    },
  ],
};

/** The text with the edit made. Throws when the line is missing or stands there more than once. */
export function planted(text: string, edit: Edit): string {
  const parts = text.split(edit.find);
  if (parts.length !== 2) {
    throw new Error(
      `${edit.file} holds the line to plant in ${parts.length - 1} times, not once: test/faults/plants.ts must follow the source. Looked for: ${edit.find}`,
    );
  }
  return parts.join(edit.replace);
}
