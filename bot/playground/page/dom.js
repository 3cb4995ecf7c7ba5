// Builds elements without ever parsing a string as markup: text that people
// wrote can only become a text node.

const PROPERTIES = new Set([
  "value",
  "checked",
  "disabled",
  "hidden",
  "open",
  "selected",
  "multiple",
]);

export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(element.dataset, defined(value));
  else if (PROPERTIES.has(name)) element[name] = value;
  else element.setAttribute(name, value === true ? "" : String(value));
}

function defined(values) {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

const ICONS = {
  attach: "M16.5 6.5v9a4.5 4.5 0 0 1-9 0V6a3 3 0 0 1 6 0v9a1.5 1.5 0 0 1-3 0V7",
  send: "M4 11.5 20 4l-5 16-3.5-6.5L4 11.5Zm7.5 2 3.5-4",
  more: "M12 6.2v.1M12 12v.1M12 17.8v.1",
  close: "m6.5 6.5 11 11m0-11-11 11",
  pin: "M9 4h6l-1 6 3 3H7l3-3-1-6Zm3 9v7",
  file: "M7 3.5h7l4 4v13H7v-17Zm7 0v4h4",
  down: "m6 10 6 6 6-6M12 4v12",
  keyboard: "M3.5 7h17v10h-17V7ZM7 10.5h.1m3.2 0h.1m3.2 0h.1m3.2 0h.1M8 14h8",
  silent: "M6 16h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v3.5L6 16Zm4.5 3h3M4 4l16 16",
  link: "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
  outside: "M13 5h6v6m0-6-8 8M10 6H5v13h13v-5",
  play: "M8 5.5v13l10.5-6.5L8 5.5Z",
  stop: "M7 7h10v10H7z",
  copy: "M9 9h10v11H9V9Zm-4 6V4h10",
  reply: "m9 7-5 5 5 5M4.5 12H14a6 6 0 0 1 6 6",
  edit: "m5 19 1-4L16 5l3 3L9 18l-4 1Z",
  clock: "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 4v4.5l3 2",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

export function iconButton(name, label, onclick, attributes = {}) {
  return h(
    "button",
    {
      type: "button",
      class: "icon-button",
      "aria-label": label,
      title: label,
      onclick,
      ...attributes,
    },
    icon(name),
  );
}

// A menu that belongs to its button: Escape, a click elsewhere or a choice closes it.
let openMenu = null;

export function showMenu(anchor, items, label) {
  closeMenu();
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label });
  for (const item of items) {
    menu.append(
      h(
        "button",
        {
          type: "button",
          role: "menuitem",
          class: item.danger ? "danger" : null,
          onclick: () => {
            closeMenu();
            item.act();
          },
        },
        item.icon ? icon(item.icon) : null,
        h("span", { dir: "auto" }, item.text),
        item.hint ? h("small", { dir: "auto" }, item.hint) : null,
      ),
    );
  }
  document.body.append(menu);
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  openMenu = { menu, anchor };
  menu.querySelector("button")?.focus();
}

function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  const below = at.bottom + size.height + 8 < innerHeight;
  const left = Math.max(8, Math.min(at.left, innerWidth - size.width - 8));
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - size.height - 4)}px`;
}

export function closeMenu() {
  if (!openMenu) return;
  const { menu, anchor } = openMenu;
  openMenu = null;
  const hadFocus = menu.contains(document.activeElement);
  menu.remove();
  anchor.setAttribute("aria-expanded", "false");
  if (hadFocus) anchor.focus();
}

document.addEventListener("pointerdown", (event) => {
  if (openMenu && !openMenu.menu.contains(event.target)) closeMenu();
});
document.addEventListener("keydown", (event) => {
  if (!openMenu) return;
  if (event.key === "Escape") closeMenu();
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const buttons = [...openMenu.menu.querySelectorAll("button")];
    const step = event.key === "ArrowDown" ? 1 : -1;
    const index = buttons.indexOf(document.activeElement) + step;
    buttons[(index + buttons.length) % buttons.length]?.focus();
  }
});

// Makes `wanted` the children, in order, without touching those that stay in place.
export function syncChildren(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) {
    if (!keep.has(child)) child.remove();
  }
  wanted.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
}
