// One change of somebody's availability: the answer goes into the cache; a refusal is said with the fields it names, in a
// notice, or where the form is that asked.
import { useQueryClient } from "@tanstack/solid-query";
import type { Availability } from "#contracts/api/availability";
import { keepAvailability, refreshAvailability } from "../../api/availability-client.ts";
import { toast } from "../../parts/toasts.tsx";
import { refusalWords } from "../../parts/unit/create-unit-command.ts";
import { type Command, createCommand } from "../../primitives/create-command.ts";

export function createAvailabilityCommand<Input>(
  userId: () => string,
  act: (input: Input) => Promise<Availability>,
  done: (availability: Availability, input: Input) => void,
  refuse: (words: string) => void = (words) => toast(words, "bad"),
): Command<Input> {
  const client = useQueryClient();
  return createCommand(act, {
    done: (availability, input) => {
      keepAvailability(client, availability);
      done(availability, input);
    },
    refused: (problem) => {
      refreshAvailability(client, userId());
      if (problem.code === "NOT_SIGNED_IN") return false;
      refuse(refusalWords(problem));
      return true;
    },
  });
}
