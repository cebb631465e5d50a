// How sure a replaced pack entry may claim to be. A mark is a statement about evidence, so what differs from the built-in entry brings
// evidence of its own; the built-in's source says nothing about another value. Pure.
import { PACK_MARKS, type PackEntry } from "./pack.ts";

/** Time zones: a person's today may be our tomorrow. */
const DAY_MS = 86_400_000;

/**
 * What is missing, as the rest of a sentence that begins with the entry's key; null when the claim may stand.
 * - The same value with the same or a weaker mark needs nothing.
 * - A GUESSED value needs nothing: it stays unused until somebody confirmed it.
 * - Another value with a SEEN mark, or the same value with a stronger mark, needs a source of its own, read no earlier than the
 *   built-in's and not in the future.
 */
export function evidenceProblem(entry: PackEntry, builtIn: PackEntry, nowMs: number): string | null {
  const isChanged = entry.value !== builtIn.value;
  const isRaised = PACK_MARKS.indexOf(entry.mark) < PACK_MARKS.indexOf(builtIn.mark);
  if (entry.mark === "GUESSED" || !(isChanged || isRaised)) return null;
  const claim = isChanged
    ? `claims ${entry.mark} for another value`
    : `claims ${entry.mark} where the built-in pack says less`;
  if (entry.source.trim() === builtIn.source.trim() || /^(no source|guess)/i.test(entry.source.trim())) {
    return `${claim} and names no source of its own`;
  }
  if (entry.checked_on < builtIn.checked_on) return `${claim}, with a source older than the built-in's`;
  const latest = new Date(nowMs + DAY_MS).toISOString().slice(0, 10);
  return entry.checked_on > latest ? `${claim}, with a source from the future` : null;
}
