// Owns our words of automatic replies, which an organisation's own replace kind by kind (own-words.ts). A reply states only the
// facts and slots it is handed; nothing is computed here. It must not decide whether to reply.
import type { Fact, Intent, OfferedSlot } from "./decision.ts";
import { KNOWLEDGE_TOPIC } from "./knowledge-entry.ts";
import type { Language } from "./language.ts";
import { ownWords } from "./own-words.ts";
import type { ReplyTemplate, TemplateKind } from "./template-kinds.ts";

export type ReplyFrame = {
  readonly language: Language;
  readonly leadName: string | null;
  readonly organisationName: string | null;
  /** The first reply of a conversation says that it is automated. */
  readonly firstReply: boolean;
  /** The organisation's own words. Absent: ours. */
  readonly templates?: readonly ReplyTemplate[] | undefined;
};

export type Answer = {
  readonly topic: string;
  readonly intent: Intent;
  readonly label: readonly [english: string, spanish: string];
  readonly facts: readonly Fact[];
};

/** At most this many times are listed in one reply. */
export const SLOTS_OFFERED_MAX = 4;
const FACT_CHARS_MAX = 300;
const NAME_CHARS_MAX = 40;

const AUTOMATED = [
  "(Automated reply; ask for a person any time.)",
  "(Respuesta automática; puede pedir hablar con una persona cuando quiera.)",
] as const;

/** Sentences without facts, by purpose. */
export const LINES = {
  bot: [
    "Yes, this is an automated assistant of the agency. You can ask for a person any time and one of our team will answer.",
    "Sí, soy un asistente automático de la agencia. Puede pedir hablar con una persona cuando quiera y alguien del equipo le responderá.",
  ],
  chooseSlot: ["Which one suits you?", "¿Cuál le conviene?"],
  offer: ["These times are open for a showing:", "Estos horarios están disponibles para una visita:"],
  otherTimes: ["These other times are open:", "Estos otros horarios están disponibles:"],
  whichOffered: [
    "Just to be sure, which of these times do you mean?",
    "Para estar seguros, ¿cuál de estos horarios prefiere?",
  ],
  noMatch: [
    "That does not match one of the open times. These are the ones we can offer:",
    "Eso no coincide con los horarios disponibles. Estos son los que podemos ofrecer:",
  ],
  booked: ["Thank you, your showing is booked for this time:", "Gracias, su visita está confirmada para este horario:"],
  confirmed: ["Thank you for confirming. See you at the showing.", "Gracias por confirmar. Nos vemos en la visita."],
  cancelled: [
    "Thank you for letting us know. The showing is cancelled. If you would like another time, just write.",
    "Gracias por avisar. La visita está cancelada. Si desea otro horario, escríbanos.",
  ],
  closing: [
    "Thank you for letting us know, and good luck with your move.",
    "Gracias por avisar, y mucha suerte con su mudanza.",
  ],
  later: [
    "Thank you for letting us know. Take your time, and write whenever you are ready.",
    "Gracias por avisar. Tómese su tiempo y escríbanos cuando guste.",
  ],
  howHelp: [
    "Thank you for writing. What would you like to know about the home?",
    "Gracias por escribir. ¿Qué le gustaría saber sobre la vivienda?",
  ],
  taken: [
    "That time was taken a moment ago, sorry. These are still open:",
    "Ese horario se acaba de ocupar, lo sentimos. Estos siguen disponibles:",
  ],
  askDayBefore: [
    "A reminder of the showing below. Please confirm that you are coming; a short yes is enough.",
    "Le recordamos la visita de abajo. Por favor confirme que viene; basta con un sí.",
  ],
  askSameDay: [
    "The showing below is today. Are you still coming? A short yes is enough.",
    "La visita de abajo es hoy. ¿Sigue en pie? Basta con un sí.",
  ],
  remindSameDay: [
    "See you at the showing today. If anything changed, just write.",
    "Nos vemos hoy en la visita. Si algo cambió, escríbanos.",
  ],
  rescheduled: [
    "No problem, we can find another time. These times are open:",
    "No hay problema, busquemos otro horario. Estos están disponibles:",
  ],
} as const;

/** One line in the language of the lead. */
export function line(key: keyof typeof LINES, language: Language): string {
  return LINES[key][language === "es" ? 1 : 0];
}

/** Puts greeting, body and signature around the paragraphs; empty paragraphs are left out. */
export function frameReply(paragraphs: readonly string[], frame: ReplyFrame): string {
  const spanish = frame.language === "es";
  const name = cleanName(frame.leadName);
  const hello = spanish ? "Hola" : "Hi";
  const own = (kind: TemplateKind) =>
    ownWords(frame.templates, kind, frame.language, { lead_name: name, organisation: frame.organisationName });
  const greeting = own("greeting") ?? (name === null ? `${hello},` : `${hello} ${name},`);
  const body = paragraphs.filter((part) => part !== "").join("\n");
  const signed = own("signature") ?? frame.organisationName?.trim() ?? "";
  const signature = [signed, frame.firstReply ? AUTOMATED[spanish ? 1 : 0] : ""];
  const parts = [greeting, body, signature.filter((part) => part !== "").join("\n")];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** The facts of the answers, one line each; a fact is said once. */
export function factLines(answers: readonly Answer[], language: Language): string {
  const said = new Set<string>();
  const lines: string[] = [];
  for (const answer of answers) {
    for (const fact of answer.facts) {
      if (said.has(factKey(fact))) continue;
      said.add(factKey(fact));
      lines.push(factLine(answer, fact, language));
    }
  }
  return lines.join("\n");
}

/** What makes two facts one: the name in the unit's record, or the record itself of an answer that was written down. */
export function factKey(fact: Fact): string {
  return fact.name === KNOWLEDGE_TOPIC ? fact.record : fact.name;
}

/** A numbered list of open times, as their labels say. */
export function slotLines(slots: readonly OfferedSlot[]): string {
  return slots
    .slice(0, SLOTS_OFFERED_MAX)
    .map((slot, index) => `${index + 1}. ${slot.label}`)
    .join("\n");
}

/** A value of a status that says that the home can be had. */
export const FREE = /^(?:available|yes|true|still available|vacant|open|disponible|sí|si)$/iu;
/** A value that can end a sentence as it stands: a number or an amount, not a remark of its own. */
const AMOUNT = /^[$€£]?\s?\d/u;

function factLine(answer: Answer, fact: Fact, language: Language): string {
  if (answer.topic === KNOWLEDGE_TOPIC) return String(fact.value);
  const spanish = language === "es";
  const value = String(fact.value).slice(0, FACT_CHARS_MAX).trim().replace(/[.]+$/u, "");
  const name = fact.name.toLowerCase();
  if (name.includes("status") || name === "available" || name === "availability") {
    if (FREE.test(value)) return spanish ? "Sí, todavía está disponible." : "Yes, it is still available.";
    return `${spanish ? "Estado" : "Status"}: ${value}.`;
  }
  if (name.startsWith("availablefrom")) {
    return `${spanish ? "Está disponible desde" : "It is available from"} ${value}.`;
  }
  if (name.startsWith("rent"))
    return amountLine(spanish ? ["La renta es", "Renta"] : ["The rent is", "Rent"], value, perMonth());
  if (name.includes("deposit") && (answer.topic === "move_in_cost" || answer.topic === "deposit")) {
    return amountLine(spanish ? ["El depósito es", "Depósito"] : ["The deposit is", "Deposit"], value, "");
  }
  return `${answer.label[spanish ? 1 : 0]}: ${value}.`;

  function perMonth(): string {
    if (typeof fact.value !== "number" || !name.includes("month")) return "";
    return spanish ? " al mes" : " per month";
  }
}

/** "The rent is $1,450 per month.", or "Rent: by agreement." for a value that is no amount. */
function amountLine([sentence, label]: readonly [string, string], value: string, unit: string): string {
  return AMOUNT.test(value) ? `${sentence} ${value}${unit}.` : `${label}: ${value}${unit}.`;
}

/** A first name fit for a greeting, or null: letters only, short, one word. */
function cleanName(leadName: string | null): string | null {
  const first = leadName?.trim().split(/\s+/u)[0] ?? "";
  return first.length <= NAME_CHARS_MAX && /^\p{L}[\p{L}'’.-]*$/u.test(first) ? first : null;
}
