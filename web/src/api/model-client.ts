// The API of the language model, and how its answers enter the cache. For the page that is loaded late.
import { type QueryClient, queryOptions } from "@tanstack/solid-query";
import { type ModelSettings, type ModelView, modelTestSchema, modelViewSchema } from "#contracts/api/model";
import { jsonInit, read, server } from "./client.ts";

const KEY = ["model"] as const;

export const modelApi = {
  view: () => read(modelViewSchema, server.model.$get()),
  set: (json: ModelSettings) => read(modelViewSchema, server.model.$put({ json })),
  try: () => read(modelTestSchema, server.model.test.$post({}, { init: jsonInit({}) })),
};

/** The settings, and what the model cost today. */
export const modelQuery = () => queryOptions({ queryKey: KEY, queryFn: modelApi.view });

export function keepModel(client: QueryClient, view: ModelView): void {
  client.setQueryData<ModelView>(KEY, view);
}

/** Its usage changed, or somebody else set it: read it again. */
export function refreshModel(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: KEY });
}
