// Files that wait in the composer, each to go as a photo or as a file.

import { h, iconButton } from "./dom.js";
import { fileSize } from "./message.js";

// What a phone sends as a photo; a drawing such as SVG is a file, as Telegram has it.
const PHOTO = /^image\/(?:jpeg|png|webp|bmp)$/;

const canBePhoto = (file) => PHOTO.test(file.type);

export class Attached {
  constructor() {
    this.files = []; // {file, kind}
    this.kind = null; // what the open picker is for
    this.picker = h("input", {
      type: "file",
      name: "file",
      multiple: true,
      class: "visually-hidden",
      tabindex: "-1",
      "aria-label": "Files to attach",
      onchange: () => this.picked(),
    });
    this.chips = h("div", { class: "composer-files", hidden: true });
  }

  pick(accept, kind) {
    this.kind = kind;
    this.picker.accept = accept;
    this.picker.click();
  }

  picked() {
    this.add([...this.picker.files], this.kind);
    this.picker.value = "";
    this.kind = null;
  }

  take() {
    const files = this.files;
    this.put([]);
    return files;
  }

  put(files) {
    this.files = files;
    this.showFiles();
  }

  add(files, kind = null) {
    for (const file of files) {
      const wanted = kind ?? "photo";
      this.files.push({ file, kind: wanted === "photo" && !canBePhoto(file) ? "document" : wanted });
    }
    this.showFiles();
  }

  showFiles() {
    this.chips.hidden = this.files.length === 0;
    this.chips.replaceChildren(...this.files.map((entry, index) => this.fileChip(entry, index)));
  }

  fileChip(entry, index) {
    const turn = () => {
      entry.kind = entry.kind === "photo" ? "document" : "photo";
      this.showFiles();
    };
    const drop = () => {
      this.files.splice(index, 1);
      this.showFiles();
    };
    return h(
      "span",
      { class: "chip" },
      h("bdi", {}, entry.file.name),
      h("small", {}, fileSize(entry.file.size)),
      canBePhoto(entry.file)
        ? h(
            "button",
            { type: "button", class: "chip-kind", onclick: turn, title: "As a photo or as a file" },
            entry.kind === "photo" ? "photo" : "file",
          )
        : null,
      iconButton("close", `Remove ${entry.file.name}`, drop),
    );
  }
}

// The send call's `file` for one, `files` (an album) for several.
export async function packed(entries) {
  const files = await Promise.all(entries.map(pack));
  if (!files.length) return {};
  return files.length === 1 ? { file: files[0] } : { files };
}

async function pack({ file, kind }) {
  return {
    name: file.name,
    mime: file.type || "application/octet-stream",
    data_b64: (await dataUrl(file)).replace(/^[^,]*,/, ""),
    kind,
  };
}

export function dataUrl(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
