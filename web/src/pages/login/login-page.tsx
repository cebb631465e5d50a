// Sign in with e-mail and password, then go back to where one came from.
import { Navigate, useNavigate, useSearchParams } from "@solidjs/router";
import { useQuery, useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "../../api/client.ts";
import type { Problem } from "../../api/problem.ts";
import { keys, meQuery } from "../../api/queries.ts";
import { Banner } from "../../parts/banner.tsx";
import { afterLogin } from "../../paths.ts";
import { claimKept } from "../../primitives/claim-kept.ts";
import { createCommand } from "../../primitives/create-command.ts";

export function LoginPage() {
  const [search] = useSearchParams<{ next?: string }>();
  const navigate = useNavigate();
  const client = useQueryClient();
  const me = useQuery(meQuery);
  const [problem, setProblem] = createSignal<string | null>(null);
  const target = () => afterLogin(typeof search.next === "string" ? search.next : null);

  const signIn = createCommand(
    async (form: { email: string; password: string }) => {
      setProblem(null);
      await api.signIn(form.email, form.password);
      return api.me();
    },
    {
      done: (person) => {
        client.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.me[0] });
        claimKept(sessionStorage, person.user.id);
        client.setQueryData(keys.me, person);
        navigate(target(), { replace: true });
      },
      refused: (refusal) => {
        setProblem(loginWords(refusal));
        return true;
      },
    },
  );

  function submit(event: SubmitEvent & { currentTarget: HTMLFormElement }): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    signIn.run({ email: String(form.get("email") ?? "").trim(), password: String(form.get("password") ?? "") });
  }

  return (
    <main class="login">
      <Show when={me.isSuccess && me.data}>
        <Navigate href={target()} />
      </Show>
      <form class="login-card" onSubmit={submit}>
        <img src="/icon.svg" alt="" width="44" height="44" />
        <h1>Sign in to lease-bot</h1>
        <p class="login-lead">
          {search.next ? "Sign in to go on where you were." : "Your team's rental leads, on one board."}
        </p>
        <Show when={problem()}>{(words) => <Banner tone="bad" icon="warning" title={words()} />}</Show>
        <label class="field">
          <span>E-mail</span>
          <input name="email" type="email" autocomplete="username" inputmode="email" required maxlength="254" />
        </label>
        <label class="field">
          <span>Password</span>
          <input name="password" type="password" autocomplete="current-password" required maxlength="256" />
        </label>
        <button type="submit" class="button is-main" disabled={signIn.isBusy}>
          {signIn.isBusy ? "Signing in…" : "Sign in"}
        </button>
      </form>
    </main>
  );
}

function loginWords(problem: Problem): string {
  switch (problem.code) {
    case "NOT_SIGNED_IN":
    case "NOT_ALLOWED":
    case "BAD_REQUEST":
      return "E-mail or password is not right.";
    case "RATE_LIMITED":
      return "Too many attempts. Wait a minute, then try again.";
    default:
      return problem.message;
  }
}
