// Thread ids and the addresses that hold them, for platforms whose pack entry thread.path says where the {threadId} stands.
// Pure. Reads and writes addresses; opens nothing.

/** What can be a thread id at all. Anything else never becomes part of an address. */
export const THREAD_ID = /^[A-Za-z0-9][A-Za-z0-9._~:-]{0,99}$/;

const PLACEHOLDER = "{threadId}";
const ANY_ID = "([^/?#&]+)";

/**
 * Source of a regular expression that an absolute address matches when it is the page of this thread. `template` is a path with
 * {threadId} in it or in one of its query parameters; other parameters of the address do not matter.
 */
export function threadUrlPattern(template: string, threadId: string): string {
  return patternOf(template, escapeForPattern(encodeURIComponent(threadId)));
}

/**
 * The thread id an address holds, or null when it is no thread's. `base` is the address of the page the link stands on; links to
 * other sites name no thread. An id without a digit is taken for a word of the platform ("/messages/archive").
 */
export function threadIdIn(template: string, href: string, base: string): string | null {
  if (!URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  if (url.origin !== new URL(base).origin) return null;
  const found = new RegExp(patternOf(template, ANY_ID)).exec(url.href)?.[1];
  const id = found === undefined ? "" : decoded(found);
  return THREAD_ID.test(id) && /\d/.test(id) ? id : null;
}

function patternOf(template: string, id: string): string {
  const [path = "", query = ""] = template.split("?");
  const place = (text: string) => text.split(PLACEHOLDER).map(escapeForPattern).join(id);
  if (path.includes(PLACEHOLDER)) return `^https?://[^/]+${place(path.replace(/\/$/, ""))}/?(?:[?#]|$)`;
  const parameter = query.split("&").find((part) => part.includes(PLACEHOLDER)) ?? PLACEHOLDER;
  return `^https?://[^/]+${escapeForPattern(path)}\\?(?:[^#]*&)?${place(parameter)}(?:[&#]|$)`;
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
