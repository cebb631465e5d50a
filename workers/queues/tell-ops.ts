// A line in the log for ops about packs and pages: what happened, by codes, keys and versions. Never a value, a text or an address.

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
    };

export function tellOps(event: OpsEvent): void {
  console.error(JSON.stringify(event));
}
