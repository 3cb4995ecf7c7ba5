// The clock bar: what time the deals think it is, and the next instant at which something happens.

import * as api from "./api.js";
import { h, icon, showMenu } from "./dom.js";
import { toast } from "./toast.js";

const HOUR = 3600;
const MOVES = [
  ["+1 hour", { advance_seconds: HOUR }],
  ["+1 day", { advance_seconds: 24 * HOUR }],
  ["To the next deadline", { to_next: true }],
];

export class ClockBar {
  constructor(page, host) {
    this.page = page;
    this.host = host;
    this.now = h("time", { class: "now" });
    this.next = h("span", { class: "next" });
    this.buttons = MOVES.map(([text, move]) =>
      h("button", { type: "button", class: "quiet", onclick: () => this.move(move) }, text),
    );
    // On a phone all of it is behind the time of day, beside the tabs.
    this.short = h("span", { class: "now-short" });
    this.opener = h(
      "button",
      {
        type: "button",
        class: "clock-opener",
        "aria-haspopup": "menu",
        "aria-label": "Move the clock",
        onclick: () => this.open(),
      },
      icon("clock"),
      this.short,
    );
    host.append(
      this.opener,
      h(
        "div",
        { class: "clock-face", role: "status", "aria-live": "polite" },
        icon("clock"),
        h("span", { class: "clock-words" }, this.now, this.next),
      ),
      h("div", { class: "clock-moves" }, ...this.buttons),
    );
  }

  open() {
    const items = MOVES.map(([text, move], place) => ({
      text,
      hint: place === 2 ? this.next.textContent : "",
      act: () => this.move(move),
    }));
    const there = items.slice(0, this.buttons[2].disabled ? 2 : 3);
    showMenu(this.opener, there, "Clock");
  }

  async move(move) {
    this.buttons.forEach((button) => button.setAttribute("aria-busy", "true"));
    try {
      const { now, next } = await api.clock(move);
      this.show(now, next);
    } catch (error) {
      toast(document.body, error.message, "error");
    }
    this.buttons.forEach((button) => button.removeAttribute("aria-busy"));
    await this.page.model.refreshAll();
    this.page.drawer.soon();
  }

  show(now, next) {
    if (!now) return;
    this.now.dateTime = iso(now);
    this.now.textContent = inWords(now);
    this.short.textContent = SHORT.format(moment(now));
    this.next.textContent = next
      ? `next deadline ${inWords(next)} (${apart(now, next)})`
      : "no deadline is waiting";
    this.buttons[2].disabled = !next;
  }
}

function moment(value) {
  return typeof value === "number" ? new Date(value * 1000) : new Date(value);
}

function iso(value) {
  return moment(value).toISOString();
}

const WORDS = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

const SHORT = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

export function inWords(value) {
  return `${WORDS.format(moment(value))} UTC`;
}

function apart(now, next) {
  const minutes = Math.round((moment(next) - moment(now)) / 60000);
  if (minutes < 1) return "now";
  if (minutes < 90) return `in ${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `in ${hours} h` : `in ${Math.round(hours / 24)} days`;
}
