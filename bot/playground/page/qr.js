// Reads a clean, upright QR picture, such as the one that comes with an invite,
// without asking anybody: a browser's own detector is missing on most desktops.
// A crumpled photograph is out of its reach, since it corrects no errors.
// Layout and tables: ISO/IEC 18004, versions 1 to 15.

const LEVELS = [1, 0, 3, 2]; // the two bits of the format say M, L, H, Q; the tables are L, M, Q, H
const CHECK_WORDS = [
  [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22],
  [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24],
  [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30],
  [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24],
];
const BLOCKS = [
  [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6],
  [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10],
  [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12],
  [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18],
];
const MASKS = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (r, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];
const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

// The text in the picture at `url`, or null when no code can be read in it.
export async function readQr(url) {
  const dark = await darkness(url);
  const grid = sample(dark);
  return grid ? decode(grid) : null;
}

async function darkness(url) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  const { naturalWidth: width, naturalHeight: height } = image;
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.fillStyle = "#fff";
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const at = (x, y) => {
    const index = (Math.floor(y) * width + Math.floor(x)) * 4;
    return data[index] * 3 + data[index + 1] * 6 + data[index + 2] < 1280;
  };
  return { width, height, at };
}

// The three eyes are the places where dark runs measure 1:1:3:1:1 both ways.
function sample(dark) {
  const eyes = findEyes(dark);
  if (eyes.length < 3) return null;
  const left = Math.min(...eyes.map((eye) => eye.x));
  const top = Math.min(...eyes.map((eye) => eye.y));
  const first = eyes.find((eye) => near(eye.x, left, eye) && near(eye.y, top, eye));
  const right =
    first && eyes.find((eye) => eye !== first && near(eye.y, top, eye) && !near(eye.x, left, eye));
  if (!right) return null;
  const modules = (right.x - first.x) / first.module + 7;
  const size = Math.round((modules - 17) / 4) * 4 + 17;
  if (size < 21 || size > 77) return null;
  const step = (right.x - first.x) / (size - 7);
  return Array.from({ length: size }, (_, r) =>
    Array.from({ length: size }, (__, c) =>
      dark.at(first.x + (c - 3) * step, first.y + (r - 3) * step),
    ),
  );
}

const near = (a, b, eye) => Math.abs(a - b) < eye.module * 2;

function findEyes(dark) {
  const eyes = [];
  for (let y = 0; y < dark.height; y += 1) {
    for (const { middle, module } of eyeRuns((x) => dark.at(x, y), dark.width)) {
      const known = eyes.some(
        (eye) => Math.abs(eye.x - middle) < module * 3 && Math.abs(eye.y - y) < module * 5,
      );
      if (known) continue;
      const down = eyeRuns((row) => dark.at(middle, row), dark.height).find(
        (run) => Math.abs(run.middle - y) <= module * 2,
      );
      if (down) eyes.push({ x: middle, y: down.middle, module });
    }
  }
  return eyes;
}

function eyeRuns(isDark, length) {
  const runs = [];
  let start = 0;
  for (let at = 1; at <= length; at += 1) {
    if (at < length && isDark(at) === isDark(start)) continue;
    runs.push({ dark: isDark(start), length: at - start, start });
    start = at;
  }
  const found = [];
  for (let index = 0; index + 4 < runs.length; index += 1) {
    const five = runs.slice(index, index + 5);
    if (!five[0].dark) continue;
    const module = five.reduce((sum, run) => sum + run.length, 0) / 7;
    const fits = five.every(
      (run, place) => Math.abs(run.length - module * (place === 2 ? 3 : 1)) <= module * 0.5,
    );
    if (fits) found.push({ middle: five[2].start + five[2].length / 2, module });
  }
  return found;
}

function decode(grid) {
  const size = grid.length;
  const version = (size - 17) / 4;
  const { level, mask } = readFormat(grid);
  const words = readWords(grid, version, MASKS[mask]);
  return readText(dataOf(words, version, level), version);
}

function readFormat(grid) {
  const places = [
    [8, 0],
    [8, 1],
    [8, 2],
    [8, 3],
    [8, 4],
    [8, 5],
    [8, 7],
    [8, 8],
    [7, 8],
    [5, 8],
    [4, 8],
    [3, 8],
    [2, 8],
    [1, 8],
    [0, 8],
  ];
  const bits = places.reduce((sum, [r, c]) => sum * 2 + Number(grid[r][c]), 0) ^ 0x5412;
  return { level: LEVELS[bits >> 13], mask: (bits >> 10) & 7 };
}

function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  const last = version * 4 + 10;
  return [6, ...Array.from({ length: count - 1 }, (_, index) => last - step * index).reverse()];
}

function isData(version) {
  const size = version * 4 + 17;
  const centres = alignments(version);
  const corner = (r, c) =>
    (r === 6 && c === 6) || (r === 6 && c === size - 7) || (r === size - 7 && c === 6);
  const inAlignment = (r, c) =>
    centres.some((y) =>
      centres.some((x) => !corner(y, x) && Math.abs(r - y) <= 2 && Math.abs(c - x) <= 2),
    );
  const inVersion = (r, c) =>
    version >= 7 && ((r < 6 && c >= size - 11) || (c < 6 && r >= size - 11));
  return (r, c) =>
    !(
      (r < 9 && c < 9) ||
      (r < 9 && c >= size - 8) ||
      (r >= size - 8 && c < 9) ||
      r === 6 ||
      c === 6 ||
      inAlignment(r, c) ||
      inVersion(r, c)
    );
}

// Two columns at a time from the right, upwards and downwards in turn, around column 6.
function readWords(grid, version, masked) {
  const size = grid.length;
  const data = isData(version);
  const bits = [];
  let upwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let index = 0; index < size; index += 1) {
      const r = upwards ? size - 1 - index : index;
      for (const c of [right, right - 1]) {
        if (data(r, c)) bits.push(Number(grid[r][c] !== masked(r, c)));
      }
    }
    upwards = !upwards;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    parseInt(bits.slice(index * 8, index * 8 + 8).join(""), 2),
  );
}

function dataOf(words, version, level) {
  const count = BLOCKS[level][version - 1];
  const check = CHECK_WORDS[level][version - 1];
  const short = Math.floor(words.length / count) - check;
  const shortBlocks = count - (words.length % count);
  const blocks = Array.from({ length: count }, () => []);
  let at = 0;
  for (let row = 0; row <= short; row += 1) {
    blocks.forEach((block, index) => {
      if (row < short || index >= shortBlocks) block.push(words[at++]);
    });
  }
  return blocks.flat();
}

function readText(words, version) {
  const bits = words.map((word) => word.toString(2).padStart(8, "0")).join("");
  let at = 0;
  const take = (length) => parseInt(bits.slice(at, (at += length)) || "0", 2);
  const bytes = [];
  const put = (text) => bytes.push(...new TextEncoder().encode(text));
  while (at + 4 <= bits.length) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === 7)
      take(8); // which character set: we read UTF-8 anyway
    else if (mode === 4)
      for (let left = take(version < 10 ? 8 : 16); left > 0; left -= 1) bytes.push(take(8));
    else if (mode === 2) put(letters(take, take(version < 10 ? 9 : 11)));
    else if (mode === 1) put(digits(take, take(version < 10 ? 10 : 12)));
    else return null;
  }
  return new TextDecoder().decode(new Uint8Array(bytes)) || null;
}

function letters(take, count) {
  let text = "";
  for (let left = count; left > 1; left -= 2) {
    const pair = take(11);
    text += LETTERS[Math.floor(pair / 45)] + LETTERS[pair % 45];
  }
  return count % 2 ? text + LETTERS[take(6)] : text;
}

function digits(take, count) {
  let text = "";
  for (let left = count; left > 0; left -= 3) {
    const length = Math.min(left, 3);
    text += String(take([0, 4, 7, 10][length])).padStart(length, "0");
  }
  return text;
}
