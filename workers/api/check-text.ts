// Judges what a person typed before it goes to a conversation (R17): by the rules for our own words, with the unit's facts and the
// showings on record as grounds. Who may send in spite of a rule is decided here, on the server.
import type { ActorRefusal } from "#contracts/actors";
import type { SentAllTheSame } from "#contracts/api/reply";
import type { TextCheck } from "#domain/conversation/let-through";
import type { Result } from "#domain/kernel/result";
import { agentTextFindings } from "#domain/triage/agent-text";
import type { OutboundFinding, OutboundGrounds } from "#domain/triage/outbound-check";
import { slotLabel } from "#domain/triage/slot-label";
import type { Deps } from "#workers/deps";
import { scopeOf } from "#workers/store/conversations";
import { listShowings } from "#workers/store/showings-list";
import { factsOf } from "#workers/store/units";
import type { Viewer } from "./api-env.ts";
import { orThrow, Problem } from "./problem.ts";

/** Showings of one conversation that a text may name; there are one or two. */
const SHOWINGS_READ_MAX = 20;

/** What the rules find in a text for a conversation that the viewer may see; blocks first. */
export async function findingsOf(
  deps: Deps,
  viewer: Viewer,
  conversationId: string,
  body: string,
): Promise<readonly OutboundFinding[]> {
  const grounds = await groundsFor(deps, viewer, conversationId);
  return agentTextFindings(body, grounds);
}

type Judged = { readonly findings: readonly OutboundFinding[]; readonly textCheck: TextCheck };

/** How a text goes to its conversation, which refuses what stays unconfirmed. Throws NOT_ALLOWED for an override by an agent. */
export async function judgeText(
  deps: Deps,
  viewer: Viewer,
  conversationId: string,
  body: string,
  { confirmedRules = [], override }: SentAllTheSame,
): Promise<Judged> {
  if (override !== undefined && viewer.role !== "admin") {
    throw new Problem("NOT_ALLOWED", "Only an admin may send what a rule blocks. Take it out, or ask an admin.");
  }
  const findings = await findingsOf(deps, viewer, conversationId, body);
  const blocks = findings.filter(({ severity }) => severity === "block").map(({ rule }) => rule);
  const warnings = findings.filter(({ severity }) => severity === "warn");
  const overridden = blocks.filter((rule) => override?.rules.includes(rule));
  const letThrough = {
    confirmed: warnings.map(({ rule }) => rule).filter((rule) => confirmedRules.includes(rule)),
    overridden,
    overrideReason: overridden.length === 0 ? null : (override?.reason ?? null),
  };
  const unconfirmed = warnings.filter(({ rule }) => !confirmedRules.includes(rule));
  return { findings, textCheck: { letThrough, unconfirmed } };
}

/** The value of the conversation's answer, or its refusal as a problem; one about the text names the rules. */
export function orThrowWithRules<T>(told: Result<T, ActorRefusal>, findings: readonly OutboundFinding[]): T {
  if (told.ok || (told.error.code !== "TEXT_BLOCKED" && told.error.code !== "TEXT_WARNED")) return orThrow(told);
  const details = findings.map(({ rule }) => ({ path: "body", message: rule }));
  throw new Problem(told.error.code, `${told.error.message} ${told.error.next}`, details);
}

async function groundsFor(deps: Deps, viewer: Viewer, conversationId: string): Promise<OutboundGrounds> {
  const { organisationId } = viewer;
  const scope = await scopeOf(deps.db, organisationId, conversationId);
  const [unit, page] = await Promise.all([
    scope === null || scope.unitId === null ? null : factsOf(deps.db, organisationId, scope.unitId, deps.now()),
    listShowings(deps.db, organisationId, { ...NO_FILTER, conversationId }),
  ]);
  const facts = Object.entries(unit?.facts ?? {}).map(([name, value]) => {
    return { name, value, record: unit?.records[name] ?? name };
  });
  const times = page.showings.map(({ start, unit: { zone } }) => slotLabel(Date.parse(start), zone));
  // "3 PM" is the same time as "3:00 PM".
  return { facts, allowedTexts: times.flatMap((time) => [time, time.replace(":00", "")]) };
}

const NO_FILTER = {
  agentId: null,
  unitId: null,
  status: null,
  fromDay: null,
  toDay: null,
  order: "latest",
  limit: SHOWINGS_READ_MAX,
  after: null,
} as const;
