// The words that remind of a showing and ask whether it stands. States the time it is handed and nothing else.
// It must not decide when to ask: objects/domain/conversation/showing.ts does.
import type { Turn } from "./decision.ts";
import { languageOf } from "./language.ts";
import { normalise } from "./normalise.ts";
import { ownWords } from "./own-words.ts";
import { slotLabel } from "./slot-label.ts";
import type { ReplyTemplate } from "./template-kinds.ts";
import { frameReply, line } from "./templates.ts";

export type Reminder = {
  readonly stage: "day_before" | "same_day";
  readonly startMs: number;
  /** IANA zone of the unit. */
  readonly zone: string;
  /** True when the lead said already that it stands: then nothing is asked. */
  readonly isConfirmedByLead: boolean;
  readonly leadName: string | null;
  readonly organisationName: string | null;
  /** Oldest first: tells the language, and whether we said before that replies are automated. */
  readonly history: readonly Turn[];
  /** The organisation's own words. Absent: ours. */
  readonly templates?: readonly ReplyTemplate[];
};

/** The whole text. A lead who confirmed already is reminded and not asked. */
export function reminderText(reminder: Reminder): string {
  const { stage, history, leadName, organisationName, templates } = reminder;
  const language = languageOf(normalise(history.findLast((turn) => turn.from === "lead")?.text ?? ""));
  const key = stage === "day_before" ? "askDayBefore" : reminder.isConfirmedByLead ? "remindSameDay" : "askSameDay";
  const time = slotLabel(reminder.startMs, reminder.zone, language);
  const own = ownWords(templates, key, language, { time });
  const paragraphs = own === null ? [line(key, language), time] : [own];
  const firstReply = !history.some((turn) => turn.from === "us");
  return frameReply(paragraphs, { language, leadName, organisationName, firstReply, templates });
}
