// One thing an admin orders about an answer: the list is read again; a refusal is said in the form that asked.
import { useQueryClient } from "@tanstack/solid-query";
import { type Accessor, createSignal } from "solid-js";
import { refreshKnowledge } from "../../api/knowledge-client.ts";
import type { Problem } from "../../api/problem.ts";
import { type Command, createCommand } from "../../primitives/create-command.ts";

export type AnswerCommand<Input> = Command<Input> & {
  /** What the server said against it; nothing while nothing was said. */
  readonly problems: Accessor<readonly string[]>;
  readonly forget: () => void;
};

export function createAnswerCommand<Input>(
  act: (input: Input) => Promise<unknown>,
  done: () => void,
): AnswerCommand<Input> {
  const client = useQueryClient();
  const [problems, setProblems] = createSignal<readonly string[]>([]);
  const command = createCommand(
    async (input: Input) => {
      await act(input);
      await refreshKnowledge(client);
    },
    {
      done: () => {
        setProblems([]);
        done();
      },
      refused: (problem) => {
        if (problem.code === "NOT_SIGNED_IN") return false;
        setProblems(sentencesOf(problem));
        return true;
      },
    },
  );
  return {
    run: command.run,
    get isBusy() {
      return command.isBusy;
    },
    problems,
    forget: () => setProblems([]),
  };
}

/** What is wrong with each field, or the whole sentence where no field is named. */
export function sentencesOf(problem: Problem): readonly string[] {
  const each = problem.code === "TEXT_BLOCKED" ? problem.details.map(({ message }) => message) : [];
  return each.length > 0 ? each : [problem.message];
}
