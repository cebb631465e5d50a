// The addresses of the FurnishedFinder twin. Those below /auth and /chat are what its page scripts talk to.

export const PATHS = {
  dashboard: "/members/pm-dashboard",
  messages: "/members/tenant-message",
  leads: "/members/tenant-lead",
  logout: "/auth/logout",
  username: "/auth/username",
  password: "/auth/password",
  code: "/auth/code",
  channels: "/chat/channels",
} as const;

/** The storage key without which no page of a member is drawn, whatever the cookies say. */
export const STORAGE_KEY = "authdetailnew";

export function channelPath(channelId: string): string {
  return `${PATHS.messages}?filter=all&channel=${encodeURIComponent(channelId)}`;
}

export function propertyPath(listingId: string): string {
  return `/property/${listingId}`;
}
