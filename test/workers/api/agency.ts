// Agencies for tests: an organisation, people who can sign in, an account, a unit and conversations, all with fresh ids.
import { env } from "cloudflare:workers";
import { hashPassword } from "better-auth/crypto";
import type { ConversationCore } from "#contracts/actors";
import type { Role } from "#contracts/api/organisation";
import {
  account,
  assignments,
  listings,
  member,
  organization,
  platformAccounts,
  unitFacts,
  units,
  user,
} from "#migrations/schema";
import { upsertConversation } from "#workers/store/conversations";
import { openDatabase } from "#workers/store/database";
import type { FakeConversation } from "./fake-conversation.ts";

export const PASSWORD = "a long enough password";
const hashed = hashPassword(PASSWORD);
const now = new Date("2026-11-20T12:00:00Z");
let made = 0;

export type Person = { readonly id: string; readonly name: string; readonly email: string };
export type Agency = {
  readonly id: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly platformListingId: string;
};

export const db = openDatabase(env.DB);

/** An id nobody had before in this file. */
export function freshId(prefix: string): string {
  made += 1;
  return `${prefix}_${made}`;
}

/** An organisation with one account, one unit with facts, and one listing of it. */
export async function makeAgency(): Promise<Agency> {
  const id = freshId("org");
  const accountId = freshId("acc");
  const unitId = freshId("un");
  const platformListingId = freshId("advert");
  await db.insert(organization).values({ id, name: `Agency ${id}`, slug: id, createdAt: now });
  await db.insert(platformAccounts).values({
    id: accountId,
    organisationId: id,
    platform: "spareroom",
    label: "SpareRoom main",
    credentialsRef: "demo",
  });
  await db.insert(units).values({ id: unitId, organisationId: id, label: "12 Harbour Lane", zone: "America/New_York" });
  await db
    .insert(unitFacts)
    .values({ organisationId: id, unitId, name: "rentMonthly", value: 1450, updatedAtMs: now.getTime() });
  await db
    .insert(listings)
    .values({ id: freshId("ls"), organisationId: id, accountId, platformListingId, title: "Sunny room", unitId });
  return { id, accountId, unitId, platformListingId };
}

/** A member who can sign in with PASSWORD. */
export async function makePerson(agency: Agency, role: Role, name?: string): Promise<Person> {
  const id = freshId("us");
  const person = { id, name: name ?? `Person ${id}`, email: `${id}@agency.example` };
  await db.insert(user).values({ ...person, createdAt: now, updatedAt: now });
  await db.insert(account).values({
    id: freshId("au"),
    accountId: id,
    providerId: "credential",
    userId: id,
    password: await hashed,
    createdAt: now,
    updatedAt: now,
  });
  await db.insert(member).values({ id: freshId("me"), organizationId: agency.id, userId: id, role, createdAt: now });
  return person;
}

/** Makes a person the agent of the agency's unit. */
export async function assign(agency: Agency, person: Person, priority = 100): Promise<void> {
  await db
    .insert(assignments)
    .values({ organisationId: agency.id, unitId: agency.unitId, userId: person.id, priority, isActive: true });
}

/** A conversation's core with fresh ids. */
export function makeCore(agency: Agency, change: Partial<ConversationCore> = {}): ConversationCore {
  return {
    conversationId: freshId("cv"),
    organisationId: agency.id,
    accountId: agency.accountId,
    platform: "spareroom",
    threadId: freshId("th"),
    version: 1,
    leadName: "Ana Lead",
    platformListingId: agency.platformListingId,
    listingTitle: "Sunny room",
    unitId: agency.unitId,
    agentId: null,
    workflowState: "lead",
    outcome: null,
    ownerMode: "ai",
    handOff: null,
    draftId: null,
    sending: "none",
    hasDuplicate: false,
    isSuppressed: false,
    lastMessage: { from: "lead", preview: "Is it still available?", atMs: now.getTime() },
    ...change,
  };
}

/** A conversation in its actor and on the board. */
export async function makeConversation(agency: Agency, change: Partial<ConversationCore> = {}) {
  const core = makeCore(agency, change);
  await conversationStub(core.conversationId).begin(core);
  await upsertConversation(db, core);
  return core;
}

/** The fake behind a conversation. */
export function conversationStub(id: string): DurableObjectStub<FakeConversation> {
  const namespace = env.CONVERSATIONS as unknown as DurableObjectNamespace<FakeConversation>;
  return namespace.get(namespace.idFromName(id));
}
