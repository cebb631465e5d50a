// The HTTP API: the order of middleware, and which routes exist. `AppType` is the web app's typed client.
// The order matters: an unknown address is told before anyone signs in; the WebSocket is handed over before headers
// are set on its answer; a calendar may be kept by its reader; everything below `signedIn` needs a session.
import { Hono } from "hono";
import type { ApiEnv } from "./api-env.ts";
import { classify, logUnexpected } from "./classify.ts";
import { bodyLimit, jsonBody } from "./middleware/body.ts";
import { composed } from "./middleware/composed.ts";
import { knownRoute } from "./middleware/known-route.ts";
import { noStore } from "./middleware/no-store.ts";
import { requestId } from "./middleware/request-id.ts";
import { sameOrigin } from "./middleware/same-origin.ts";
import { secureHeaders } from "./middleware/secure-headers.ts";
import { signedIn } from "./middleware/signed-in.ts";
import { serveOpenApi } from "./openapi.ts";
import { answerWith, notFound } from "./problem.ts";
import { accountArtefacts } from "./routes/account-artefacts.ts";
import { accounts } from "./routes/accounts.ts";
import { assignments, members } from "./routes/assignments.ts";
import { audit } from "./routes/audit.ts";
import { auth } from "./routes/auth.ts";
import { availability } from "./routes/availability.ts";
import { board } from "./routes/board.ts";
import { calendarFeed, calendarFeeds } from "./routes/calendar.ts";
import { conversationCommands } from "./routes/conversation-commands.ts";
import { conversations } from "./routes/conversations.ts";
import { deadLetters } from "./routes/dead-letters.ts";
import { decisions } from "./routes/decisions.ts";
import { followUps } from "./routes/follow-ups.ts";
import { health } from "./routes/health.ts";
import { incidents } from "./routes/incidents.ts";
import { knowledge } from "./routes/knowledge.ts";
import { listings } from "./routes/listings.ts";
import { me } from "./routes/me.ts";
import { model } from "./routes/model.ts";
import { organisation } from "./routes/organisation.ts";
import { replyTemplates } from "./routes/reply-templates.ts";
import { samePerson } from "./routes/same-person.ts";
import { drafts, sends } from "./routes/sends.ts";
import { shadowReports } from "./routes/shadow-report.ts";
import { showings } from "./routes/showings.ts";
import { unitSlots } from "./routes/unit-slots.ts";
import { units } from "./routes/units.ts";

const app = new Hono<ApiEnv>();

app.onError((thrown, c) => {
  const problem = classify(thrown);
  if (problem.code === "INTERNAL") logUnexpected(thrown, c.get("requestId"), c.req.routePath);
  return answerWith(c, problem);
});
app.notFound((c) => answerWith(c, notFound()));

app.use(requestId);
app.use(
  "/api/board/*",
  composed,
  knownRoute(() => app.routes),
  sameOrigin,
  signedIn,
);
const withBoard = app.route("/api/board", board);

app.use(secureHeaders);
app.use(
  "/calendar/*",
  composed,
  knownRoute(() => app.routes),
);
const withCalendar = withBoard.route("/calendar", calendarFeed);

app.use(noStore);
app.use(knownRoute(() => app.routes));
app.use(composed);
app.use(sameOrigin);
app.use(bodyLimit);
app.use(jsonBody);
const withOpen = withCalendar.route("/api/auth", auth).route("/api/health", health);
serveOpenApi(app);

app.use("/api/*", signedIn);
export const api = withOpen
  .route("/api/me", me)
  .route("/api/conversations", conversations)
  .route("/api/conversations", conversationCommands)
  .route("/api/conversations", samePerson)
  .route("/api/conversations", decisions)
  .route("/api/drafts", drafts)
  .route("/api/sends", sends)
  .route("/api/follow-ups", followUps)
  .route("/api/units", units)
  .route("/api/units", unitSlots)
  .route("/api/showings", showings)
  .route("/api/units", assignments)
  .route("/api/members", members)
  .route("/api/listings", listings)
  .route("/api/availability", availability)
  .route("/api/accounts", accounts)
  .route("/api/accounts", accountArtefacts)
  .route("/api/calendar", calendarFeeds)
  .route("/api/organisation", organisation)
  .route("/api/knowledge", knowledge)
  .route("/api/reply-templates", replyTemplates)
  .route("/api/model", model)
  .route("/api/audit", audit)
  .route("/api/dead-letters", deadLetters)
  .route("/api/incidents", incidents)
  .route("/api/shadow-report", shadowReports);

export type AppType = typeof api;
