// Starts the workboard: theme, query client, router, toasts. Nothing else may touch the document at start.
import { QueryClientProvider } from "@tanstack/solid-query";
import { render } from "solid-js/web";
import { makeQueryClient } from "./api/queries.ts";
import { applyTheme } from "./primitives/theme.ts";
import { Routes } from "./routes.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/shell.css";
import "./styles/board.css";
import "./styles/list.css";
import "./styles/thread.css";
import "./styles/cards.css";
import "./styles/accounts.css";
import "./styles/health.css";
import "./styles/today.css";
import "./styles/showings.css";

applyTheme();
const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
const client = makeQueryClient();
render(
  () => (
    <QueryClientProvider client={client}>
      <Routes />
    </QueryClientProvider>
  ),
  root,
);
