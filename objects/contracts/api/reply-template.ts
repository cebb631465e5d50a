// The organisation's own wordings of replies, by kind and language, beside ours.
import * as z from "zod/mini";
import { TEMPLATE_CHARS_MAX, TEMPLATE_KINDS, TEMPLATE_VARIABLES } from "#domain/triage/template-kinds";

export { TEMPLATE_CHARS_MAX };
export const LANGUAGES = ["en", "es"] as const;

const kind = z.enum(TEMPLATE_KINDS);
const language = z.enum(LANGUAGES);
const variables = z.array(z.enum(TEMPLATE_VARIABLES));
/** Longer than what is kept, so that a text that is a little too long is told so with everything else. */
const text = z.string().check(z.maxLength(TEMPLATE_CHARS_MAX * 4));

export const replyTemplateSchema = z.object({ kind, language, text: z.string(), updatedAt: z.string() });
export type ReplyTemplateView = z.infer<typeof replyTemplateSchema>;

/** GET /api/reply-templates. */
export const replyTemplateListSchema = z.object({
  templates: z.array(replyTemplateSchema),
  /** Every kind there is, with our words for it and what a text may and must hold. */
  kinds: z.array(
    z.object({
      kind,
      required: variables,
      optional: variables,
      ours: z.object({ en: z.string(), es: z.string() }),
    }),
  ),
});
export type ReplyTemplateList = z.infer<typeof replyTemplateListSchema>;

/** The address of PUT and DELETE /api/reply-templates/:kind/:language (admin). */
export const replyTemplateParamSchema = z.object({ kind, language });
/** PUT /api/reply-templates/:kind/:language (admin). */
export const replyTemplateChangeSchema = z.object({ text });
export const replyTemplateAnswerSchema = z.object({ template: replyTemplateSchema });

/** POST /api/reply-templates/preview: nothing is kept. */
export const templatePreviewRequestSchema = z.object({
  kind,
  language,
  text,
  /** The unit whose facts are stated; null: none are. */
  unitId: z.nullable(z.string().check(z.minLength(1), z.maxLength(64))),
});
export type TemplatePreviewRequest = z.infer<typeof templatePreviewRequestSchema>;
export const templatePreviewSchema = z.object({
  /** What is wrong with the text; none: it may be kept. */
  problems: z.array(z.object({ code: z.string(), sentence: z.string() })),
  /** A whole reply with it, with example times; null while something is wrong, or without a fact to state. */
  reply: z.nullable(z.string()),
});
export type TemplatePreview = z.infer<typeof templatePreviewSchema>;
