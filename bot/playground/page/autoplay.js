// "Play it for me": asks the server to walk a whole deal, and says which step it is at.

import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { toast } from "./toast.js";

const ASK_MS = 500;
const LOST = "The playground was started anew, so this play has ended. What was done stays.";
const PACES = [
  ["Slowly", 2600],
  ["Briskly", 1200],
  ["At once", 150],
];

export class AutoPlay {
  constructor(page, button) {
    this.page = page;
    this.button = button;
    this.scenario = choice("scenario", "What", [
      ["deal", "A whole deal"],
      ["changes", "More time, something extra"],
      ["ended", "An end that both agree to"],
      ["dispute", "A dispute"],
      ["settled", "A dispute that they settle"],
    ]);
    this.language = choice("language", "Language", [
      ["en", "English"],
      ["fa", "فارسی"],
    ]);
    this.pace = choice(
      "pace",
      "Pace",
      PACES.map(([text, ms]) => [ms, text]),
    );
    this.pace.value = "1200";
    this.dialog = h(
      "dialog",
      { class: "play-dialog", "aria-label": "Play it for me" },
      h(
        "form",
        { method: "dialog", onsubmit: (event) => this.submit(event) },
        h("h2", {}, "Play it for me"),
        h("p", { class: "faint" }, "The page presses the buttons; you watch all four panes."),
        labelled("What", this.scenario),
        labelled("Language", this.language),
        labelled("Pace", this.pace),
        h(
          "div",
          { class: "dialog-buttons" },
          h(
            "button",
            { type: "button", class: "quiet", onclick: () => this.dialog.close() },
            "Not now",
          ),
          h("button", { type: "submit", class: "solid" }, "Play"),
        ),
      ),
    );
    this.say = h("span", { class: "narration-say", dir: "auto" });
    this.count = h("small", {});
    this.bar = h("progress", { max: "1", value: 0, "aria-label": "Progress" });
    this.stopButton = h(
      "button",
      { type: "button", class: "quiet", onclick: () => this.stop() },
      icon("stop"),
      "Stop",
    );
    this.banner = h(
      "div",
      { class: "narration", role: "status", "aria-live": "polite", hidden: true },
      h("div", { class: "narration-words" }, this.say, this.count),
      this.bar,
      this.stopButton,
    );
    document.body.append(this.dialog);
    document.querySelector("main").before(this.banner);
    button.addEventListener("click", () => this.dialog.showModal());
  }

  async submit(event) {
    event.preventDefault();
    this.dialog.close();
    try {
      await api.auto({
        scenario: this.scenario.value,
        language: this.language.value,
        pace_ms: Number(this.pace.value),
      });
      this.follow();
    } catch (error) {
      toast(document.body, error.message, "error");
      this.follow(); // another tab may have begun one
    }
  }

  async stop() {
    await api.auto({ stop: true }).catch((error) => toast(document.body, error.message, "error"));
  }

  // Also called when the page opens: a walk may be under way.
  async follow() {
    clearTimeout(this.again);
    const state = await api.autoState().catch(() => null);
    if (state) this.told(state);
    if (this.walking) this.again = setTimeout(() => this.follow(), ASK_MS);
  }

  told(state) {
    const lost = this.walking && !state.running && !state.of;
    const watched = (this.walking || state.running) && !lost;
    this.walking = state.running;
    this.show(lost ? { ...state, error: LOST } : state);
    if (watched && state.step !== this.step) this.page.watch(state.who);
    if (!state.running) this.page.watched = null;
    this.step = state.step;
  }

  show({ running, step, of, say, error }) {
    const was = !this.banner.hidden;
    this.button.disabled = Boolean(running);
    if (!running && !was) return;
    if (this.say.textContent !== (error ?? say ?? "")) this.say.textContent = error ?? say ?? "";
    this.count.textContent = of ? `step ${step} of ${of}` : "";
    this.bar.max = of || 1;
    this.bar.value = step || 0;
    this.banner.classList.toggle("failed", Boolean(error));
    this.banner.hidden = false;
    this.stopButton.hidden = !running;
    if (!running)
      setTimeout(() => (this.banner.hidden = !this.button.disabled), error ? 12000 : 6000);
  }
}

function choice(name, label, options) {
  return h(
    "select",
    { name, "aria-label": label },
    ...options.map(([value, text]) => h("option", { value }, text)),
  );
}

function labelled(text, field) {
  return h("label", { class: "field" }, h("span", {}, text), field);
}
