// One message as a bubble: text, files, keyboard, marks. The node is built anew
// whenever the message changed; chat.js decides which.

import { h, icon, iconButton, showMenu } from "./dom.js";
import { link, renderText } from "./entities.js";
import { isService, nameOf, textOf } from "./model.js";

// `on` is what a bubble may ask of its chat:
// press, command, link, copy, reply, edit, outside, remove, jump.
export function renderMessage(message, view, on) {
  const mine = message.from?.id === view.person;
  const node = h("article", {
    class: ["message", mine ? "mine" : "theirs", view.joined ? "joined" : ""]
      .filter(Boolean)
      .join(" "),
    data: { messageId: message.message_id, threadId: view.thread || null },
    "aria-label": `${mine ? "You" : nameOf(message.from)}, message ${message.message_id}`,
  });
  node.append(renderBubble(message, view, on, mine));
  const keyboard = message.reply_markup?.inline_keyboard;
  if (keyboard) node.append(renderKeyboard(message, keyboard, on));
  return node;
}

function renderBubble(message, view, on, mine) {
  const bubble = h("div", { class: "bubble" });
  if (view.group && !mine && !view.joined) {
    bubble.append(
      h(
        "div",
        { class: `author tint-${message.from.id % 6}` },
        h("bdi", {}, nameOf(message.from)),
        message.from.is_bot ? h("small", {}, "bot") : null,
      ),
    );
  }
  if (view.answered) bubble.append(renderQuote(view.answered, on));
  bubble.append(...renderFiles(message.files ?? []), ...renderExtras(message, on));
  const text = textOf(message);
  if (text) bubble.append(renderText(text, message.entities ?? message.caption_entities, on));
  bubble.append(renderMarks(message), actionsButton(message, view, on, mine));
  return bubble;
}

function renderQuote(answered, on) {
  return h(
    "button",
    { type: "button", class: "answered", onclick: () => on.jump(answered.message_id) },
    h("b", { dir: "auto" }, nameOf(answered.from)),
    h("span", { dir: "auto" }, summary(answered)),
  );
}

// A line that stands for a message in a quote, a pin or a list.
export function summary(message) {
  const text = textOf(message)
    .split("\n")
    .find((line) => line.trim());
  if (text) return text.length > 90 ? `${text.slice(0, 90)}…` : text;
  const file = message.files?.[0];
  if (file) return { photo: "Photo", voice: "Voice message" }[file.kind] ?? file.name;
  return message.location ? "Location" : "Message";
}

function renderFiles(files) {
  const photos = files.filter((file) => file.kind === "photo");
  const others = files.filter((file) => file.kind !== "photo");
  return [
    photos.length
      ? h(
          "div",
          { class: `photos photos-${Math.min(photos.length, 4)}` },
          ...photos.map(renderPhoto),
        )
      : null,
    ...others.map(renderFile),
  ].filter(Boolean);
}

function renderPhoto(file) {
  const image = h("img", { src: file.url, alt: file.name || "Photo", loading: "lazy" });
  return h(
    "a",
    {
      class: "photo",
      href: file.url,
      target: "_blank",
      rel: "noopener",
      data: { fileId: file.file_id },
    },
    image,
  );
}

function renderFile(file) {
  if (file.kind === "voice" || file.kind === "audio") {
    return h("audio", {
      controls: true,
      preload: "none",
      src: file.url,
      "aria-label": file.name || "Voice message",
    });
  }
  if (file.kind === "video") return h("video", { controls: true, preload: "none", src: file.url });
  return h(
    "a",
    { class: "file", href: file.url, download: file.name, data: { fileId: file.file_id } },
    h("span", { class: "file-icon" }, icon("file")),
    h("span", { class: "file-name" }, h("bdi", {}, file.name), h("small", {}, fileSize(file.size))),
  );
}

export function fileSize(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

function renderExtras(message, on) {
  const extras = [];
  if (message.location) {
    const { latitude, longitude } = message.location;
    extras.push(
      h(
        "div",
        { class: "place" },
        "📍 ",
        h("bdi", { dir: "ltr" }, `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`),
      ),
    );
  }
  if (message.contact)
    extras.push(
      h(
        "div",
        { class: "place" },
        "👤 ",
        h("bdi", {}, `${nameOf(message.contact)} ${message.contact.phone_number}`),
      ),
    );
  if (message.invoice)
    extras.push(
      h(
        "div",
        { class: "place" },
        h("b", { dir: "auto" }, message.invoice.title),
        h("p", { dir: "auto" }, message.invoice.description),
      ),
    );
  if (message.via_bot)
    extras.push(
      h(
        "small",
        { class: "via" },
        "via ",
        link(`https://t.me/${message.via_bot.username}`, [`@${message.via_bot.username}`], on),
      ),
    );
  return extras;
}

function renderMarks(message) {
  const reactions = (message.reactions ?? []).map((reaction) =>
    h("span", { class: "reaction" }, reaction.emoji ?? reaction.type?.emoji ?? String(reaction)),
  );
  return h(
    "div",
    { class: "marks" },
    h("span", { class: "reactions" }, ...reactions),
    message.edited ? h("span", { class: "edited" }, "edited") : null,
    message.silent
      ? h(
          "span",
          {
            class: "silent",
            title: "Sent without a sound",
            role: "img",
            "aria-label": "sent without a sound",
          },
          icon("silent"),
        )
      : null,
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, clockOf(message.date)),
  );
}

export function clockOf(seconds) {
  return new Date(seconds * 1000).toISOString().slice(11, 16);
}

function actionsButton(message, view, on, mine) {
  const open = (event) =>
    showMenu(event.currentTarget, actions(message, view, on, mine), "Message");
  return iconButton("more", "Message actions", open, {
    class: "icon-button actions",
    "aria-haspopup": "menu",
  });
}

function actions(message, view, on, mine) {
  const text = textOf(message);
  const items = [{ text: "Reply", icon: "reply", act: () => on.reply(message) }];
  if (mine && text) items.push({ text: "Edit", icon: "edit", act: () => on.edit(message) });
  if (text) items.push({ text: "Copy text", icon: "copy", act: () => on.copy(text) });
  if (text || message.files?.length)
    items.push({ text: "Take outside", icon: "outside", act: () => on.outside(message) });
  if (mine || !view.group)
    items.push({ text: "Delete", icon: "close", danger: true, act: () => on.remove(message) });
  return items;
}

function renderKeyboard(message, rows, on) {
  const grid = h("div", { class: "keyboard", role: "group", "aria-label": "Buttons" });
  rows.forEach((row, rowIndex) => {
    grid.append(
      h(
        "div",
        { class: "keyboard-row" },
        ...row.map((button, column) => renderButton(message, button, rowIndex, column, on)),
      ),
    );
  });
  return grid;
}

function renderButton(message, button, row, col, on) {
  const shown = [h("span", { dir: "auto" }, button.text)];
  if (button.copy_text) shown.push(icon("copy"));
  const attributes = { class: `key style-${button.style ?? "plain"}`, data: { row, col } };
  if (button.url) {
    return h(
      "a",
      {
        ...attributes,
        href: button.url,
        target: "_blank",
        rel: "noopener noreferrer",
        onclick: (event) => on.link(button.url, event),
      },
      ...shown,
      icon("outside"),
    );
  }
  return h(
    "button",
    {
      type: "button",
      ...attributes,
      disabled: button.disabled !== undefined,
      onclick: (event) => on.press(message, button, row, col, event.currentTarget),
    },
    ...shown,
  );
}

export function renderService(message, view) {
  return h(
    "div",
    { class: "service", data: { messageId: message.message_id, threadId: view.thread || null } },
    h("span", { dir: "auto" }, serviceText(message)),
  );
}

function serviceText(message) {
  const who = nameOf(message.from);
  if (message.forum_topic_created)
    return `${who} opened the topic “${message.forum_topic_created.name}”`;
  if (message.forum_topic_edited)
    return message.forum_topic_edited.name
      ? `${who} renamed the topic to “${message.forum_topic_edited.name}”`
      : `${who} changed the topic's icon`;
  if (message.forum_topic_closed) return `${who} closed the topic`;
  if (message.forum_topic_reopened) return `${who} opened the topic again`;
  if (message.pinned_message) return `${who} pinned “${summary(message.pinned_message)}”`;
  if (message.new_chat_members) return `${message.new_chat_members.map(nameOf).join(", ")} joined`;
  if (message.left_chat_member) return `${nameOf(message.left_chat_member)} left`;
  if (message.new_chat_title) return `The group is now “${message.new_chat_title}”`;
  return message.successful_payment ? "Payment made" : "Service message";
}

// Messages of one album share a bubble: the first shows every file, the others none.
export function mergeAlbums(messages) {
  const merged = [];
  for (const message of messages) {
    const last = merged.at(-1);
    const together = message.media_group_id && last?.media_group_id === message.media_group_id;
    if (!together) merged.push(message);
    else
      merged[merged.length - 1] = {
        ...last,
        ...captionOf(last, message),
        files: [...last.files, ...message.files],
      };
  }
  return merged;
}

function captionOf(first, next) {
  if (first.caption || !next.caption) return {};
  return { caption: next.caption, caption_entities: next.caption_entities };
}

export { isService };
