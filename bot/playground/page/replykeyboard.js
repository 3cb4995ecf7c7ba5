// The keyboard that a bot puts under the input.

import { h, iconButton } from "./dom.js";

export class ReplyKeyboard {
  // `on` is {say(text), askPlace(anchor), giveNumber()}.
  constructor(on) {
    this.on = on;
    this.grid = h("div", {
      class: "reply-keyboard",
      hidden: true,
      role: "group",
      "aria-label": "Reply keyboard",
    });
    const turn = () => (this.grid.hidden = !this.grid.hidden);
    this.toggle = iconButton("keyboard", "Show or hide the reply keyboard", turn, { hidden: true });
  }

  // One that somebody put away stays so until the bot sends another.
  show(message) {
    const markup = message?.keyboard ?? null;
    const signature = JSON.stringify([message?.message_id, markup]);
    if (this.shown === signature) return;
    this.shown = signature;
    const rows = markup?.keyboard ?? [];
    this.oneTime = Boolean(markup?.one_time_keyboard);
    this.grid.hidden = this.toggle.hidden = rows.length === 0;
    this.grid.replaceChildren(
      ...rows.map((row) =>
        h("div", { class: "keyboard-row" }, ...row.map((button) => this.key(button))),
      ),
    );
  }

  key(given) {
    const button = typeof given === "string" ? { text: given } : given;
    return h(
      "button",
      {
        type: "button",
        class: `key style-${button.style ?? "plain"}`,
        onclick: (event) => this.pressKey(button, event.currentTarget),
      },
      h("span", { dir: "auto" }, button.text),
    );
  }

  pressKey(button, anchor) {
    if (this.oneTime) this.grid.hidden = true;
    if (button.request_location) this.on.askPlace(anchor);
    else if (button.request_contact) this.on.giveNumber();
    else this.on.say(button.text);
  }
}
