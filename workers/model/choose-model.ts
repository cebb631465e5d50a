// Which model the settings mean, with its key, or why it cannot be asked. A key goes only where its own entry says: whoever may
// change an endpoint must not be able to have a key sent to it.
import type { ModelSettings } from "#contracts/api/model";
import { never } from "#domain/kernel/never";
import { err, ok, type Result } from "#domain/kernel/result";
import type { Deps } from "../deps.ts";

export type ChosenModel =
  | { readonly provider: "workers-ai"; readonly model: string; readonly binding: Ai }
  | { readonly provider: "google"; readonly model: string; readonly apiKey: string }
  | {
      readonly provider: "openai-compatible";
      readonly model: string;
      readonly baseUrl: string;
      /** Null: an endpoint of this machine that asks for none. */
      readonly apiKey: string | null;
    };

/** The model that is set, null when none is. The error is a sentence for an admin. */
export function chooseModel(
  deps: Pick<Deps, "modelCredentials" | "workersAi">,
  settings: ModelSettings,
): Result<ChosenModel | null, string> {
  const { provider, model } = settings;
  if (provider === null) return ok(null);
  if (model === "") return err("No model is named. Write its name as the service writes it.");
  switch (provider) {
    case "workers-ai":
      if (deps.workersAi === null) {
        return err("This deployment has no Workers AI. Turn its binding on, as the deployment notes say.");
      }
      return ok({ provider, model, binding: deps.workersAi });
    case "google": {
      const key = keyOf(deps, settings);
      return key.ok ? ok({ provider, model, apiKey: key.value.apiKey }) : key;
    }
    case "openai-compatible":
      return chooseEndpoint(deps, settings);
    default:
      return never(provider);
  }
}

function chooseEndpoint(deps: Pick<Deps, "modelCredentials">, settings: ModelSettings): Result<ChosenModel, string> {
  const { model, baseUrl } = settings;
  const provider = "openai-compatible";
  const url = baseUrl === null ? null : URL.parse(baseUrl);
  if (url === null || url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    return err("The endpoint is no plain address. Write it as https://api.example/v1.");
  }
  const isHere = url.hostname === "localhost" || url.hostname === "127.0.0.1";
  if (url.protocol !== "https:" && !(isHere && url.protocol === "http:")) {
    return err("The endpoint must begin with https://. Only an endpoint of this machine may do without.");
  }
  const base = url.href.replace(/\/+$/, "");
  if (isHere && settings.credentialsRef === null) return ok({ provider, model, baseUrl: base, apiKey: null });
  const key = keyOf(deps, settings);
  if (!key.ok) return key;
  if (key.value.origin !== url.origin) {
    return err("This key is not for this endpoint. Its entry in MODEL_CREDENTIALS must name the endpoint's origin.");
  }
  return ok({ provider, model, baseUrl: base, apiKey: key.value.apiKey });
}

function keyOf(deps: Pick<Deps, "modelCredentials">, { credentialsRef }: ModelSettings) {
  const found = credentialsRef === null ? null : deps.modelCredentials(credentialsRef);
  if (found === null) return err("The secret MODEL_CREDENTIALS has no entry of this name. Add it, or choose another.");
  return ok(found);
}
