// Message text and its entities, as elements. Entities are trusted for nothing
// but ranges and types; every character of the text ends in a text node.
//
// Each line of the text is a paragraph of its own with dir="auto", as Telegram
// shows it: a Persian line reads from the right though the one above is English.

import { h } from "./dom.js";

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };

// `on` has {command(text), link(url, event), mention(name)}.
export function renderText(text, entities, on) {
  const body = h("div", { class: "text" });
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  let at = 0;
  for (const block of outermostBlocks(sorted)) {
    const end = block.offset + block.length;
    body.append(...paragraphs(text, at, trimEnd(text, block.offset, at), sorted, on));
    body.append(renderBlock(text, block, sorted, on));
    at = text[end] === "\n" ? end + 1 : end;
  }
  if (at < text.length || at === 0) body.append(...paragraphs(text, at, text.length, sorted, on));
  return body;
}

function outermostBlocks(entities) {
  const blocks = [];
  let free = 0;
  for (const entity of entities) {
    if (!BLOCKS.has(entity.type) || entity.offset < free) continue;
    blocks.push(entity);
    free = entity.offset + entity.length;
  }
  return blocks;
}

// The line break before a block belongs to the block's edge, not to the text.
function trimEnd(text, end, start) {
  return end > start && text[end - 1] === "\n" ? end - 1 : end;
}

function paragraphs(text, start, end, entities, on) {
  if (start >= end) return [];
  const lines = [];
  let at = start;
  while (at <= end) {
    const found = text.indexOf("\n", at);
    const stop = found === -1 || found > end ? end : found;
    lines.push(
      h(
        "p",
        { dir: "auto", class: stop === at ? "gap" : null },
        ...inline(text, at, stop, entities, on),
      ),
    );
    at = stop + 1;
  }
  return lines;
}

function renderBlock(text, block, entities, on) {
  const end = block.offset + block.length;
  if (block.type === "pre") {
    return h("pre", { dir: "auto", tabindex: "0" }, h("code", {}, text.slice(block.offset, end)));
  }
  const inner = entities.filter((entity) => entity !== block && !BLOCKS.has(entity.type));
  const lines = paragraphs(text, block.offset, end, inner, on);
  if (block.type === "expandable_blockquote" && lines.length > 3) {
    return h(
      "details",
      { class: "quote" },
      h("summary", {}, ...lines.slice(0, 3)),
      ...lines.slice(3),
    );
  }
  return h("blockquote", {}, ...lines);
}

function inline(text, start, end, entities, on) {
  const inside = entities.filter(
    (entity) =>
      !BLOCKS.has(entity.type) && entity.offset < end && entity.offset + entity.length > start,
  );
  const nodes = [];
  let at = start;
  for (let index = 0; index < inside.length; index += 1) {
    const entity = inside[index];
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    if (from < at) continue; // nested in the one before, which rendered it
    nodes.push(text.slice(at, from));
    const nested = inside.slice(index + 1).filter((other) => other.offset < to);
    nodes.push(wrap(entity, text.slice(from, to), inline(text, from, to, nested, on), on));
    at = to;
  }
  nodes.push(text.slice(at, end));
  return nodes.filter((node) => node !== "");
}

function wrap(entity, raw, children, on) {
  if (TAGS[entity.type]) return h(TAGS[entity.type], {}, ...children);
  switch (entity.type) {
    case "spoiler":
      return spoiler(children);
    case "bot_command":
      return h(
        "button",
        { type: "button", class: "inline-link", onclick: () => on.command(raw) },
        ...children,
      );
    case "text_link":
      return link(entity.url, children, on);
    case "url":
      return link(/^[a-z][a-z0-9+.-]*:/i.test(raw) ? raw : `https://${raw}`, children, on);
    case "email":
      return link(`mailto:${raw}`, children, on);
    case "phone_number":
      return link(`tel:${raw.replaceAll(/[^\d+]/g, "")}`, children, on);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return h("span", { class: "mention" }, ...children);
    default:
      return h("span", {}, ...children);
  }
}

function spoiler(children) {
  const shown = h(
    "button",
    { type: "button", class: "spoiler", "aria-label": "Hidden text, press to show" },
    ...children,
  );
  shown.addEventListener("click", () => {
    shown.classList.add("shown");
    shown.removeAttribute("aria-label");
  });
  return shown;
}

const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);

export function link(url, children, on) {
  let parsed = null;
  try {
    parsed = new URL(url);
  } catch {
    return h("span", { class: "mention" }, ...children);
  }
  if (!SAFE_SCHEMES.has(parsed.protocol)) return h("span", { class: "mention" }, ...children);
  return h(
    "a",
    {
      href: parsed.href,
      target: "_blank",
      rel: "noopener noreferrer",
      onclick: (event) => on.link(parsed.href, event),
    },
    ...children,
  );
}
