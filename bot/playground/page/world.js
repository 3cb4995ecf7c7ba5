// The world outside of Telegram: what people pasted, shared or photographed, and who follows it.

import * as api from "./api.js";
import { dataUrl } from "./attached.js";
import { h, icon, iconButton, showMenu } from "./dom.js";
import { nameOf, textOf } from "./model.js";
import { readQr } from "./qr.js";
import { renderText } from "./entities.js";

const START =
  /^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/([A-Za-z]\w{3,})\/?\?(?:.*&)?start=([\w-]{1,64})/;
const LINKS =
  /(?:https?:\/\/)?(?:t\.me|telegram\.me)\/[A-Za-z]\w{3,}\/?\?(?:[\w=&-]*&)?start=[\w-]{1,64}/g;
const SHARED = [
  [/^https:\/\/(?:t\.me|telegram\.me)\/share(?:\/url)?$/, "Telegram", ["url", "text"]],
  [/^https:\/\/(?:wa\.me|api\.whatsapp\.com)(?:\/.*)?$/, "WhatsApp", ["text"]],
  [/^mailto:.*$/, "Email", ["subject", "body"]],
];

export function startLink(url) {
  const found = START.exec(url);
  return found ? { bot: found[1], payload: found[2] } : null;
}

// What a share link would have put into the other app; null for any other link.
export function sharedBy(url) {
  const parsed = new URL(url);
  const bare = parsed.protocol === "mailto:" ? url : `${parsed.origin}${parsed.pathname}`;
  const match = SHARED.find(([pattern]) => pattern.test(bare));
  if (!match) return null;
  const parts = match[2].map((name) => parsed.searchParams.get(name)).filter(Boolean);
  return parts.length ? { how: match[1], text: parts.join("\n") } : null;
}

export class Outside {
  constructor(page, host) {
    this.page = page;
    this.board = h("div", { class: "board", role: "log", "aria-label": "What is out there" });
    this.input = h("textarea", {
      name: "paste",
      rows: "2",
      dir: "auto",
      placeholder: "Paste a link or a code, or drop a QR picture",
      "aria-label": "Paste a link or a code",
      onpaste: (event) => this.onpaste(event),
      onkeydown: (event) => this.onkey(event),
    });
    this.picker = h("input", {
      type: "file",
      name: "qr",
      accept: "image/*",
      class: "visually-hidden",
      tabindex: "-1",
      "aria-label": "QR picture",
      onchange: () => this.pictures([...this.picker.files]),
    });
    const form = h(
      "form",
      { class: "paste", onsubmit: (event) => this.submit(event) },
      this.input,
      h(
        "div",
        { class: "paste-row" },
        h(
          "button",
          { type: "button", class: "quiet", onclick: () => this.picker.click() },
          "QR picture…",
        ),
        this.picker,
        h("button", { type: "submit", class: "solid" }, "Put it here"),
      ),
    );
    host.append(form, this.board);
    this.showNothing();
    host.addEventListener("dragover", (event) => event.preventDefault());
    host.addEventListener("drop", (event) => this.ondrop(event));
  }

  showNothing() {
    this.board.replaceChildren(
      h(
        "div",
        { class: "nothing" },
        h("p", {}, "Email, WhatsApp, a note on a table: what happens outside of Telegram."),
        h(
          "p",
          {},
          "Paste an invite here and choose who follows it. Messages can be sent here with ",
          h("b", {}, "Take outside"),
          ", and share buttons end here too.",
        ),
      ),
    );
  }

  onkey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      event.target.form.requestSubmit();
    }
  }

  onpaste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.pictures(files);
  }

  async ondrop(event) {
    event.preventDefault();
    const files = [...event.dataTransfer.files];
    const url =
      event.dataTransfer.getData("text/uri-list") || event.dataTransfer.getData("text/plain");
    if (files.length) await this.pictures(files);
    else if (url.includes("/play/file/")) await this.picture(url, "a picture");
    else if (url) this.add({ how: "pasted", text: url });
  }

  submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    this.add({ how: "pasted", text });
    this.input.value = "";
  }

  async pictures(files) {
    for (const file of files) await this.picture(await dataUrl(file), file.name);
    this.picker.value = "";
  }

  async picture(url, name, who = null) {
    const read = await readQr(url).catch(() => null);
    this.add({
      who,
      how: "a picture",
      text: read ?? "",
      picture: url,
      name,
      note: read ? null : "No QR code could be read in it.",
    });
  }

  // A message carried out of Telegram: its text, and the pictures in it as pictures.
  async take(who, message) {
    const text = textOf(message);
    if (text) this.add({ who, how: "copied out", text });
    for (const file of (message.files ?? []).filter((one) => one.kind === "photo"))
      await this.picture(file.url, file.name, who);
    this.page.show("world");
  }

  // What lay here before the page was opened.
  async load() {
    const { notes } = await api.notes();
    for (const card of notes) this.put(card);
  }

  async add(card) {
    this.put({ ...card, ...(await api.note(card)) });
    this.page.outsideChanged();
  }

  put(card) {
    if (!this.board.querySelector(".card")) this.board.replaceChildren();
    this.board.prepend(this.render(card));
  }

  render({ id, who = null, how, text = "", picture = null, name = "", note = null, keyboard = [] }) {
    const links = [
      ...new Set(
        [...text.matchAll(LINKS)]
          .map((match) => match[0])
          .concat(
            keyboard
              .flat()
              .map((button) => button.url)
              .filter((url) => url && startLink(url)),
          ),
      ),
    ];
    const from = who ? nameOf(this.page.model.person(who)) : "Somebody";
    const card = h(
      "article",
      { class: "card", "aria-label": `${from}, ${how}` },
      h(
        "header",
        {},
        h("b", {}, h("bdi", {}, from)),
        h("small", {}, how),
        iconButton("close", "Throw away", () => this.remove(card, id)),
      ),
    );
    if (picture) card.append(h("img", { class: "card-picture", src: picture, alt: name }));
    if (note) card.append(h("p", { class: "faint" }, note));
    if (text)
      card.append(
        renderText(text, linkEntities(text), {
          command: () => {},
          link: (url, event) => this.choose(url, event),
        }),
      );
    for (const url of links) card.append(this.followRow(url, this.page.model.person(who)?.role));
    if (!links.length && text) card.append(this.typeRow(text));
    return card;
  }

  async remove(card, id) {
    await api.note({ remove: id });
    card.remove();
    if (!this.board.querySelector(".card")) this.showNothing();
  }

  // One of them is who is meant: the other side, and of a stranger's card the client.
  followRow(url, from) {
    const wanted = from === "client" ? "freelancer" : "client";
    const [first, ...rest] = this.people().sort(
      (one, other) => (other.role === wanted) - (one.role === wanted),
    );
    return h(
      "div",
      { class: "follow" },
      icon("link"),
      h("span", {}, "Follow as"),
      this.followButton(url, first, "solid"),
      ...rest.map((person) => this.followButton(url, person, "quiet")),
    );
  }

  followButton(url, person, kind) {
    return h(
      "button",
      {
        type: "button",
        class: kind,
        data: { follow: person.role, person: person.id },
        onclick: () => this.page.start(person.id, url),
      },
      h("bdi", {}, person.first_name),
      h("small", {}, ` ${person.role}`),
    );
  }

  // A code has no link: somebody has to type it.
  typeRow(text) {
    return h(
      "div",
      { class: "follow" },
      h("span", {}, "Type it as"),
      ...this.people().map((person) =>
        h(
          "button",
          {
            type: "button",
            class: "quiet",
            data: { type: person.role },
            onclick: () => this.page.typeInto(person.id, codeIn(text)),
          },
          h("bdi", {}, person.first_name),
        ),
      ),
    );
  }

  people() {
    return this.page.model.people.filter((person) =>
      ["freelancer", "client", "stranger"].includes(person.role),
    );
  }

  choose(url, event) {
    if (!startLink(url)) return;
    event.preventDefault();
    showMenu(
      event.currentTarget,
      this.people().map((person) => ({
        text: nameOf(person),
        hint: person.role,
        act: () => this.page.start(person.id, url),
      })),
      "Who follows it?",
    );
  }
}

// The typed code of an invite if there is one in the text, else the whole text.
function codeIn(text) {
  return (
    /\b[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}-?[0-9A-HJKMNP-TV-Z]{4}\b/.exec(text)?.[0] ??
    text
  );
}

function linkEntities(text) {
  return [...text.matchAll(/https?:\/\/[^\s<>"']+|(?:t\.me|telegram\.me)\/[^\s<>"']+/g)].map(
    (match) => ({ type: "url", offset: match.index, length: match[0].length }),
  );
}
