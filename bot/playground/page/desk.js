// The arbiters' pane: a group with its topics, their own chats, and who of them acts.

import { Chat } from "./chat.js";
import { h, syncChildren } from "./dom.js";
import { GENERAL, nameOf, threadsOf } from "./model.js";
import { languageSwitch, ring } from "./panes.js";

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
    return (this.model.states.get(this.actorId)?.chats ?? []).filter(
      (chat) => chat.type === "private",
    );
  }

  buildHeader() {
    const radios = this.actors.map((person) =>
      h(
        "label",
        { class: "actor", title: nameOf(person) },
        h("input", {
          type: "radio",
          name: "actor",
          value: person.id,
          checked: person.id === this.actorId,
          onchange: () => this.act(person.id),
        }),
        h("span", {}, h("bdi", {}, person.first_name)),
      ),
    );
    this.languageBox = h("span", {});
    this.header.append(
      h("span", { class: "avatar tint-desk", "aria-hidden": "true" }, "⚖"),
      h(
        "div",
        { class: "pane-title" },
        h("h2", {}, h("bdi", {}, this.group?.title ?? "Desk"), h("small", {}, "arbiters")),
        h(
          "fieldset",
          { class: "actors" },
          h("legend", { class: "visually-hidden" }, "Who acts"),
          h("span", { class: "faint", "aria-hidden": "true" }, "as"),
          ...radios,
        ),
      ),
      h("span", { class: "bell", "aria-hidden": "true" }),
      this.languageBox,
    );
  }

  act(personId) {
    this.actorId = personId;
    this.render();
  }

  render() {
    this.renderLanguage();
    this.renderRail();
    if (this.privateId !== null) this.chat.open({ viewer: this.actorId, chatId: this.privateId });
    else if (this.group)
      this.chat.open({
        viewer: this.viewerId,
        actor: this.actorId,
        chatId: this.group.id,
        threadId: this.threadId,
      });
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
    const entries = [
      ...topics.map((topic) => this.topicEntry(group, topic)),
      ...this.privates.map((chat) => this.privateEntry(chat)),
    ];
    const focused = this.rail.contains(document.activeElement)
      ? document.activeElement.dataset.key
      : null;
    const kept = new Map();
    for (const entry of entries) {
      const signature = JSON.stringify(entry);
      const old = this.railShown.get(entry.key);
      kept.set(
        entry.key,
        old?.signature === signature ? old : { signature, node: this.renderEntry(entry) },
      );
    }
    this.railShown = kept;
    syncChildren(
      this.rail,
      [...kept.values()].map((one) => one.node),
    );
    if (focused && document.activeElement.dataset?.key !== focused)
      this.rail.querySelector(`[data-key="${focused}"]`)?.focus();
  }

  topicEntry(group, topic) {
    return {
      key: `t${topic.id}`,
      thread: topic.id,
      ...shortTopic(topic),
      closed: Boolean(topic.closed),
      unread: this.model.unread(this.viewerId, group, topic.id),
      current: this.privateId === null && topic.id === this.threadId,
    };
  }

  privateEntry(chat) {
    const who = this.model.person(this.actorId)?.first_name ?? "";
    return {
      key: `p${chat.id}`,
      chat: chat.id,
      name: chat.title,
      icon: "✉",
      note: `${who}'s own chat`,
      unread: this.model.unreadIn(this.actorId, chat),
      current: this.privateId === chat.id,
    };
  }

  renderEntry({ key, thread, chat, name, icon: sign, note, closed, unread, current }) {
    return h(
      "button",
      {
        type: "button",
        class: `topic${note ? " private" : ""}`,
        "aria-current": current ? "true" : null,
        title: name,
        data: { key, threadId: thread, chatId: chat },
        onclick: () => this.choose(thread, chat),
      },
      h("span", { class: "topic-icon", "aria-hidden": "true" }, sign),
      h(
        "span",
        { class: "topic-name", dir: "auto" },
        name,
        note ? h("small", {}, note) : null,
        closed ? h("small", {}, "closed") : null,
      ),
      unread
        ? h("span", { class: "badge", "aria-label": `${unread} unread` }, String(unread))
        : null,
    );
  }

  choose(thread, chat) {
    this.privateId = chat ?? null;
    if (thread !== undefined) this.threadId = thread;
    this.render();
  }

  toNewest() {
    const topics = this.group ? threadsOf(this.group) : [];
    this.choose(Math.max(GENERAL, ...topics.map((topic) => topic.id)));
  }

  openChat(chatId, personId) {
    this.actorId = personId;
    this.header.querySelector(`input[value="${personId}"]`).checked = true;
    this.choose(undefined, chatId);
  }

  unread() {
    const group = this.group ? this.model.unreadIn(this.viewerId, this.group) : 0;
    return (
      group + this.privates.reduce((sum, chat) => sum + this.model.unreadIn(this.actorId, chat), 0)
    );
  }

  ring() {
    ring(this.host);
  }
}

// A name that begins with an emoji gives it to the icon's place, where the topic has none.
function shortTopic({ icon: sign, name }) {
  const [, emoji, rest] = /^(\p{Extended_Pictographic}\uFE0F?)\s*(.+)$/u.exec(name) ?? [
    null,
    "",
    name,
  ];
  if (sign && sign !== emoji) return { icon: sign, name };
  return { icon: sign || emoji || "💬", name: rest };
}
