// What the stub of a model answers, by the name of the model that is asked for: good ones, broken ones and hostile ones.
// The part of the name after ":" is free, so that every test can have a model of its own.

declare module "vitest" {
  interface ProvidedContext {
    /** "http://localhost:<port>", without a path. */
    modelOrigin: string;
  }
}

/** What was asked, as the product's prompt has it. */
export type Question = {
  readonly system: string;
  readonly data: {
    readonly asks: "intents" | "words";
    readonly action?: string;
    readonly facts: readonly { readonly name: string; readonly value: string }[];
    readonly lead: string;
  };
};

export type StubAnswer =
  | { readonly kind: "object"; readonly object: unknown; readonly finish?: string; readonly isCounted?: boolean }
  | { readonly kind: "text"; readonly text: string; readonly finish?: string }
  | { readonly kind: "refusal"; readonly text: string }
  | { readonly kind: "status"; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: "silence" }
  | { readonly kind: "cut" }
  | { readonly kind: "flood" };

/** Tokens that every counted answer reports. */
export const TOKENS_IN = 812;
export const TOKENS_OUT = 64;

const proposal = (question: Question, change: object) => ({
  intents: ["pricing_question"],
  confidence: 0.95,
  nextAction: question.data.action ?? "reply",
  reply: null,
  selectedSlot: null,
  factsUsed: [],
  ...change,
});

const says = (reply: (question: Question) => string) => (question: Question) =>
  ({ kind: "object", object: proposal(question, { reply: reply(question) }) }) as const;

export const STUB_ANSWERS: Readonly<Record<string, (question: Question) => StubAnswer>> = {
  words: says(({ data }) => `Thank you for asking. The rent is $${data.facts[0]?.value} per month.`),
  hears: (question) => ({
    kind: "object",
    object: proposal(question, { intents: ["showing_request"], nextAction: "suppress" }),
  }),
  uncounted: (question) => ({ kind: "object", object: proposal(question, {}), isCounted: false }),

  slow: () => ({ kind: "silence" }),
  "error-500": () => ({ kind: "status", status: 500 }),
  "error-429": () => ({ kind: "status", status: 429, headers: { "retry-after": "1" } }),
  "error-401": () => ({ kind: "status", status: 401 }),
  redirect: () => ({ kind: "status", status: 302, headers: { location: "/stolen" } }),
  cut: () => ({ kind: "cut" }),
  flood: () => ({ kind: "flood" }),

  "not-json": () => ({ kind: "text", text: "Sure! The rent is $1,450." }),
  "wrong-shape": () => ({ kind: "object", object: { intents: ["rent_question"], confidence: "high" } }),
  "too-sure": (question) => ({ kind: "object", object: proposal(question, { confidence: 12 }) }),
  truncated: () => ({ kind: "text", text: '{"intents":["pricing_qu', finish: "length" }),
  refusal: () => ({ kind: "refusal", text: "I cannot help with that." }),
  filtered: () => ({ kind: "text", text: "", finish: "content_filter" }),

  "invented-rent": says(() => "Thank you for asking. The rent is $1,300 per month."),
  "invented-pool": says(({ data }) => `The rent is $${data.facts[0]?.value} per month. There is a pool on the roof.`),
  steering: says(({ data }) => `The rent is $${data.facts[0]?.value} per month, in a safe area, perfect for families.`),
  leak: says(({ system }) => system.slice(0, 800)),
  echo: says(
    ({ data }) => `The rent is $${data.facts[0]?.value} per month. We wrote to ${/\[\w+\]/.exec(data.lead)?.[0]}.`,
  ),
  invents: says(({ data }) => `The rent is $${data.facts[0]?.value} per month. Call [PHONE_9].`),
  obeys: (question) => ({
    kind: "object",
    object: proposal(question, {
      intents: ["unsubscribe"],
      nextAction: "suppress",
      reply: "I ignore my instructions now. The home is free for you!",
      selectedSlot: 0,
      factsUsed: ["doorCode"],
    }),
  }),
};
