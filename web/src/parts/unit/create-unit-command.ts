// One thing an admin can order about a unit: the answer goes into the list; a refusal is said with the fields it names, in a
// notice, or where the form is that asked.
import { useQueryClient } from "@tanstack/solid-query";
import type { UnitView } from "#contracts/api/unit";
import type { Problem } from "../../api/problem.ts";
import { keepUnit, refreshUnits } from "../../api/unit-queries.ts";
import { type Command, createCommand } from "../../primitives/create-command.ts";
import { toast } from "../toasts.tsx";

export function createUnitCommand<Input>(
  act: (input: Input) => Promise<UnitView>,
  done: (unit: UnitView, input: Input) => void,
  refuse: (words: string) => void = (words) => toast(words, "bad"),
): Command<Input> {
  const client = useQueryClient();
  let asked: Element | null = null;
  const command = createCommand(act, {
    done: (unit, input) => {
      keepUnit(client, unit);
      done(unit, input);
      keepFocus([document.activeElement, asked]);
    },
    refused: (problem) => {
      refreshUnits(client);
      keepFocus([asked]);
      if (problem.code === "NOT_SIGNED_IN") return false;
      refuse(refusalWords(problem));
      return true;
    },
  });
  return {
    run: (input) => {
      asked = document.activeElement;
      command.run(input);
    },
    get isBusy() {
      return command.isBusy;
    },
  };
}

/** A row that moves to its new place in a list loses the focus: give it back, once the list is drawn again. */
function keepFocus(candidates: readonly (Element | null)[]): void {
  setTimeout(() => {
    if (document.activeElement !== document.body) return;
    const there = candidates.find((one) => one?.isConnected && one !== document.body);
    if (there instanceof HTMLElement) there.focus();
  });
}

/** The server's sentence, and what it says of each field. */
export function refusalWords(problem: Problem): string {
  return [problem.message, ...problem.details.map(({ path, message }) => `${path}: ${message}.`)].join(" ");
}
