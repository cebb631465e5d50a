// An admin's changes of the organisation's own answers: checked, stored, audited without their words.
import { KNOWLEDGE_ENTRIES_MAX, type KnowledgeChange, type KnowledgeView } from "#contracts/api/knowledge";
import { checkKnowledge } from "#domain/triage/knowledge-check";
import type { Deps } from "#workers/deps";
import {
  addKnowledge,
  changeKnowledge,
  countKnowledge,
  type EntryWords,
  knowledgeOf,
  removeKnowledge,
} from "#workers/store/knowledge";
import { hasUnit } from "#workers/store/units";
import type { Viewer } from "./api-env.ts";
import { auditChange } from "./audit-change.ts";
import { notFound, Problem } from "./problem.ts";

/** Adds an entry. Throws TEXT_BLOCKED with everything that is wrong, NOT_NOW when there are too many. */
export async function createKnowledge(deps: Deps, viewer: Viewer, change: KnowledgeChange): Promise<KnowledgeView> {
  const words = await wordsOf(deps, viewer, change);
  if ((await countKnowledge(deps.db, viewer.organisationId)) >= KNOWLEDGE_ENTRIES_MAX) {
    throw new Problem("NOT_NOW", `There are ${KNOWLEDGE_ENTRIES_MAX} entries. Remove one that nobody needs first.`);
  }
  const id = `kn_${crypto.randomUUID()}`;
  await addKnowledge(deps.db, viewer.organisationId, { id, ...words, updatedAtMs: deps.now() });
  await auditChange(deps, viewer, "knowledge.created", [{ knowledgeId: id, unitId: words.unitId }]);
  return await ownKnowledge(deps, viewer, id);
}

/** Replaces an entry. */
export async function applyKnowledgeChange(
  deps: Deps,
  viewer: Viewer,
  id: string,
  change: KnowledgeChange,
): Promise<KnowledgeView> {
  await ownKnowledge(deps, viewer, id);
  const words = await wordsOf(deps, viewer, change);
  await changeKnowledge(deps.db, viewer.organisationId, id, { ...words, updatedAtMs: deps.now() });
  await auditChange(deps, viewer, "knowledge.changed", [{ knowledgeId: id, unitId: words.unitId }]);
  return await ownKnowledge(deps, viewer, id);
}

/** Takes an entry away, and answers with it. */
export async function dropKnowledge(deps: Deps, viewer: Viewer, id: string): Promise<KnowledgeView> {
  const entry = await ownKnowledge(deps, viewer, id);
  await removeKnowledge(deps.db, viewer.organisationId, id);
  await auditChange(deps, viewer, "knowledge.removed", [{ knowledgeId: id, unitId: entry.unit?.id ?? null }]);
  return entry;
}

async function ownKnowledge(deps: Deps, viewer: Viewer, id: string): Promise<KnowledgeView> {
  const entry = await knowledgeOf(deps.db, viewer.organisationId, id, deps.now());
  if (entry === null) throw notFound();
  return entry;
}

async function wordsOf(deps: Deps, viewer: Viewer, change: KnowledgeChange): Promise<EntryWords> {
  const { unitId, validUntil } = change;
  if (unitId !== null && !(await hasUnit(deps.db, viewer.organisationId, unitId))) throw notFound();
  const checked = checkKnowledge(change);
  if (!checked.ok) {
    const details = checked.error.map(({ field, sentence }) => ({ path: field, message: sentence }));
    throw new Problem("TEXT_BLOCKED", "The entry cannot be used as it is. See what is wrong with it.", details);
  }
  return { ...checked.value, unitId, validUntilMs: validUntil === null ? null : Date.parse(validUntil) };
}
