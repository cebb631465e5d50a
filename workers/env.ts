// Reads and checks the settings and secrets of the environment, once per isolate. Bindings are handed out by deps.ts.
// A wrong setting stops the worker with the name of the setting; its value is never shown.
import { z } from "zod";
import { type PlatformCredentials, platformCredentialsSchema } from "#contracts/browser";
import { PLATFORMS, type Platform } from "#domain/platform";
import { type ModelCredentials, modelCredentialsSchema } from "./model/credentials.ts";

/** Raw key bytes that seal a platform session at rest (AES-256). */
export const STORAGE_STATE_KEY_BYTES = 32;
/** Shortest secret that signs sessions. */
export const AUTH_SECRET_CHARS_MIN = 32;

export type Settings = {
  readonly authSecret: string;
  readonly storageStateKey: Uint8Array;
  /** Login data of platform accounts by the reference that D1 holds. */
  readonly platformCredentials: Readonly<Record<string, PlatformCredentials>>;
  /** Keys of language models by the reference that D1 holds. */
  readonly modelCredentials: Readonly<Record<string, ModelCredentials>>;
  /** Origins that replace the platforms' own, e.g. local twins. */
  readonly platformBaseUrls: Readonly<Partial<Record<Platform, string>>>;
  /** Origin of the web app without a trailing slash; null: the origin of each request. */
  readonly publicOrigin: string | null;
  /** Address that mails to agents come from; null: none are sent. */
  readonly mailFrom: string | null;
};

/** Bindings that a deployment may lack. */
export type OptionalBindings = { readonly MAIL?: SendEmail; readonly AI?: Ai };

const origin = z.url({ protocol: /^https?$/ }).transform((value) => new URL(value).origin);

const settingsSchema = z.object({
  BETTER_AUTH_SECRET: z.string().min(AUTH_SECRET_CHARS_MIN),
  STORAGE_STATE_KEY: z.base64().transform((value, ctx) => {
    const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0));
    if (bytes.length !== STORAGE_STATE_KEY_BYTES) ctx.addIssue(`must hold ${STORAGE_STATE_KEY_BYTES} bytes`);
    return bytes;
  }),
  PLATFORM_CREDENTIALS: jsonOf(z.record(z.string().min(1), platformCredentialsSchema)),
  MODEL_CREDENTIALS: jsonOf(z.record(z.string().min(1), modelCredentialsSchema)).default({}),
  PLATFORM_BASE_URLS: jsonOf(z.partialRecord(z.enum(PLATFORMS), origin)).default({}),
  PUBLIC_ORIGIN: z.union([z.literal("").transform(() => null), origin]).default(null),
  MAIL_FROM: z.union([z.literal("").transform(() => null), z.email()]).default(null),
});

const settingsByEnv = new WeakMap<object, Settings>();

/** The settings of an environment, parsed at the first call. Throws with the names of the settings that are wrong. */
export function readSettings(env: object): Settings {
  const known = settingsByEnv.get(env);
  if (known !== undefined) return known;
  const parsed = settingsSchema.safeParse(env);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new Error(`settings missing or wrong: ${names.join(", ")} (see docs/deploy.md)`);
  }
  const settings: Settings = {
    authSecret: parsed.data.BETTER_AUTH_SECRET,
    storageStateKey: parsed.data.STORAGE_STATE_KEY,
    platformCredentials: parsed.data.PLATFORM_CREDENTIALS,
    modelCredentials: parsed.data.MODEL_CREDENTIALS,
    platformBaseUrls: withoutUndefined(parsed.data.PLATFORM_BASE_URLS),
    publicOrigin: parsed.data.PUBLIC_ORIGIN,
    mailFrom: parsed.data.MAIL_FROM,
  };
  settingsByEnv.set(env, settings);
  return settings;
}

function jsonOf<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, ctx): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        ctx.addIssue("is not JSON");
        return z.NEVER;
      }
    })
    .pipe(schema);
}

function withoutUndefined(urls: Partial<Record<Platform, string | undefined>>): Partial<Record<Platform, string>> {
  return Object.fromEntries(
    Object.entries(urls).filter((entry): entry is [Platform, string] => entry[1] !== undefined),
  );
}
