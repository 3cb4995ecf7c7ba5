// The panes of people: a phone with one chat at a time, and the world outside.

import * as api from "./api.js";
import { Chat } from "./chat.js";
import { h, icon, iconButton, showMenu } from "./dom.js";
import { nameOf } from "./model.js";
import { toast } from "./toast.js";
import { Outside } from "./world.js";

const LANGUAGES = [
  ["en", "English"],
  ["fa", "فارسی"],
];
const RING_MS = 1200;

export function avatar(person) {
  return h(
    "span",
    { class: `avatar tint-${(person?.id ?? 0) % 6}`, "aria-hidden": "true" },
    (person?.first_name ?? person?.title ?? "?").slice(0, 1),
  );
}

export function languageSwitch(page, personId) {
  const select = h(
    "select",
    {
      class: "language",
      "aria-label": `Language of ${nameOf(page.model.person(personId))}`,
      name: "language",
    },
    ...LANGUAGES.map(([code, text]) => h("option", { value: code }, text)),
  );
  select.value = page.model.person(personId)?.language_code ?? "en";
  select.addEventListener("change", async () => {
    await api
      .settings({ language: { [personId]: select.value } })
      .catch((error) => toast(document.body, error.message, "error"));
    await page.changed(personId);
  });
  return select;
}

// A message came with a sound: the pane's bell swings for a moment.
export function ring(host) {
  host.classList.remove("ringing");
  requestAnimationFrame(() => host.classList.add("ringing"));
  setTimeout(() => host.classList.remove("ringing"), RING_MS);
}

// One person, and one of their chats with bots at a time.
export class PersonPane {
  constructor(page, host, personId) {
    Object.assign(this, { page, host, personId, chatId: null });
    this.header = h("header", { class: "pane-header" });
    host.append(this.header);
    this.chat = new Chat(page, host);
  }

  get person() {
    return this.page.model.person(this.personId);
  }

  get chats() {
    return (this.page.model.states.get(this.personId)?.chats ?? []).filter(
      (chat) => chat.type === "private",
    );
  }

  render() {
    this.chatId ??= this.chats[0]?.id ?? null;
    this.renderHeader();
    if (this.chatId !== null) this.chat.open({ viewer: this.personId, chatId: this.chatId });
  }

  renderHeader() {
    const chat = this.chats.find((one) => one.id === this.chatId);
    const shown = JSON.stringify([this.person, chat?.title, chat?.blocked]);
    if (shown === this.headerShown) return;
    this.headerShown = shown;
    this.header.replaceChildren(
      avatar(this.person),
      h(
        "div",
        { class: "pane-title" },
        h("h2", {}, h("bdi", {}, nameOf(this.person))),
        h(
          "div",
          { class: "faint" },
          h("span", { class: "role" }, this.person.role),
          " · ",
          h("bdi", {}, chat?.title ?? ""),
          chat?.blocked ? " · blocked" : "",
        ),
      ),
      h("span", { class: "bell", "aria-hidden": "true" }),
      languageSwitch(this.page, this.personId),
      iconButton(
        "more",
        `Menu of ${nameOf(this.person)}`,
        (event) => this.showMenu(event.currentTarget),
        { "aria-haspopup": "menu" },
      ),
    );
  }

  showMenu(anchor) {
    const chat = this.chats.find((one) => one.id === this.chatId);
    const others = this.chats
      .filter((one) => one.id !== this.chatId)
      .map((one) => ({ text: `Chat with ${one.title}`, act: () => this.openChat(one.id) }));
    const blocked = Boolean(chat?.blocked);
    showMenu(
      anchor,
      [
        ...others,
        {
          text: blocked ? "Unblock the bot" : "Block the bot",
          danger: !blocked,
          act: () => this.block(!blocked),
        },
      ],
      "Menu",
    );
  }

  async block(blocked) {
    await this.chat.attempt(() => api.block(this.personId, this.chatId, blocked));
    await this.page.changed(this.personId);
  }

  openChat(chatId) {
    this.chatId = chatId;
    this.render();
  }

  unread() {
    return this.chats.reduce((sum, chat) => sum + this.page.model.unreadIn(this.personId, chat), 0);
  }

  ring() {
    ring(this.host);
  }
}

// Outside of Telegram, and the phone of the stranger who is no part of the deal.
export class WorldPane {
  constructor(page, host, strangerId) {
    Object.assign(this, { page, host, strangerId, showing: "outside" });
    this.tabs = h("div", {
      class: "world-tabs",
      role: "group",
      "aria-label": "Outside or the stranger's phone",
    });
    this.phoneHost = h("div", { class: "world-phone room", hidden: true });
    this.outsideHost = h("div", { class: "world-outside" });
    host.append(
      h(
        "header",
        { class: "pane-header" },
        h("span", { class: "avatar tint-world" }, icon("outside")),
        h("div", { class: "pane-title" }, h("h2", {}, "The world outside"), this.tabs),
        h("span", { class: "bell", "aria-hidden": "true" }),
      ),
      this.outsideHost,
      this.phoneHost,
    );
    this.outside = new Outside(page, this.outsideHost);
    this.phone = strangerId === null ? null : new PersonPane(page, this.phoneHost, strangerId);
    this.tabButtons = new Map(
      [
        ["outside", "Links & notes"],
        ["phone", `${page.model.person(strangerId)?.first_name ?? "Stranger"}'s phone`],
      ].map(([key, text]) => [
        key,
        h(
          "button",
          {
            type: "button",
            class: "world-tab",
            data: { world: key },
            onclick: () => this.show(key),
          },
          text,
          h("span", { class: "badge", hidden: true }),
        ),
      ]),
    );
    this.tabs.append(...[...this.tabButtons.values()].slice(0, this.phone ? 2 : 0));
  }

  get chat() {
    return this.phone?.chat ?? null;
  }

  show(key) {
    this.showing = key;
    this.render();
  }

  render() {
    this.outsideHost.hidden = this.showing !== "outside";
    this.phoneHost.hidden = this.showing !== "phone";
    for (const [key, button] of this.tabButtons)
      button.setAttribute("aria-pressed", String(key === this.showing));
    this.phone?.render();
    this.counted();
  }

  counted() {
    const badge = this.tabButtons.get("phone").querySelector(".badge");
    badge.textContent = String(this.unread());
    badge.hidden = this.unread() === 0;
  }

  openChat(chatId) {
    this.showing = "phone";
    this.phone.openChat(chatId);
    this.render();
  }

  unread() {
    return this.phone?.unread() ?? 0;
  }

  ring() {
    ring(this.host);
  }
}
