// The cards of the case that come after what is read first.
import { makeLateCard } from "./late-card.tsx";

export const LateConversationShowings = makeLateCard(
  async () => (await import("./showing/conversation-showings.tsx")).ConversationShowings,
  "The showings did not load. Load the page again.",
);
export const LateFollowUpCard = makeLateCard(
  async () => (await import("./follow-up/follow-up-card.tsx")).FollowUpCard,
  "The follow-up did not load. Load the page again.",
);
