// What the composer's page does when a send stays on the page. Plain script; the answer is the new message's markup.
// An answer that did not come in order is told in other words than a refusal: the message may be there all the same.

export const IN_PLACE_SCRIPT = `
(function () {
  var form = document.getElementById("message-form");
  var field = document.getElementById("message-text");
  var button = document.getElementById("message-send");
  function tell(look, words) {
    var note = document.createElement("p");
    note.className = look;
    note.textContent = words;
    form.prepend(note);
  }
  form.addEventListener("submit", async function (event) {
    event.preventDefault();
    form.querySelectorAll("p.send-failed, p.send-unclear").forEach(function (told) { told.remove(); });
    button.disabled = true;
    try {
      var answer = await fetch(form.getAttribute("action"), {
        method: "POST",
        headers: { "X-Requested-With": "XMLHttpRequest" },
        body: new URLSearchParams(new FormData(form)),
      });
      if (answer.redirected) return location.assign(answer.url);
      if (answer.status === 403) return tell("send-failed", "This renter cannot be contacted.");
      if (!answer.ok) throw new Error("no good answer");
      document.getElementById("conversation-messages").insertAdjacentHTML("beforeend", await answer.text());
      field.value = "";
    } catch (failure) {
      tell("send-unclear", "Oops! Something went wrong, please try again.");
    } finally {
      button.disabled = false;
    }
  });
})();
`;
