// What the composer's page does when a send stays on the page. Plain script; it reads {status, html} as JSON.
// An answer that did not come in order is told in other words than a refusal: the message may be there all the same.

export const IN_PLACE_SCRIPT = `
(function () {
  var form = document.getElementById("reply-form");
  var field = document.getElementById("MessageForm_body");
  var button = form.querySelector("button[type=submit]");
  function hush() {
    form.querySelectorAll("p.send-failed, p.send-unclear").forEach(function (told) { told.remove(); });
  }
  function tell(look, words) {
    var note = document.createElement("p");
    note.className = look;
    note.textContent = words;
    form.prepend(note);
  }
  async function post() {
    var answer = await fetch(form.getAttribute("action"), {
      method: "POST",
      headers: { "X-Requested-With": "XMLHttpRequest" },
      body: new URLSearchParams(new FormData(form)),
    });
    if (answer.status === 403) return tell("send-failed", "You are not allowed to message this user.");
    if (!answer.ok) throw new Error("no good answer");
    if (!(answer.headers.get("content-type") || "").includes("json")) return location.reload();
    document.getElementById("conversation").insertAdjacentHTML("beforeend", (await answer.json()).html);
    field.value = "";
  }
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    button.disabled = true;
    hush();
    post()
      .catch(function () { tell("send-unclear", "Something went wrong. Please try again."); })
      .finally(function () { button.disabled = false; });
  });
})();
`;
