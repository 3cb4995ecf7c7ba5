// One chat (or one topic of a group) as somebody sees it: pinned bar, messages, composer.

import * as api from "./api.js";
import { Composer } from "./composer.js";
import { h, icon, iconButton, syncChildren } from "./dom.js";
import { mergeAlbums, renderMessage, renderService, summary } from "./message.js";
import { isService, messagesOf, nameOf, threadOf } from "./model.js";
import { alertBox, toast, toasts } from "./toast.js";

const JOIN_SECONDS = 600;
const NEAR_BOTTOM = 90;

export class Chat {
  // `page` is the app: model, follow(person, url, host), outside(card).
  constructor(page, host) {
    this.page = page;
    this.model = page.model;
    this.host = host;
    this.viewer = null; // whose phone it is
    this.actor = null; // who acts on it: the viewer, but for the desk's pane
    this.chatId = null;
    this.threadId = 0;
    this.shown = new Map(); // message id -> {signature, node}
    this.build();
  }

  build() {
    this.pinnedBar = h("button", {
      type: "button",
      class: "pinned",
      hidden: true,
      onclick: () => this.nextPinned(),
    });
    this.list = h("div", {
      class: "messages",
      role: "log",
      "aria-live": "off",
      "aria-label": "Messages",
      tabindex: "0",
      onscroll: () => this.onscroll(),
    });
    this.atBottom = true;
    this.list.addEventListener("load", () => this.atBottom && this.toBottom(), true); // a picture arrived and made the list longer
    this.said = h("div", { class: "visually-hidden", role: "status", "aria-live": "polite" });
    this.downButton = iconButton("down", "To the newest message", () => this.toBottom(true), {
      class: "icon-button to-bottom",
      hidden: true,
    });
    this.stage = h(
      "div",
      { class: "stage" },
      this.pinnedBar,
      this.list,
      this.downButton,
      this.said,
    );
    this.host.append(this.stage);
    toasts(this.stage);
    this.composer = new Composer(this, this.host);
    this.on = {
      press: (...pressed) => this.press(...pressed),
      command: (text) => this.send({ text }),
      link: (url, event) => this.page.follow(this.actor, url, event, this),
      copy: (text) => this.copy(text),
      reply: (message) => this.composer.reply(message),
      edit: (message) => this.composer.edit(message),
      outside: (message) => this.page.outside.take(this.actor, message),
      remove: (message) => this.remove(message),
      jump: (id) => this.jump(id),
    };
  }

  get chat() {
    return this.model.chat(this.viewer, this.chatId);
  }

  open({ viewer, actor = viewer, chatId, threadId = 0 }) {
    const moved = viewer !== this.viewer || chatId !== this.chatId || threadId !== this.threadId;
    const acted = actor !== this.actor;
    Object.assign(this, { viewer, actor, chatId, threadId });
    if (moved || acted) {
      this.shown.clear();
      this.list.replaceChildren();
      this.composer.forget();
    }
    this.render();
    if (moved) this.toBottom();
  }

  render() {
    const chat = this.chat;
    if (!chat) return;
    const stay = !this.nearBottom();
    const all = messagesOf(chat, this.threadId);
    this.reconcile(chat, mergeAlbums(all));
    this.renderPinned(chat);
    this.composer.showKeyboard(newestKeyboard(all));
    this.renderBlocked(chat);
    if (stay) this.downButton.hidden = false;
    else this.toBottom();
    this.look();
  }

  // Nodes of messages that did not change stay, with their focus and their players.
  reconcile(chat, messages) {
    const kept = new Map();
    let before = null;
    const nodes = messages.map((message) => {
      const view = this.viewOf(chat, message, before);
      before = message;
      const signature = JSON.stringify([message, view]);
      const old = this.shown.get(message.message_id);
      const node = old?.signature === signature ? old.node : this.renderOne(message, view, old);
      kept.set(message.message_id, { signature, node });
      return node;
    });
    this.announce(messages, kept);
    this.shown = kept;
    const content = nodes.length ? withDays(messages, nodes) : [this.empty(chat)];
    syncChildren(this.list, content);
  }

  viewOf(chat, message, before) {
    const answered = message.reply_to
      ? chat.messages.find((one) => one.message_id === message.reply_to)
      : null;
    const same =
      before &&
      !isService(before) &&
      before.from?.id === message.from?.id &&
      message.date - before.date < JOIN_SECONDS;
    return {
      person: this.actor,
      thread: this.threadId,
      group: chat.type !== "private",
      joined: Boolean(same),
      answered:
        answered && !isService(answered)
          ? { message_id: answered.message_id, from: answered.from, text: summary(answered) }
          : null,
    };
  }

  renderOne(message, view, old) {
    const node = isService(message)
      ? renderService(message, view)
      : renderMessage(message, view, this.on);
    if (old) {
      node.classList.add("changed");
      if (old.node.contains(document.activeElement)) {
        queueMicrotask(() =>
          (node.querySelector(".key, button") ?? this.list).focus({ preventScroll: true }),
        );
      }
    } else if (this.shown.size) node.classList.add("arrived");
    return node;
  }

  // Screen readers hear one line a new message; the list itself is no live region,
  // since an edited card would be read whole each time.
  announce(messages, kept) {
    if (!this.shown.size) return;
    const fresh = messages.filter(
      (message) => !this.shown.has(message.message_id) && message.from?.id !== this.actor,
    );
    if (fresh.length && kept.size)
      this.said.textContent = fresh
        .map((message) => `${nameOf(message.from)}: ${summary(message)}`)
        .join("; ");
  }

  // Kept while it says the same, so that a press on START is not lost to a redraw.
  empty(chat) {
    const signature = JSON.stringify([chat.id, chat.title, this.viewer, this.description(chat.id)]);
    if (this.emptyShown?.signature !== signature)
      this.emptyShown = { signature, node: this.welcome(chat) };
    return this.emptyShown.node;
  }

  welcome(chat) {
    if (chat.type !== "private")
      return h("p", { class: "nothing" }, "Nothing has been written here yet.");
    const bot = this.model.bots.find((one) => one.id === chat.id);
    const about = this.description(chat.id);
    return h(
      "div",
      { class: "welcome" },
      h(
        "div",
        { class: `avatar big tint-${chat.id % 6}`, "aria-hidden": "true" },
        (chat.title ?? "?").slice(0, 1),
      ),
      h("b", { dir: "auto" }, chat.title ?? nameOf(bot)),
      about
        ? h(
            "div",
            { class: "welcome-text" },
            h("small", {}, "What can this bot do?"),
            ...about
              .split("\n")
              .map((line) => h("p", { dir: "auto", class: line ? null : "gap" }, line)),
          )
        : null,
      h(
        "button",
        { type: "button", class: "solid start", onclick: () => this.send({ text: "/start" }) },
        "Start",
      ),
    );
  }

  description(bot) {
    const by = this.model.states.get(this.viewer)?.descriptions?.[bot] ?? {};
    const found = by[this.language()] ?? by[""] ?? by.en ?? "";
    return typeof found === "string" ? found : (found.description ?? "");
  }

  renderPinned(chat) {
    const ids = chat.pinned ?? [];
    const pins = ids
      .map((id) => chat.messages.find((one) => one.message_id === id))
      .filter((one) => one && threadOf(chat, one) === this.threadId);
    this.pins = pins;
    this.pinnedBar.hidden = pins.length === 0;
    if (!pins.length) return;
    this.pinnedBar.replaceChildren(
      icon("pin"),
      h(
        "span",
        { class: "pinned-text" },
        h("b", {}, pins.length > 1 ? `Pinned (${pins.length})` : "Pinned"),
        h("span", { dir: "auto" }, summary(pins[0])),
      ),
    );
  }

  nextPinned() {
    this.pinAt = ((this.pinAt ?? -1) + 1) % this.pins.length;
    this.jump(this.pins[this.pinAt].message_id);
  }

  renderBlocked(chat) {
    this.host.classList.toggle("blocked", Boolean(chat.blocked));
  }

  // reading position

  nearBottom() {
    return this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < NEAR_BOTTOM;
  }

  toBottom(smooth = false) {
    this.list.scrollTo({ top: this.list.scrollHeight, behavior: smooth ? "smooth" : "instant" });
    this.atBottom = true;
    this.downButton.hidden = true;
  }

  onscroll() {
    this.atBottom = this.nearBottom();
    if (this.atBottom) this.downButton.hidden = true;
    this.look();
  }

  // Read means: on the screen, and scrolled to.
  look() {
    if (!this.chat || this.host.offsetParent === null || !this.nearBottom()) return;
    const last = messagesOf(this.chat, this.threadId).at(-1);
    if (!last) return;
    const before = this.model.unread(this.viewer, this.chat, this.threadId);
    this.model.look(this.viewer, this.chatId, this.threadId, last.message_id);
    if (before) this.page.counted();
  }

  jump(id) {
    const node = this.list.querySelector(`[data-message-id="${id}"]`);
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.remove("pointed");
    requestAnimationFrame(() => node.classList.add("pointed"));
  }

  // acting

  commands() {
    const state = this.model.states.get(this.viewer);
    const bots =
      this.chat?.type === "private" ? [this.chatId] : this.model.bots.map((bot) => bot.id);
    const found = bots.map((bot) => commandsIn(state?.commands?.[bot], this.language())).flat();
    return found.filter(
      (one, index) => found.findIndex((other) => other.command === one.command) === index,
    );
  }

  language() {
    return this.model.person(this.actor)?.language_code ?? "en";
  }

  contact() {
    const { id, first_name, last_name } = this.model.person(this.actor);
    return { phone_number: `+4915550${id}`, first_name, last_name, user_id: id };
  }

  async attempt(call) {
    try {
      return await call();
    } catch (error) {
      toast(this.stage, error.message, "error");
      return null;
    }
  }

  async send(part) {
    const thread = this.threadId > 1 ? { thread_id: this.threadId } : {};
    const sent = await this.attempt(() =>
      api.send({ person: this.actor, chat: this.chatId, ...thread, ...part }),
    );
    this.toBottom();
    await this.page.changed(this.viewer);
    return sent;
  }

  async edit(message, text) {
    const done = await this.attempt(() =>
      api.edit({ person: this.actor, chat: this.chatId, message_id: message.message_id, text }),
    );
    await this.page.changed(this.viewer);
    return done;
  }

  // For everybody, as Telegram does in a private chat; bots are not told.
  async remove(message) {
    await this.attempt(() =>
      api.remove({ person: this.actor, chat: this.chatId, message_id: message.message_id }),
    );
    await this.page.changed(this.viewer);
  }

  async press(message, button, row, col, element) {
    if (button.copy_text) return this.copy(button.copy_text.text);
    const query =
      button.switch_inline_query_current_chat ??
      button.switch_inline_query ??
      button.switch_inline_query_chosen_chat?.query;
    if (query !== undefined) return this.composer.put(`@${message.from.username} ${query}`);
    if (element.getAttribute("aria-busy") === "true") return null;
    element.setAttribute("aria-busy", "true");
    const result = await this.attempt(() =>
      api.press({
        person: this.actor,
        chat: this.chatId,
        message_id: message.message_id,
        row,
        col,
        // What the finger touched, even if the bot changes the message at this very moment.
        data: button.callback_data,
      }),
    );
    element.removeAttribute("aria-busy");
    return this.showAnswer(result);
  }

  showAnswer(result) {
    if (result === null) return;
    const { answer } = result;
    if (answer === null || answer === undefined)
      toast(this.stage, "The bot did not answer this press.", "error");
    else if (answer.url) this.page.follow(this.actor, answer.url, null, this);
    else if (answer.text && answer.show_alert) alertBox(answer.text, this.chat?.title ?? "The bot");
    else toast(this.stage, answer.text ?? "");
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      toast(this.stage, "Copied.");
    } catch {
      toast(this.stage, `Copy this: ${text}`);
    }
  }

  shareOutside(card) {
    this.page.outside.add({ who: this.actor, how: "Telegram", ...card });
  }
}

// The reply keyboard is the one that the newest message with any says.
function newestKeyboard(messages) {
  const last = messages.findLast((message) => message.keyboard);
  return last && !last.keyboard.remove_keyboard ? last : null;
}

function commandsIn(byLanguage, language) {
  if (!byLanguage) return [];
  if (Array.isArray(byLanguage)) return byLanguage;
  return (
    byLanguage[language] ?? byLanguage[""] ?? byLanguage.en ?? Object.values(byLanguage)[0] ?? []
  );
}

function withDays(messages, nodes) {
  const content = [];
  let day = "";
  messages.forEach((message, index) => {
    const of = new Date(message.date * 1000).toISOString().slice(0, 10);
    if (of !== day) content.push(dayMark(of));
    day = of;
    content.push(nodes[index]);
  });
  return content;
}

function dayMark(day) {
  const text = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(day));
  return h("div", { class: "day", data: { day } }, h("span", {}, text));
}
