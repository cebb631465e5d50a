// Which adapter and which pack belong to a platform. One line per platform; nothing else.
import type { Platform } from "#domain/platform";
import type { PlatformAdapter } from "../adapter.ts";
import type { Pack } from "../pack.ts";
import { spareroomAdapter } from "./spareroom/index.ts";
import { spareroomPack } from "./spareroom/pack.ts";

const ADAPTERS: Partial<Record<Platform, PlatformAdapter>> = { spareroom: spareroomAdapter };
const PACKS: Partial<Record<Platform, Pack>> = { spareroom: spareroomPack };

/** The adapter of a platform, or null while none is written. */
export function adapterFor(platform: Platform): PlatformAdapter | null {
  return ADAPTERS[platform] ?? null;
}

/** The pack of a platform as written, before confirmations (confirmation.ts), or null while none is written. */
export function packFor(platform: Platform): Pack | null {
  return PACKS[platform] ?? null;
}
