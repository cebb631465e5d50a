// The API of the organisation's own settings. For a page that is loaded late.
import { queryOptions } from "@tanstack/solid-query";
import {
  type Organisation,
  type OrganisationSettings,
  organisationAnswerSchema,
} from "#contracts/api/organisation-settings";
import { type Answer, read, server } from "./client.ts";

export const ORGANISATION_KEY = ["organisation"] as const;

export const organisationApi = {
  get: () => organisation(server.organisation.$get()),
  set: (json: OrganisationSettings) => organisation(server.organisation.$put({ json })),
};

export const organisationQuery = () =>
  queryOptions<Organisation>({
    queryKey: ORGANISATION_KEY,
    queryFn: organisationApi.get,
    reconcile: false,
  });

async function organisation(sent: Promise<Answer>): Promise<Organisation> {
  return (await read(organisationAnswerSchema, sent)).organisation;
}
