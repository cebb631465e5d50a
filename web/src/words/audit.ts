// An audit entry in words. Actions are codes; unknown ones are shown as words rather than hidden.

/** "draft_approved" → "Draft approved"; "send.queued" → "Send queued". */
export function actionWords(action: string): string {
  const words = action.replace(/[._-]+/g, " ").trim();
  return words === "" ? "Something happened" : `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** "agent:u_1" → "You" or "Agent". */
export function actorWords(actor: string, ownUserId: string): string {
  if (actor === `agent:${ownUserId}`) return "You";
  if (actor.startsWith("agent:")) return "Agent";
  return actionWords(actor);
}

/** The codes and numbers of an entry on one line; ids stay out, nobody reads them. Null when nothing is left. */
export function detailWords(detail: Readonly<Record<string, string | number | boolean | null>>): string | null {
  const parts = Object.entries(detail)
    .filter(([name, value]) => value !== null && value !== "" && !/(^|[a-z_])ids?$/i.test(name))
    .map(([name, value]) => `${factName(name)}: ${String(value).replaceAll("_", " ")}`);
  return parts.length === 0 ? null : parts.join(" · ");
}

function factName(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();
}
