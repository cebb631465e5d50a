// A line in the log for ops about packs, pages, mails and models: what happened, by codes, keys, ids and versions. Never a value, a text
// or an address.

export type OpsEvent =
  | {
      readonly event: "pack.refused";
      readonly platform: string;
      readonly code: string;
      readonly path: string;
    }
  | {
      readonly event: "page.drift";
      readonly platform: string;
      readonly accountId: string;
      readonly packKey: string;
      readonly packVersion: number;
      readonly packOrigin: string;
      readonly faultCode: string;
    }
  | {
      readonly event: "page.drift_not_kept";
      readonly platform: string;
      readonly accountId: string;
      readonly error: string;
    }
  | {
      readonly event: "agent_mail.failed";
      readonly organisationId: string;
      readonly showingId: string;
      readonly agentId: string;
      /** A code or the name of the error only: its text may hold an address. */
      readonly error: string;
    }
  | {
      /** Something of ours broke around a model (not the model: that is counted); the embedded decision stood. */
      readonly event: "model.broken";
      readonly organisationId: string;
      /** The name of the error only: its text may hold what a lead wrote. */
      readonly error: string;
    };

export function tellOps(event: OpsEvent): void {
  console.error(JSON.stringify(event));
}
