// Which page stands at which path. Everything but the login page lives inside the shell, which asks for a session.
import { Route, Router } from "@solidjs/router";
import { ConversationPage } from "./pages/conversation/conversation-page.tsx";
import { ConversationsPage } from "./pages/conversations/conversations-page.tsx";
import { NothingOpen } from "./pages/conversations/nothing-open.tsx";
import { Home } from "./pages/home.tsx";
import { NotFoundPage } from "./pages/not-found-page.tsx";
import { makeLatePage } from "./parts/late-page.tsx";
import { Shell } from "./parts/shell/shell.tsx";
import {
  ACCOUNTS_PATH,
  AVAILABILITY_PATH,
  CONVERSATIONS_PATH,
  EVIDENCE_PATH,
  HEALTH_PATH,
  KNOWLEDGE_PATH,
  LOGIN_PATH,
  MODEL_PATH,
  ORGANISATION_PATH,
  SHOWINGS_PATH,
  TODAY_PATH,
  UNITS_PATH,
} from "./paths.ts";

/** Not everybody opens these, so nobody else loads them. Who is signed in needs no login page. */
const login = makeLatePage(async () => (await import("./pages/login/login-page.tsx")).LoginPage);
const today = makeLatePage(async () => (await import("./pages/today/today-page.tsx")).TodayPage);
const showings = makeLatePage(async () => (await import("./pages/showings/showings-page.tsx")).ShowingsPage);
const accounts = makeLatePage(async () => (await import("./pages/accounts/accounts-page.tsx")).AccountsPage);
const units = makeLatePage(async () => (await import("./pages/units/units-page.tsx")).UnitsPage);
const availability = makeLatePage(
  async () => (await import("./pages/availability/availability-page.tsx")).AvailabilityPage,
);
const organisation = makeLatePage(
  async () => (await import("./pages/organisation/organisation-page.tsx")).OrganisationPage,
);
const knowledge = makeLatePage(async () => (await import("./pages/knowledge/knowledge-page.tsx")).KnowledgePage);
const model = makeLatePage(async () => (await import("./pages/model/model-page.tsx")).ModelPage);
const shadow = makeLatePage(async () => (await import("./pages/shadow/shadow-page.tsx")).ShadowPage);
const health = makeLatePage(async () => (await import("./pages/health/health-page.tsx")).HealthPage);

export function Routes() {
  return (
    <Router>
      <Route path={LOGIN_PATH} component={login.Page} preload={login.preload} />
      <Route path="/" component={Shell}>
        <Route path="/" component={Home} />
        <Route path={TODAY_PATH} component={today.Page} preload={today.preload} />
        <Route path={CONVERSATIONS_PATH} component={ConversationsPage}>
          <Route path="/" component={NothingOpen} />
          <Route path="/:id" component={ConversationPage} />
        </Route>
        <Route path={SHOWINGS_PATH} component={showings.Page} preload={showings.preload} />
        <Route path={`${UNITS_PATH}/:id?`} component={units.Page} preload={units.preload} />
        <Route path={AVAILABILITY_PATH} component={availability.Page} preload={availability.preload} />
        <Route path={KNOWLEDGE_PATH} component={knowledge.Page} preload={knowledge.preload} />
        <Route path={ACCOUNTS_PATH} component={accounts.Page} preload={accounts.preload} />
        <Route path={ORGANISATION_PATH} component={organisation.Page} preload={organisation.preload} />
        <Route path={MODEL_PATH} component={model.Page} preload={model.preload} />
        <Route path={EVIDENCE_PATH} component={shadow.Page} preload={shadow.preload} />
        <Route path={HEALTH_PATH} component={health.Page} preload={health.preload} />
        <Route path="*" component={NotFoundPage} />
      </Route>
    </Router>
  );
}
