// Answers to presses: a short note over the pane, or a window that waits for OK.

import { h } from "./dom.js";

const NOTE_MS = 4500;

export function toast(host, text, kind = "note") {
  if (!text) return;
  const note = h("div", { class: `toast toast-${kind}`, dir: "auto" }, text);
  toasts(host).append(note);
  setTimeout(() => note.remove(), NOTE_MS);
}

// The live region stands before anything is said in it, or screen readers stay silent.
export function toasts(host) {
  let region = host.querySelector(":scope > .toasts");
  if (!region) {
    region = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    host.append(region);
  }
  return region;
}

export function alertBox(text, who) {
  const dialog = h(
    "dialog",
    { class: "alert", "aria-label": `${who} says` },
    h(
      "form",
      { method: "dialog" },
      ...text.split("\n").map((line) => h("p", { dir: "auto" }, line)),
      h("button", { class: "solid", value: "ok" }, "OK"),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
