// Every address of the web app, built in one place. No other file spells a path.

export const LOGIN_PATH = "/login";
/** Leads to the home of whoever is signed in. */
export const HOME_PATH = "/";
export const TODAY_PATH = "/today";
export const CONVERSATIONS_PATH = "/conversations";
export const SHOWINGS_PATH = "/showings";
export const ACCOUNTS_PATH = "/accounts";
export const HEALTH_PATH = "/health";
export const EVIDENCE_PATH = "/evidence";
export const UNITS_PATH = "/units";
export const MODEL_PATH = "/model";
export const AVAILABILITY_PATH = "/availability";
export const ORGANISATION_PATH = "/settings";
export const KNOWLEDGE_PATH = "/knowledge";

/** Address of one conversation; `search` keeps the list's filters ("?view=drafts" or ""). */
export function conversationPath(id: string, search: string): string {
  return `${CONVERSATIONS_PATH}/${encodeURIComponent(id)}${search}`;
}

/** Address of one day of showings, "2026-03-08". */
export function dayPath(date: string): string {
  return `${SHOWINGS_PATH}?view=day&date=${date}`;
}

/** In the place of a unit's id: the listings that stand for none. */
export const LOOSE_LISTINGS = "listings";

/** Address of one unit; `search` keeps the list's filters. */
export function unitPath(id: string, search: string): string {
  return `${UNITS_PATH}/${encodeURIComponent(id)}${search}`;
}

/** Address of the answers that hold for one unit. */
export function knowledgePath(unitId: string): string {
  return `${KNOWLEDGE_PATH}?of=${encodeURIComponent(unitId)}`;
}

/** Address of somebody's availability. */
export function availabilityPath(userId: string): string {
  return `${AVAILABILITY_PATH}?of=${encodeURIComponent(userId)}`;
}

/** Address of the login page that leads back to `from` afterwards. */
export function loginPath(from: string): string {
  return from === HOME_PATH || from.startsWith(LOGIN_PATH)
    ? LOGIN_PATH
    : `${LOGIN_PATH}?next=${encodeURIComponent(from)}`;
}

/** Where to go after login: only an address of this app, never another site ("//evil", "/\evil"). */
export function afterLogin(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next) || next.startsWith(LOGIN_PATH)) return HOME_PATH;
  return next;
}
