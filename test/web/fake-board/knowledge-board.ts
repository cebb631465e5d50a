// The organisation's own words behind the fake API: in memory, checked and previewed by the product's own rules.
import type { KnowledgeChange, KnowledgeView } from "#contracts/api/knowledge";
import type { ReplyTemplateList, TemplatePreview, TemplatePreviewRequest } from "#contracts/api/reply-template";
import { checkKnowledge } from "#domain/triage/knowledge-check";
import { checkTemplate } from "#domain/triage/template-check";
import { type ReplyTemplate, TEMPLATE_KINDS, VARIABLES_OF } from "#domain/triage/template-kinds";
import { ourWords, previewReply } from "#domain/triage/template-preview";
import { Refused } from "./board.ts";
import { UNITS } from "./seed-units.ts";
import type { FakeUnits } from "./unit-board.ts";

const DAY_MS = 86_400_000;
type Stored = Omit<KnowledgeView, "unit" | "isExpired"> & { readonly unitId: string | null };

export class FakeKnowledge {
  readonly entries: Map<string, Stored>;
  templates: readonly (ReplyTemplate & { readonly updatedAt: string })[] = [];
  readonly #units: FakeUnits;

  constructor(units: FakeUnits) {
    this.#units = units;
    this.entries = new Map(seedEntries(Date.now()).map((one) => [one.id, one]));
  }

  /** Null: everybody's, for an admin. */
  all(agentId: string | null): KnowledgeView[] {
    const own = new Set(this.#units.all(agentId).map(({ id }) => id));
    const shown = [...this.entries.values()].filter(({ unitId }) => unitId === null || own.has(unitId));
    const views = shown.map((one) => this.#view(one));
    return views.sort((a, b) => (a.unit?.name ?? "").localeCompare(b.unit?.name ?? "") || a.id.localeCompare(b.id));
  }

  put(id: string, { question, answer, unitId, validUntil }: KnowledgeChange): KnowledgeView {
    const checked = checkKnowledge({ question, answer });
    if (!checked.ok) {
      const details = checked.error.map(({ field, sentence }) => ({ path: field, message: sentence }));
      throw new Refused("TEXT_BLOCKED", "The entry cannot be used as it is. See what is wrong with it.", details);
    }
    const stored = { id, ...checked.value, unitId, validUntil, updatedAt: new Date().toISOString() };
    this.entries.set(id, stored);
    return this.#view(stored);
  }

  remove(id: string): KnowledgeView {
    const held = this.entries.get(id);
    if (held === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    this.entries.delete(id);
    return this.#view(held);
  }

  list(): ReplyTemplateList {
    const kinds = TEMPLATE_KINDS.map((kind) => ({
      kind,
      required: [...VARIABLES_OF[kind].required],
      optional: [...VARIABLES_OF[kind].optional],
      ours: { en: ourWords(kind, "en"), es: ourWords(kind, "es") },
    }));
    return { templates: [...this.templates], kinds };
  }

  setTemplate({ kind, language, text }: ReplyTemplate) {
    const checked = checkTemplate(kind, text);
    if (!checked.ok) {
      const details = checked.error.map(({ sentence }) => ({ path: "text", message: sentence }));
      throw new Refused("TEXT_BLOCKED", "These words cannot be used as they are.", details);
    }
    const template = { kind, language, text: checked.value, updatedAt: new Date().toISOString() };
    this.templates = [...this.#others({ kind, language }), template];
    return template;
  }

  removeTemplate(key: Pick<ReplyTemplate, "kind" | "language">) {
    const held = this.templates.find((one) => one.kind === key.kind && one.language === key.language);
    if (held === undefined) throw new Refused("NOT_FOUND", "There is nothing here, or it is not yours to see.");
    this.templates = this.#others(key);
    return held;
  }

  preview({ kind, language, text, unitId }: TemplatePreviewRequest): TemplatePreview {
    const checked = checkTemplate(kind, text);
    if (!checked.ok) return { problems: [...checked.error], reply: null };
    const unit = unitId === null ? null : this.#units.get(unitId);
    const reply = previewReply({
      ...{ kind, language, nowMs: Date.now(), zone: unit?.zone ?? "UTC", records: {} },
      templates: [...this.#others({ kind, language }), { kind, language, text: checked.value }],
      unit: Object.fromEntries((unit?.facts ?? []).map(({ name, value }) => [name, value])),
      organisationName: "Harbour Lettings",
    });
    return { problems: [], reply };
  }

  #others({ kind, language }: Pick<ReplyTemplate, "kind" | "language">) {
    return this.templates.filter((one) => one.kind !== kind || one.language !== language);
  }

  #view({ unitId, ...stored }: Stored): KnowledgeView {
    return {
      ...stored,
      unit: unitId === null ? null : { id: unitId, name: this.#units.get(unitId).label },
      isExpired: stored.validUntil !== null && Date.parse(stored.validUntil) <= Date.now(),
    };
  }
}

function seedEntries(nowMs: number): Stored[] {
  const updatedAt = new Date(nowMs - 9 * DAY_MS).toISOString();
  const entry = (id: string, unitId: string | null, question: string, answer: string, days: number | null = null) => ({
    ...{ id, unitId, question, answer, updatedAt },
    validUntil: days === null ? null : new Date(nowMs + days * DAY_MS).toISOString(),
  });
  return [
    entry(
      "kn_1",
      null,
      "Where do I pick up packages?\nIs there a package room?",
      "Packages are kept at the front desk.",
    ),
    entry("kn_2", null, "Who do I call about a lost mailbox key?", "The office has spare keys; write to us here.", 40),
    entry("kn_3", null, "Is there a rooftop party in summer?", "Yes, in July.", -12),
    entry(
      "kn_4",
      UNITS.complete,
      "Is there a bike room?",
      "Yes, a locked one in the basement, with room for two bikes.",
    ),
    entry("kn_5", UNITS.nobody, "Is there a bike room?", "No, this home has none."),
  ];
}
