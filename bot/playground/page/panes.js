// The four panes: a person's phone, the arbiters' group, the world outside.

import * as api from "./api.js";
import { Chat } from "./chat.js";
import { h, icon, iconButton, showMenu, syncChildren } from "./dom.js";
import { nameOf, threadsOf, GENERAL } from "./model.js";
import { toast } from "./toast.js";
import { Outside } from "./world.js";

const LANGUAGES = [["en", "English"], ["fa", "فارسی"]];
const RING_MS = 1200;

export function avatar(person) {
  return h("span", { class: `avatar tint-${(person?.id ?? 0) % 6}`, "aria-hidden": "true" }, (person?.first_name ?? person?.title ?? "?").slice(0, 1));
}

function languageSwitch(page, personId) {
  const select = h("select", { class: "language", "aria-label": `Language of ${nameOf(page.model.person(personId))}`, name: "language" }, ...LANGUAGES.map(([code, text]) => h("option", { value: code }, text)));
  select.value = page.model.person(personId)?.language_code ?? "en";
  select.addEventListener("change", async () => {
    await api.settings({ language: { [personId]: select.value } }).catch((error) => toast(document.body, error.message, "error"));
    await page.changed(personId);
  });
  return select;
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
    return (this.page.model.states.get(this.personId)?.chats ?? []).filter((chat) => chat.type === "private");
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
      h("div", { class: "pane-title" }, h("h2", {}, h("bdi", {}, nameOf(this.person))), h("div", { class: "faint" }, h("span", { class: "role" }, this.person.role), " · ", h("bdi", {}, chat?.title ?? ""), chat?.blocked ? " · blocked" : "")),
      h("span", { class: "bell", "aria-hidden": "true" }),
      languageSwitch(this.page, this.personId),
      iconButton("more", `Menu of ${nameOf(this.person)}`, (event) => this.showMenu(event.currentTarget), { "aria-haspopup": "menu" }),
    );
  }

  showMenu(anchor) {
    const chat = this.chats.find((one) => one.id === this.chatId);
    const others = this.chats.filter((one) => one.id !== this.chatId).map((one) => ({ text: `Chat with ${one.title}`, act: () => this.openChat(one.id) }));
    const blocked = Boolean(chat?.blocked);
    showMenu(anchor, [...others, { text: blocked ? "Unblock the bot" : "Block the bot", danger: !blocked, act: () => this.block(!blocked) }], "Menu");
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
    this.host.classList.remove("ringing");
    requestAnimationFrame(() => this.host.classList.add("ringing"));
    setTimeout(() => this.host.classList.remove("ringing"), RING_MS);
  }
}

// The arbiters' group: topics in a rail, and a choice of who acts.
export class DeskPane {
  constructor(page, host) {
    Object.assign(this, { page, host, threadId: GENERAL, privateId: null, railShown: new Map() });
    this.header = h("header", { class: "pane-header" });
    this.rail = h("nav", { class: "rail", "aria-label": "Topics" });
    const room = h("div", { class: "room" });
    host.append(this.header, h("div", { class: "desk-body" }, this.rail, room));
    this.chat = new Chat(page, room);
    this.actors = [...page.model.byRole("arbiter"), ...page.model.byRole("stranger")];
    this.actorId = this.actors[0]?.id ?? null;
    this.buildHeader();
  }

  get model() {
    return this.page.model;
  }

  // The group is read through whoever of the cast is in it, so that one who is not can still press.
  get viewerId() {
    return this.actors.find((person) => this.groupOf(person.id))?.id ?? this.actorId;
  }

  get group() {
    return this.groupOf(this.viewerId);
  }

  groupOf(person) {
    return this.model.states.get(person)?.chats.find((chat) => chat.type !== "private") ?? null;
  }

  get privates() {
    return (this.model.states.get(this.actorId)?.chats ?? []).filter((chat) => chat.type === "private");
  }

  buildHeader() {
    const radios = this.actors.map((person) =>
      h("label", { class: "actor", title: nameOf(person) }, h("input", { type: "radio", name: "actor", value: person.id, checked: person.id === this.actorId, onchange: () => this.act(person.id) }), h("span", {}, h("bdi", {}, person.first_name))),
    );
    this.languageBox = h("span", {});
    this.header.append(h("span", { class: "avatar tint-desk", "aria-hidden": "true" }, "⚖"), h("div", { class: "pane-title" }, h("h2", {}, h("bdi", {}, this.group?.title ?? "Desk"), h("small", {}, "arbiters")), h("fieldset", { class: "actors" }, h("legend", { class: "visually-hidden" }, "Who acts"), h("span", { class: "faint", "aria-hidden": "true" }, "as"), ...radios)), h("span", { class: "bell", "aria-hidden": "true" }), this.languageBox);
  }

  act(personId) {
    this.actorId = personId;
    this.render();
  }

  render() {
    this.renderLanguage();
    this.renderRail();
    if (this.privateId !== null) this.chat.open({ viewer: this.actorId, chatId: this.privateId });
    else if (this.group) this.chat.open({ viewer: this.viewerId, actor: this.actorId, chatId: this.group.id, threadId: this.threadId });
  }

  renderLanguage() {
    const key = `${this.actorId}:${this.model.person(this.actorId)?.language_code}`;
    if (key === this.languageShown) return;
    this.languageShown = key;
    this.languageBox.replaceChildren(languageSwitch(this.page, this.actorId));
  }

  counted() {
    this.renderRail();
  }

  renderRail() {
    const { group } = this;
    const topics = group ? threadsOf(group) : [];
    if (!topics.some((topic) => topic.id === this.threadId)) this.threadId = GENERAL;
    const entries = [...topics.map((topic) => this.topicEntry(group, topic)), ...this.privates.map((chat) => this.privateEntry(chat))];
    const focused = this.rail.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const kept = new Map();
    for (const entry of entries) {
      const signature = JSON.stringify(entry);
      const old = this.railShown.get(entry.key);
      kept.set(entry.key, old?.signature === signature ? old : { signature, node: this.renderEntry(entry) });
    }
    this.railShown = kept;
    syncChildren(this.rail, [...kept.values()].map((one) => one.node));
    if (focused && document.activeElement.dataset?.key !== focused) this.rail.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  topicEntry(group, topic) {
    return { key: `t${topic.id}`, thread: topic.id, ...shortTopic(topic), closed: Boolean(topic.closed), unread: this.model.unread(this.viewerId, group, topic.id), current: this.privateId === null && topic.id === this.threadId };
  }

  privateEntry(chat) {
    const who = this.model.person(this.actorId)?.first_name ?? "";
    return { key: `p${chat.id}`, chat: chat.id, name: chat.title, icon: "✉", note: `${who}'s own chat`, unread: this.model.unreadIn(this.actorId, chat), current: this.privateId === chat.id };
  }

  renderEntry({ key, thread, chat, name, icon: sign, note, closed, unread, current }) {
    return h(
      "button",
      { type: "button", class: `topic${note ? " private" : ""}`, "aria-current": current ? "true" : null, title: name, data: { key, threadId: thread, chatId: chat }, onclick: () => this.choose(thread, chat) },
      h("span", { class: "topic-icon", "aria-hidden": "true" }, sign),
      h("span", { class: "topic-name", dir: "auto" }, name, note ? h("small", {}, note) : null, closed ? h("small", {}, "closed") : null),
      unread ? h("span", { class: "badge", "aria-label": `${unread} unread` }, String(unread)) : null,
    );
  }

  choose(thread, chat) {
    this.privateId = chat ?? null;
    if (thread !== undefined) this.threadId = thread;
    this.render();
  }

  openChat(chatId, personId) {
    this.actorId = personId;
    this.header.querySelector(`input[value="${personId}"]`).checked = true;
    this.choose(undefined, chatId);
  }

  unread() {
    const group = this.group ? this.model.unreadIn(this.viewerId, this.group) : 0;
    return group + this.privates.reduce((sum, chat) => sum + this.model.unreadIn(this.actorId, chat), 0);
  }

  ring() {
    PersonPane.prototype.ring.call(this);
  }
}

// A name that begins with an emoji gives it to the icon's place, where the topic has none.
function shortTopic({ icon: sign, name }) {
  const [, emoji, rest] = /^(\p{Extended_Pictographic}\uFE0F?)\s*(.+)$/u.exec(name) ?? [null, "", name];
  if (sign && sign !== emoji) return { icon: sign, name };
  return { icon: sign || emoji || "💬", name: rest };
}

// Outside of Telegram, and the phone of the stranger who is no part of the deal.
export class WorldPane {
  constructor(page, host, strangerId) {
    Object.assign(this, { page, host, strangerId, showing: "outside" });
    this.tabs = h("div", { class: "world-tabs", role: "group", "aria-label": "Outside or the stranger's phone" });
    this.phoneHost = h("div", { class: "world-phone room", hidden: true });
    this.outsideHost = h("div", { class: "world-outside" });
    host.append(h("header", { class: "pane-header" }, h("span", { class: "avatar tint-world" }, icon("outside")), h("div", { class: "pane-title" }, h("h2", {}, "The world outside"), this.tabs), h("span", { class: "bell", "aria-hidden": "true" })), this.outsideHost, this.phoneHost);
    this.outside = new Outside(page, this.outsideHost);
    this.phone = strangerId === null ? null : new PersonPane(page, this.phoneHost, strangerId);
    this.tabButtons = new Map([["outside", "Links & notes"], ["phone", `${page.model.person(strangerId)?.first_name ?? "Stranger"}'s phone`]].map(([key, text]) => [key, h("button", { type: "button", class: "world-tab", data: { world: key }, onclick: () => this.show(key) }, text, h("span", { class: "badge", hidden: true }))]));
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
    for (const [key, button] of this.tabButtons) button.setAttribute("aria-pressed", String(key === this.showing));
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
    PersonPane.prototype.ring.call(this);
  }
}
