// Where the five platforms live, and how a local run or a test points one of them elsewhere (PLATFORM_BASE_URLS).

import { z } from "zod";
import { err, ok, type Refusal, type Result } from "#domain/kernel/result";
import { PLATFORMS, type Platform } from "#domain/platform";

/** The platforms' own origins, US sites. */
export const LIVE_ORIGINS: Readonly<Record<Platform, string>> = {
  spareroom: "https://www.spareroom.com",
  roomies: "https://www.roomies.com",
  leasebreak: "https://www.leasebreak.com",
  renthop: "https://www.renthop.com",
  furnishedfinder: "https://www.furnishedfinder.com",
};

const baseUrlsSchema = z.partialRecord(
  z.enum(PLATFORMS),
  z.url({ protocol: /^https?$/ }).refine((value) => !URL.canParse(value) || new URL(value).pathname === "/"),
);

/**
 * The origin to use for a platform, without a trailing slash.
 * `baseUrlsJson` is JSON, platform → origin; empty or "{}" means the live sites. Anything unreadable is refused: a typing error
 * must never fall through to a live site.
 */
export function originFor(platform: Platform, baseUrlsJson: string): Result<string, Refusal<"BASE_URLS_INVALID">> {
  const parsed = baseUrlsSchema.safeParse(parseJson(baseUrlsJson.trim() === "" ? "{}" : baseUrlsJson));
  if (!parsed.success) {
    return err({
      code: "BASE_URLS_INVALID",
      message: "PLATFORM_BASE_URLS is not a JSON object of platform names and http(s) origins.",
      next: 'Set it to {} for the live sites, or for example to {"spareroom":"http://127.0.0.1:4101"}.',
    });
  }
  const override = parsed.data[platform];
  return ok(override === undefined ? LIVE_ORIGINS[platform] : new URL(override).origin);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
