// The addresses of the Roomies twin.

export const PATHS = {
  login: "/login",
  logout: "/logout",
  inbox: "/inbox",
  unread: "/inbox/unread",
  dashboard: "/dashboard",
  alpine: "/js/alpine.min.js",
} as const;

export function threadPath(threadId: string): string {
  return `${PATHS.inbox}/${threadId}`;
}

export function roomPath(listingId: string): string {
  return `/rooms/${listingId}`;
}
