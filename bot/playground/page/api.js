// The control API of the playground, one function a route.

async function call(path, body) {
  const options =
    body === undefined
      ? {}
      : {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        };
  const response = await fetch(path, options);
  const answer = await response.json().catch(() => ({}));
  if (!response.ok)
    throw new Error(answer.error ?? answer.description ?? `${path} answered ${response.status}`);
  return answer;
}

export const state = (person) => call(`/play/state?person=${person}`);
export const send = (message) => call("/play/send", message);
export const edit = (change) => call("/play/edit", change);
export const remove = (message) => call("/play/delete", message);
export const press = (pressed) => call("/play/press", pressed);
export const inline = (query) => call("/play/inline", query);
export const choose = (result) => call("/play/choose", result);
export const block = (person, bot, blocked) => call("/play/block", { person, bot, blocked });
export const settings = (changes) => call("/play/settings", changes);
export const clock = (move) => call("/play/clock", move);
export const inspect = (after) => call(`/play/inspect?after=${after}`);
export const auto = (scenario) => call("/play/auto", scenario);
export const note = (card) => call("/play/note", card);
export const notes = () => call("/play/notes");
export const autoState = () => call("/play/auto");

// The browser resumes by Last-Event-ID on its own; `onstate` hears of the gap.
export function stream(onevent, onstate) {
  const source = new EventSource("/play/stream");
  source.addEventListener("message", (event) => onevent(JSON.parse(event.data)));
  source.addEventListener("open", () => onstate(true));
  source.addEventListener("error", () => onstate(false));
  return source;
}

// Whoever is in the cast: a state to learn the people from.
export const anyState = () => call("/play/state").catch(() => state(1001));
