// The API of the organisation's own words, and how its answers enter the cache. For pages that are loaded late.
import { keepPreviousData, type QueryClient, queryOptions } from "@tanstack/solid-query";
import {
  type KnowledgeChange,
  type KnowledgeView,
  knowledgeAnswerSchema,
  knowledgeListSchema,
} from "#contracts/api/knowledge";
import {
  type ReplyTemplateList,
  replyTemplateAnswerSchema,
  replyTemplateListSchema,
  type TemplatePreviewRequest,
  templatePreviewSchema,
} from "#contracts/api/reply-template";
import { type Answer, jsonInit, read, server } from "./client.ts";

/** Which words: the kind of paragraph and its language. */
export type WordingKey = Pick<ReplyTemplateList["templates"][number], "kind" | "language">;

const entries = server.knowledge;
const templates = server["reply-templates"];
const words = templates[":kind"][":language"];
const ANSWERS = ["knowledge"] as const;
const WORDINGS = ["reply-templates"] as const;
/** For requests without fields: whatever changes something has to say that it is JSON. */
const EMPTY = { init: jsonInit({}) };

export const knowledgeApi = {
  entries: async () => (await read(knowledgeListSchema, entries.$get())).entries,
  add: (json: KnowledgeChange) => entry(entries.$post({ json })),
  change: (id: string, json: KnowledgeChange) => entry(entries[":id"].$put({ param: { id }, json })),
  remove: (id: string) => entry(entries[":id"].$delete({ param: { id } }, EMPTY)),

  wordings: () => read(replyTemplateListSchema, templates.$get()),
  setWording: async (param: WordingKey, text: string) =>
    (await read(replyTemplateAnswerSchema, words.$put({ param, json: { text } }))).template,
  removeWording: async (param: WordingKey) =>
    (await read(replyTemplateAnswerSchema, words.$delete({ param }, EMPTY))).template,
  preview: (json: TemplatePreviewRequest) => read(templatePreviewSchema, templates.preview.$post({ json })),
};

export const knowledgeQuery = () => queryOptions({ queryKey: ANSWERS, queryFn: knowledgeApi.entries });
export const wordingsQuery = () => queryOptions({ queryKey: WORDINGS, queryFn: knowledgeApi.wordings });
/** What a text would look like; while a newer one is on its way the last one stays. */
export const previewQuery = (request: TemplatePreviewRequest) =>
  queryOptions({
    queryKey: ["template-preview", request] as const,
    queryFn: () => knowledgeApi.preview(request),
    placeholderData: keepPreviousData,
  });

/** Something changed: read it again, and show what is known until then. */
export function refreshKnowledge(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ANSWERS });
}

export function refreshWordings(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: WORDINGS });
}

async function entry(sent: Promise<Answer>): Promise<KnowledgeView> {
  return (await read(knowledgeAnswerSchema, sent)).entry;
}
