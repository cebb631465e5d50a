// One change of the organisation's settings: all of them are sent, the answer goes into the cache, a refusal is said where the
// form is that asked.
import { useQueryClient } from "@tanstack/solid-query";
import type { Organisation, OrganisationSettings } from "#contracts/api/organisation-settings";
import { ORGANISATION_KEY, organisationApi } from "../../api/organisation-client.ts";
import { toast } from "../../parts/toasts.tsx";
import { refusalWords } from "../../parts/unit/create-unit-command.ts";
import { type Command, createCommand } from "../../primitives/create-command.ts";

export function createSettingsCommand(
  held: () => OrganisationSettings,
  done: () => void,
  refuse: (words: string) => void = (words) => toast(words, "bad"),
): Command<Partial<OrganisationSettings>> {
  const client = useQueryClient();
  return createCommand((change: Partial<OrganisationSettings>) => organisationApi.set({ ...held(), ...change }), {
    done: (organisation) => {
      client.setQueryData<Organisation>(ORGANISATION_KEY, organisation);
      toast("Saved.", "good");
      done();
    },
    refused: (problem) => {
      void client.invalidateQueries({ queryKey: ORGANISATION_KEY });
      if (problem.code === "NOT_SIGNED_IN") return false;
      refuse(refusalWords(problem));
      return true;
    },
  });
}
