// What a person writes with: text, files, replies, edits, commands, the reply keyboard.

import * as api from "./api.js";
import { h, icon, iconButton, showMenu } from "./dom.js";
import { Attached, packed } from "./attached.js";
import { summary } from "./message.js";
import { nameOf, textOf } from "./model.js";
import { ReplyKeyboard } from "./replykeyboard.js";

const MESSAGE_WORDS = { en: "Message", fa: "پیام" };
const PLACES = [
  ["Tehran", 35.6892, 51.389],
  ["Madrid", 40.4168, -3.7038],
  ["Berlin", 52.52, 13.405],
  ["Istanbul", 41.0082, 28.9784],
  ["Toronto", 43.6532, -79.3832],
];

export class Composer {
  // `chat` has actor (person id), chatId, threadId, commands(), send(part), language(), contact().
  constructor(chat, host) {
    this.chat = chat;
    this.host = host;
    this.replying = null;
    this.editing = null;
    this.build();
  }

  build() {
    this.input = h("textarea", {
      name: "text",
      rows: "1",
      dir: "auto",
      placeholder: "Message",
      "aria-label": "Message",
      autocomplete: "off",
      onkeydown: (event) => this.onkey(event),
      oninput: () => this.grow(),
      onpaste: (event) => this.onpaste(event),
    });
    this.attached = new Attached();
    this.context = h("div", { class: "composer-context", hidden: true });
    this.suggestions = h("div", {
      class: "suggestions",
      hidden: true,
      role: "listbox",
      "aria-label": "Suggestions",
    });
    this.keys = new ReplyKeyboard({
      say: (text) => this.chat.send({ text }),
      askPlace: (anchor) => this.askPlace(anchor),
      giveNumber: () => this.chat.send({ contact: this.chat.contact() }),
    });
    this.menuButton = h(
      "button",
      {
        type: "button",
        class: "commands-button",
        "aria-haspopup": "menu",
        "aria-label": "Commands",
        title: "Commands",
        onclick: (event) => this.showCommands(event.currentTarget),
      },
      "/",
    );
    this.form = h(
      "form",
      { class: "composer", onsubmit: (event) => this.submit(event) },
      this.suggestions,
      this.context,
      this.attached.chips,
      h(
        "div",
        { class: "composer-row" },
        this.menuButton,
        iconButton("attach", "Attach", (event) => this.showAttach(event.currentTarget), {
          "aria-haspopup": "menu",
        }),
        this.attached.picker,
        this.input,
        this.keys.toggle,
        h(
          "button",
          { type: "submit", class: "send", "aria-label": "Send", title: "Send" },
          icon("send"),
        ),
      ),
      this.keys.grid,
    );
    this.host.append(this.form);
    this.acceptDrops();
  }

  acceptDrops() {
    this.host.addEventListener("dragover", (event) => {
      if (event.dataTransfer.types.includes("Files")) event.preventDefault();
    });
    this.host.addEventListener("drop", (event) => {
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      this.attached.add([...event.dataTransfer.files]);
    });
  }

  onkey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    }
    if (event.key === "Escape") this.forget();
  }

  onpaste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.attached.add(files);
  }

  grow() {
    this.turn();
    this.input.style.height = "auto";
    const border = this.input.offsetHeight - this.input.clientHeight; // scrollHeight is without it
    this.input.style.height = `${Math.min(this.input.scrollHeight + border, 140)}px`;
    this.suggest();
  }

  // Words turn the box by themselves; an empty one stands as its placeholder reads.
  turn() {
    this.input.dir = this.input.value || this.chat.language() !== "fa" ? "auto" : "rtl";
  }

  put(text) {
    this.input.value = text;
    this.grow();
    this.input.focus();
  }

  // commands, and inline mode

  suggest() {
    const text = this.input.value;
    const inline = text.match(/^@(\w+)\s([\s\S]*)$/);
    clearTimeout(this.inlineSoon);
    if (inline) {
      this.inlineSoon = setTimeout(() => this.askInline(inline[1], inline[2]), 250);
      return;
    }
    const typed =
      text.startsWith("/") && !/\s/.test(text)
        ? this.chat.commands().filter((one) => `/${one.command}`.startsWith(text))
        : [];
    this.offer(
      typed.map((one) => ({
        title: `/${one.command}`,
        text: one.description,
        act: () => this.say(`/${one.command}`),
      })),
    );
  }

  offer(options) {
    this.suggestions.hidden = options.length === 0;
    this.suggestions.replaceChildren(
      ...options.map((option) =>
        h(
          "button",
          { type: "button", role: "option", "aria-selected": "false", onclick: option.act },
          h("b", { dir: "auto" }, option.title),
          h("span", { dir: "auto" }, option.text ?? ""),
        ),
      ),
    );
  }

  async askInline(username, query) {
    const bot = this.chat.model.botNamed(username);
    if (!bot) return;
    const answer = await this.chat.attempt(() =>
      api.inline({ person: this.chat.actor, bot: bot.id, query }),
    );
    const results = answer?.results ?? [];
    this.offer(
      results.map((result) => ({
        title: result.title ?? result.type,
        text: result.description ?? "",
        act: () => this.chooseInline(answer.query_id, result),
      })),
    );
  }

  // A card chosen in inline mode goes to a chat of two people, which is outside of this bot's chats.
  async chooseInline(queryId, result) {
    this.offer([]);
    this.put("");
    const chosen = await this.chat.attempt(() =>
      api.choose({ person: this.chat.actor, query_id: queryId, result_id: result.id }),
    );
    if (chosen)
      this.chat.shareOutside({
        text: chosen.message.text,
        keyboard: chosen.message.reply_markup?.inline_keyboard ?? [],
      });
  }

  showCommands(anchor) {
    const items = this.chat.commands().map((one) => ({
      text: `/${one.command}`,
      hint: one.description,
      act: () => this.say(`/${one.command}`),
    }));
    showMenu(
      anchor,
      items.length ? items : [{ text: "/start", act: () => this.say("/start") }],
      "Commands",
    );
  }

  say(text) {
    this.put("");
    return this.chat.send({ text });
  }

  // files

  showAttach(anchor) {
    const pick = (accept, kind) => () => this.attached.pick(accept, kind);
    const items = [
      { text: "Photo", act: pick("image/*", "photo") },
      { text: "File", act: pick("", "document") },
      { text: "Voice message", hint: "an audio file", act: pick("audio/*", "voice") },
      { text: "Location", act: () => this.askPlace(anchor) },
    ];
    showMenu(anchor, items, "Attach");
  }

  askPlace(anchor) {
    showMenu(
      anchor,
      PLACES.map(([name, latitude, longitude]) => ({
        text: name,
        act: () => this.chat.send({ location: { latitude, longitude } }),
      })),
      "Where",
    );
  }

  // replying and editing

  reply(message) {
    this.editing = null;
    this.replying = message;
    this.showContext("Reply to", nameOf(message.from), summary(message));
  }

  edit(message) {
    this.replying = null;
    this.editing = message;
    this.showContext("Edit", "your message", summary(message));
    this.put(textOf(message));
  }

  showContext(verb, who, text) {
    this.context.hidden = false;
    this.context.replaceChildren(
      h(
        "span",
        { dir: "auto" },
        h("b", {}, `${verb} `, h("bdi", {}, who)),
        h("span", { class: "faint", dir: "auto" }, text),
      ),
      iconButton("close", "Never mind", () => this.forget()),
    );
    this.input.focus();
  }

  forget() {
    if (this.editing) this.put("");
    this.replying = this.editing = null;
    this.context.hidden = true;
    this.offer([]);
  }

  // The box is empty at once, so that nothing is sent twice; a refusal gives everything back.
  async submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    const { editing, replying } = this;
    if (!text && (editing || !this.attached.files.length)) return;
    const files = editing ? [] : this.attached.take();
    this.clear();
    const sent = editing
      ? await this.chat.edit(editing, text)
      : await this.chat.send({
          ...(text ? { text } : {}),
          ...(replying ? { reply_to: replying.message_id } : {}),
          ...(await packed(files)),
        });
    if (sent !== null) return;
    if (editing) this.edit(editing);
    else if (replying) this.reply(replying);
    if (files.length) this.attached.put(files);
    if (!this.input.value || editing) this.put(text);
  }

  clear() {
    this.replying = this.editing = null;
    this.context.hidden = true;
    this.input.value = "";
    this.grow();
  }

  showKeyboard(message) {
    const blocked = this.chat.chat?.blocked ? "You blocked this bot" : null;
    const wanted = blocked ?? message?.keyboard?.input_field_placeholder;
    this.input.placeholder = wanted ?? MESSAGE_WORDS[this.chat.language()] ?? MESSAGE_WORDS.en;
    this.turn();
    this.keys.show(message);
  }
}
