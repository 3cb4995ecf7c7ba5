// "What happened": for each press the command, the events, the postings, the deadlines.

import * as api from "./api.js";
import { inWords } from "./clock.js";
import { h, iconButton } from "./dom.js";

const SOON_MS = 300;

export class Drawer {
  constructor(host, button, model) {
    this.host = host;
    this.button = button;
    this.model = model;
    this.upto = 0;
    this.count = 0;
    this.badge = h("span", { class: "badge", hidden: true });
    button.append(this.badge);
    this.items = h("ol", { class: "happened", "aria-live": "off" });
    host.append(
      h(
        "header",
        {},
        h("h2", {}, "What happened"),
        iconButton("close", "Close", () => this.toggle(false)),
      ),
      h(
        "p",
        { class: "faint" },
        "Newest first. Each entry is one command and all that came of it.",
      ),
      this.items,
    );
    button.addEventListener("click", () => this.toggle(host.hidden));
    host.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.toggle(false);
    });
  }

  toggle(open) {
    this.host.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    document.body.classList.toggle("with-drawer", open);
    this.count = 0;
    this.badge.hidden = true;
    if (open) this.host.querySelector("button").focus();
    else this.button.focus();
    this.soon();
  }

  // Many events come of one press: ask once they have settled.
  soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.fetch(), SOON_MS);
  }

  // The journal comes in pages, oldest first. What was there when this page opened is no news.
  async fetch() {
    const before = this.upto;
    const { upto, items } = await api.inspect(before).catch(() => ({ upto: before, items: [] }));
    const fresh = items.filter((item) => item.n > this.upto);
    this.upto = Math.max(upto ?? 0, this.upto);
    for (const item of fresh) this.items.prepend(renderItem(item, (actor) => this.named(actor)));
    if (this.caughtUp) this.counts(fresh.length);
    if (fresh.length) return this.fetch();
    this.caughtUp = true;
  }

  counts(more) {
    if (!more || !this.host.hidden) return;
    this.count += more;
    this.badge.hidden = false;
    this.badge.textContent = String(this.count);
  }

  // People by name; the clock and the rail are named already.
  named(actor) {
    return this.model.person(Number(actor))?.first_name ?? actor;
  }
}

function renderItem(item, named) {
  const { at, deal, command, actor, events = [], postings = [], deadlines = [] } = item;
  return h(
    "li",
    { class: "happening" },
    h(
      "header",
      {},
      h("b", {}, h("bdi", {}, command ?? "")),
      h(
        "small",
        {},
        [actor ? `by ${named(actor)}` : "", deal ? `deal ${deal}` : ""].filter(Boolean).join(" · "),
      ),
      at ? h("time", {}, inWords(at)) : null,
    ),
    section("Events", events, ({ kind, summary }) => [
      h("code", {}, kind),
      " ",
      h("bdi", {}, summary ?? ""),
    ]),
    postings.length ? postingsTable(postings) : null,
    section("Deadlines", deadlines, ({ kind, due, what }) => [
      h("code", {}, kind),
      ` ${due ? inWords(due) : "taken away"} `,
      h("bdi", {}, what ?? ""),
    ]),
  );
}

function section(title, rows, render) {
  return rows.length
    ? h(
        "section",
        {},
        h("h3", {}, title),
        h("ul", {}, ...rows.map((row) => h("li", {}, ...render(row)))),
      )
    : null;
}

function postingsTable(postings) {
  const row = ({ debit, credit, amount }) =>
    h(
      "tr",
      {},
      h("td", {}, h("bdi", {}, debit)),
      h("td", {}, h("bdi", {}, credit)),
      h("td", { class: "amount" }, h("bdi", {}, amount)),
    );
  return h(
    "section",
    {},
    h("h3", {}, "Postings"),
    h(
      "table",
      {},
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          h("th", { scope: "col" }, "debit"),
          h("th", { scope: "col" }, "credit"),
          h("th", { scope: "col", class: "amount" }, "amount"),
        ),
      ),
      h("tbody", {}, ...postings.map(row)),
    ),
  );
}
