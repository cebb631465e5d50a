// An account actor that remembers what it was told and does nothing.
import { DurableObject } from "cloudflare:workers";
import type { AccountActor, AccountSettings, AccountStatus } from "#contracts/account-actor";

const NOTHING_YET = { breaker: null, ingest: null };

export class FakeAccount
  extends DurableObject
  implements Pick<AccountActor, "configure" | "resume" | "wake" | "status">
{
  private calls: string[] = [];
  private settings: AccountSettings | null = null;

  async configure(settings: AccountSettings): Promise<void> {
    this.settings = settings;
    this.calls.push("configure");
  }

  async resume(): Promise<void> {
    this.calls.push("resume");
  }

  async wake(): Promise<void> {
    this.calls.push("wake");
  }

  async status(): Promise<AccountStatus> {
    return {
      loginState: "in",
      stopped: null,
      lastSuccessAtMs: 1_000,
      lastError: null,
      nextPollAtMs: null,
      ...NOTHING_YET,
    };
  }

  async told(): Promise<{ calls: string[]; settings: AccountSettings | null }> {
    return { calls: this.calls, settings: this.settings };
  }
}
