// The page script that every FurnishedFinder page starts with: reads the storage key, draws a member's content or the
// login dialog, and walks through the login steps. Leaves `member` (null while signed out) for the page's own script.

import { PATHS, STORAGE_KEY } from "./paths.ts";

export const LOGIN_SCRIPT = `
"use strict";
const byId = (id) => document.getElementById(id);
const copyOf = (id) => byId(id).content.cloneNode(true);
const app = byId("app");

function readMember() {
  try {
    return JSON.parse(localStorage.getItem("${STORAGE_KEY}"));
  } catch {
    return null;
  }
}

function drawLogin() {
  if (byId("login-form") !== null) return;
  document.body.append(copyOf("login-dialog"));
  byId("login-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void takeLoginStep();
  });
}

function drawGate() {
  app.replaceChildren();
  byId("nav").replaceChildren(copyOf("nav-signed-out"));
  drawLogin();
}

let loginStep = "username";
let loginUser = "";

async function takeLoginStep() {
  const form = byId("login-form");
  const fields = new URLSearchParams(new FormData(form));
  if (loginStep === "username") loginUser = fields.get("username") ?? "";
  else fields.set("username", loginUser);
  if (loginStep === "magic_link" || loginUser.trim() === "") return;
  byId("login-error").textContent = "";
  try {
    const answer = await fetch("/auth/" + loginStep, { method: "POST", body: fields });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.error);
    if (told.step) {
      loginStep = told.step;
      byId("login-step").replaceChildren(copyOf("step-" + told.step));
      return;
    }
    localStorage.setItem("${STORAGE_KEY}", JSON.stringify(told.member));
    if (app.dataset.member === "yes") location.reload();
    else location.assign("${PATHS.dashboard}");
  } catch (failure) {
    const known = failure instanceof Error && !(failure instanceof SyntaxError) && !(failure instanceof TypeError);
    byId("login-error").textContent = known ? failure.message : "Something went wrong. Please try again.";
  }
}

let member = readMember();
if (app.dataset.member === "yes") {
  const content = byId("member-content");
  if (content === null) member = null;
  if (member === null) drawGate();
  else app.replaceChildren(copyOf("member-content"));
}
document.addEventListener("click", (event) => {
  const link = event.target.closest ? event.target.closest("a") : null;
  if (link !== null && link.id === "nav-login") {
    event.preventDefault();
    drawLogin();
  }
  if (link !== null && link.id === "nav-logout") localStorage.removeItem("${STORAGE_KEY}");
});
`;
