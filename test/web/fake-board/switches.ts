// What a test can make go wrong between the web app and the fake board.

export type Switches = {
  /** The next reply is taken, but its answer never arrives. */
  loseReplyAnswers: number;
  /** Every API answer waits this long. */
  delayMs: number;
  /** Reads of these paths fail with UNAVAILABLE. */
  failing: string | null;
  isSocketDown: boolean;
  /** Sessions are refused from now on. */
  isSignedOut: boolean;
};

/** Everything works. */
export const ALL_WELL: Switches = {
  loseReplyAnswers: 0,
  delayMs: 0,
  failing: null,
  isSocketDown: false,
  isSignedOut: false,
};
