// One thing a person can order: runs once at a time, and says in a notice when it was refused.
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal } from "solid-js";
import { type Problem, toProblem } from "../api/problem.ts";
import { forgetSession } from "../api/queries.ts";
import { toast } from "../parts/toasts.tsx";

export type Command<Input> = { readonly run: (input: Input) => void; readonly isBusy: boolean };

/** `refused` may take the problem over by returning true; then no notice is shown. */
export function createCommand<Input, Output>(
  act: (input: Input) => Promise<Output>,
  on: { readonly done?: (output: Output, input: Input) => void; readonly refused?: (problem: Problem) => boolean } = {},
): Command<Input> {
  const client = useQueryClient();
  const [isBusy, setIsBusy] = createSignal(false);

  async function run(input: Input): Promise<void> {
    setIsBusy(true);
    try {
      on.done?.(await act(input), input);
    } catch (error) {
      const problem = toProblem(error);
      const isTaken = on.refused?.(problem) === true;
      if (problem.code === "NOT_SIGNED_IN") forgetSession(client);
      else if (!isTaken) toast(problem.message, "bad");
    } finally {
      setIsBusy(false);
    }
  }

  return {
    run: (input) => {
      if (!isBusy()) void run(input);
    },
    get isBusy() {
      return isBusy();
    },
  };
}
