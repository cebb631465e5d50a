// Which adapter and which pack belong to a platform. One line per platform; nothing else.
import type { Platform } from "#domain/platform";
import type { PlatformAdapter } from "../adapter.ts";
import type { Pack } from "../pack.ts";
import { furnishedfinderAdapter } from "./furnishedfinder/index.ts";
import { furnishedfinderPack } from "./furnishedfinder/pack.ts";
import { leasebreakAdapter } from "./leasebreak/index.ts";
import { leasebreakPack } from "./leasebreak/pack.ts";
import { renthopAdapter } from "./renthop/index.ts";
import { renthopPack } from "./renthop/pack.ts";
import { roomiesAdapter } from "./roomies/index.ts";
import { roomiesPack } from "./roomies/pack.ts";
import { spareroomAdapter } from "./spareroom/index.ts";
import { spareroomPack } from "./spareroom/pack.ts";

const ADAPTERS: Readonly<Record<Platform, PlatformAdapter>> = {
  spareroom: spareroomAdapter,
  roomies: roomiesAdapter,
  leasebreak: leasebreakAdapter,
  renthop: renthopAdapter,
  furnishedfinder: furnishedfinderAdapter,
};
const PACKS: Readonly<Record<Platform, Pack>> = {
  spareroom: spareroomPack,
  roomies: roomiesPack,
  leasebreak: leasebreakPack,
  renthop: renthopPack,
  furnishedfinder: furnishedfinderPack,
};

/** The adapter of a platform. */
export function adapterFor(platform: Platform): PlatformAdapter {
  return ADAPTERS[platform];
}

/** The pack of a platform as written, before confirmations (confirmation.ts). */
export function packFor(platform: Platform): Pack {
  return PACKS[platform];
}
