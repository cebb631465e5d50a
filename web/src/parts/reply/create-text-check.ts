// What the rules for our own words find in a text while it is typed, and what its writer takes on themselves (R17). The server
// judges again when the text is sent: this only says it earlier.
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { SentAllTheSame } from "#contracts/api/reply";
import type { TextFinding } from "#contracts/api/text-check";
import type { OverrideReason } from "#domain/conversation/override-reason";
import { api } from "../../api/client.ts";

/** A pause in typing, long enough that not every letter is asked about. */
const PAUSE_MS = 600;
const NOTHING: SentAllTheSame = {};

export type TextCheck = {
  /** Blocks first; empty while nothing is known of the text. */
  readonly findings: Accessor<readonly TextFinding[]>;
  /** What goes along with the text; empty until somebody took it on themselves. */
  readonly allTheSame: Accessor<SentAllTheSame>;
  /** True while a finding stands that nobody took on themselves. */
  readonly isHeld: Accessor<boolean>;
  readonly takeOn: (reason: OverrideReason | null) => void;
  /** Asks at once, e.g. because the server refused the text. */
  readonly look: () => void;
};

export function createTextCheck(conversationId: string, text: Accessor<string>): TextCheck {
  const [findings, setFindings] = createSignal<readonly TextFinding[]>([]);
  const [allTheSame, setAllTheSame] = createSignal<SentAllTheSame>(NOTHING);
  let timer = 0;

  async function look(): Promise<void> {
    window.clearTimeout(timer);
    const asked = text();
    try {
      const found = await api.checkText(conversationId, asked.trim());
      if (text() === asked) setFindings(found);
    } catch {
      // Nobody waits for it: the server judges the text when it is sent.
    }
  }

  createEffect(
    on(text, (now) => {
      window.clearTimeout(timer);
      setAllTheSame(NOTHING);
      if (now.trim() === "") setFindings([]);
      else timer = window.setTimeout(() => void look(), PAUSE_MS);
    }),
  );
  onCleanup(() => window.clearTimeout(timer));

  return {
    findings,
    allTheSame,
    isHeld: () => findings().length > 0 && allTheSame() === NOTHING,
    takeOn(reason) {
      const rules = findings().map(({ rule }) => rule);
      setAllTheSame({ confirmedRules: rules, ...(reason === null ? {} : { override: { rules, reason } }) });
    },
    look: () => void look(),
  };
}
