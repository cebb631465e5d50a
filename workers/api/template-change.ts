// An admin's changes of the wordings of replies, and what a reply would look like: checked, stored, audited without the words.
import type {
  ReplyTemplateList,
  ReplyTemplateView,
  TemplatePreview,
  TemplatePreviewRequest,
} from "#contracts/api/reply-template";
import type { Language } from "#domain/triage/language";
import { checkTemplate } from "#domain/triage/template-check";
import { TEMPLATE_KINDS, type TemplateKind, VARIABLES_OF } from "#domain/triage/template-kinds";
import { ourWords, previewReply } from "#domain/triage/template-preview";
import type { Deps } from "#workers/deps";
import { policyOf } from "#workers/store/organisations";
import { putTemplate, removeTemplate, type StoredTemplate, templatesOf } from "#workers/store/reply-templates";
import { factsOf } from "#workers/store/units";
import type { Viewer } from "./api-env.ts";
import { auditChange } from "./audit-change.ts";
import { notFound, Problem } from "./problem.ts";
import { ownUnit } from "./unit-change.ts";

/** The zone of example times where no unit is chosen. */
const EXAMPLE_ZONE = "UTC";

/** The organisation's words, and ours for every kind. */
export async function templateList(deps: Deps, viewer: Viewer): Promise<ReplyTemplateList> {
  const stored = await templatesOf(deps.db, viewer.organisationId);
  const kinds = TEMPLATE_KINDS.map((kind) => ({
    kind,
    required: [...VARIABLES_OF[kind].required],
    optional: [...VARIABLES_OF[kind].optional],
    ours: { en: ourWords(kind, "en"), es: ourWords(kind, "es") },
  }));
  return { templates: stored.map(viewOf), kinds };
}

/** Keeps words. Throws TEXT_BLOCKED with everything that is wrong with them. */
export async function setTemplate(
  deps: Deps,
  viewer: Viewer,
  { kind, language }: { readonly kind: TemplateKind; readonly language: Language },
  text: string,
): Promise<ReplyTemplateView> {
  const checked = checkTemplate(kind, text);
  if (!checked.ok) {
    const details = checked.error.map(({ sentence }) => ({ path: "text", message: sentence }));
    throw new Problem("TEXT_BLOCKED", "These words cannot be used as they are. See what is wrong with them.", details);
  }
  const template = { kind, language, text: checked.value, updatedAtMs: deps.now() };
  await putTemplate(deps.db, viewer.organisationId, template);
  await auditChange(deps, viewer, "reply_template.set", [{ kind, language }]);
  return viewOf(template);
}

/** Goes back to our words, and answers with what was removed. */
export async function dropTemplate(
  deps: Deps,
  viewer: Viewer,
  { kind, language }: { readonly kind: TemplateKind; readonly language: Language },
): Promise<ReplyTemplateView> {
  const { organisationId } = viewer;
  const stored = (await templatesOf(deps.db, organisationId)).find(
    (one) => one.kind === kind && one.language === language,
  );
  if (stored === undefined || !(await removeTemplate(deps.db, organisationId, kind, language))) throw notFound();
  await auditChange(deps, viewer, "reply_template.removed", [{ kind, language }]);
  return viewOf(stored);
}

/** What is wrong with a text, and a whole reply with it. The unit must be the viewer's. */
export async function previewTemplate(
  deps: Deps,
  viewer: Viewer,
  { kind, language, text, unitId }: TemplatePreviewRequest,
): Promise<TemplatePreview> {
  const { organisationId } = viewer;
  if (unitId !== null) await ownUnit(deps, viewer, unitId);
  const checked = checkTemplate(kind, text);
  if (!checked.ok) return { problems: [...checked.error], reply: null };
  const [stored, policy, unit] = await Promise.all([
    templatesOf(deps.db, organisationId),
    policyOf(deps.db, organisationId),
    unitId === null ? null : factsOf(deps.db, organisationId, unitId, deps.now()),
  ]);
  const others = stored.filter((one) => one.kind !== kind || one.language !== language);
  const reply = previewReply({
    ...{ kind, language, nowMs: deps.now(), templates: [...others, { kind, language, text: checked.value }] },
    ...{ unit: unit?.facts ?? {}, records: unit?.records ?? {}, zone: unit?.zone ?? EXAMPLE_ZONE },
    organisationName: policy.name === "" ? null : policy.name,
  });
  return { problems: [], reply };
}

function viewOf({ kind, language, text, updatedAtMs }: StoredTemplate): ReplyTemplateView {
  return { kind, language, text, updatedAt: new Date(updatedAtMs).toISOString() };
}
