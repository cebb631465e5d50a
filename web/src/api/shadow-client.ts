// The API of decisions and what became of them, for what is loaded late. It holds no state and caches nothing.
import { queryOptions } from "@tanstack/solid-query";
import { decisionListSchema, type REPORT_DAYS, shadowReportSchema } from "#contracts/api/shadow";
import type { Platform } from "#domain/platform";
import { read, server } from "./client.ts";
import { keys } from "./queries.ts";

export type ReportFilter = {
  readonly days: (typeof REPORT_DAYS)[number];
  readonly platform: Platform | null;
  readonly account: string | null;
};

/** Below the conversation's own key, so that whatever makes it stale makes this stale as well. */
export const decisionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.conversation(id), "decisions"],
    queryFn: async () =>
      (await read(decisionListSchema, server.conversations[":id"].decisions.$get({ param: { id } }))).decisions,
  });

export const shadowReportQuery = (filter: ReportFilter) =>
  queryOptions({
    queryKey: ["shadow-report", filter],
    reconcile: false,
    queryFn: () =>
      read(
        shadowReportSchema,
        server["shadow-report"].$get({
          query: {
            days: filter.days,
            ...(filter.platform === null ? {} : { platform: filter.platform }),
            ...(filter.account === null ? {} : { account: filter.account }),
          },
        }),
      ),
  });
