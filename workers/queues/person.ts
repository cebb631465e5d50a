// Brings what one conversation tells of its person to D1 and to the person's other conversations (P9-P12). Runs inside the
// projection, which is signalled again until it came through: every step may be done any number of times, in any order.
import type { ConversationCore, PersonReport, Projection, Suppression } from "#contracts/actors";
import { type Contact, contactsIn, contactsOfLead } from "#domain/person/contact";
import type { Deps } from "../deps.ts";
import { mailsOfThread } from "../store/lead-mails.ts";
import { memberEmails } from "../store/organisations.ts";
import { addPersonKeys, contactKeys, othersOfPerson } from "../store/person-keys.ts";
import { forgetSuppressions, recordSuppression, suppressionOf, unsuppressedOfPerson } from "../store/suppressions.ts";

/** Called when the board row is up to date: a late word is recognised by it. */
export async function spreadPerson(deps: Deps, projection: Pick<Projection, "core" | "person">): Promise<void> {
  const { core, person } = projection;
  const { organisationId, conversationId } = core;
  const contacts = await contactsOf(deps, core, person);
  await addPersonKeys(deps.db, organisationId, [conversationId], await contactKeys(organisationId, contacts));
  await spreadLift(deps, core, person);
  if (person.suppression !== null) {
    await recordSuppression(deps.db, organisationId, conversationId, person.suppression);
  }
  const standing = await suppressionOf(deps.db, organisationId, conversationId);
  if (standing === null) return;
  const unaware = await unsuppressedOfPerson(deps.db, organisationId, conversationId);
  await Promise.all(unaware.map((id) => deps.conversation(id).suppressSamePerson(organisationId, standing)));
}

/** [P11] Tells a conversation, before anything of it is sent, when its person is not to be contacted. */
export async function obeySuppression(deps: Deps, organisationId: string, conversationId: string): Promise<void> {
  const standing: Suppression | null = await suppressionOf(deps.db, organisationId, conversationId);
  if (standing !== null) await deps.conversation(conversationId).suppressSamePerson(organisationId, standing);
}

/** [P12] The records go first: whoever is told afterwards finds none to be suppressed by again. */
async function spreadLift(deps: Deps, core: ConversationCore, person: PersonReport): Promise<void> {
  const { lift } = person;
  if (lift === null) return;
  const { organisationId, conversationId } = core;
  await forgetSuppressions(deps.db, organisationId, conversationId, lift.liftedAtMs);
  if (lift.liftedIn !== conversationId) return;
  const others = await othersOfPerson(deps.db, organisationId, conversationId);
  await Promise.all(others.map((id) => deps.conversation(id).liftSamePerson(organisationId, lift)));
}

/** [P3] What the lead wrote, and what mails tied to the thread told of them, without the agency's own people. */
async function contactsOf(deps: Deps, core: ConversationCore, person: PersonReport): Promise<readonly Contact[]> {
  const { organisationId, accountId, threadId } = core;
  const mails = await mailsOfThread(deps.db, organisationId, accountId, threadId);
  const told = mails.flatMap(({ email, phone, message }) =>
    [email, phone, message].flatMap((text) => (text === null ? [] : [{ isLead: true, text }])),
  );
  const contacts = [...person.contacts, ...contactsOfLead(told, [threadId])];
  if (!contacts.some((contact) => contact.kind === "email")) return contacts;
  const own = contactsIn((await memberEmails(deps.db, organisationId)).join("\n"), []).map((contact) => contact.value);
  return contacts.filter((contact) => !own.includes(contact.value));
}
