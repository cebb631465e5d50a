// Which page stands at which path. Everything but the login page lives inside the shell, which asks for a session.
import { Navigate, Route, Router } from "@solidjs/router";
import { ConversationPage } from "./pages/conversation/conversation-page.tsx";
import { ConversationsPage } from "./pages/conversations/conversations-page.tsx";
import { NothingOpen } from "./pages/conversations/nothing-open.tsx";
import { LoginPage } from "./pages/login/login-page.tsx";
import { NotFoundPage } from "./pages/not-found-page.tsx";
import { makeLatePage } from "./parts/late-page.tsx";
import { Shell } from "./parts/shell/shell.tsx";
import { ACCOUNTS_PATH, CONVERSATIONS_PATH, HEALTH_PATH, LOGIN_PATH } from "./paths.ts";

/** Few people open these, so nobody else loads them. */
const accounts = makeLatePage(async () => (await import("./pages/accounts/accounts-page.tsx")).AccountsPage);
const health = makeLatePage(async () => (await import("./pages/health/health-page.tsx")).HealthPage);

export function Routes() {
  return (
    <Router>
      <Route path={LOGIN_PATH} component={LoginPage} />
      <Route path="/" component={Shell}>
        <Route path="/" component={() => <Navigate href={CONVERSATIONS_PATH} />} />
        <Route path={CONVERSATIONS_PATH} component={ConversationsPage}>
          <Route path="/" component={NothingOpen} />
          <Route path="/:id" component={ConversationPage} />
        </Route>
        <Route path={ACCOUNTS_PATH} component={accounts.Page} preload={accounts.preload} />
        <Route path={HEALTH_PATH} component={health.Page} preload={health.preload} />
        <Route path="*" component={NotFoundPage} />
      </Route>
    </Router>
  );
}
