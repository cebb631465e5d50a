// The key of a language model, as the secret MODEL_CREDENTIALS holds it. It never leaves the Worker but towards its service.
import { z } from "zod";

export const modelCredentialsSchema = z.object({
  apiKey: z.string().min(1),
  /** The only origin of an OpenAI-compatible endpoint that this key is sent to, e.g. "https://api.example". */
  origin: z
    .url({ protocol: /^https?$/ })
    .transform((value) => new URL(value).origin)
    .optional(),
});
export type ModelCredentials = z.infer<typeof modelCredentialsSchema>;
