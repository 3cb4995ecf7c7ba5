// The playground's page: what Telegram would show to everybody at once.
//
// Hooks that tests may rely on (everything else may change):
//   [data-pane=freelancer|client|desk|world]      the four panes; data-person on the first two
//   [data-message-id="17"]                        a message (article.message) or service line; data-thread-id in the group
//   .message .text p                              a line of its text, each with dir="auto"
//   .message .key                                 an inline button; its text is the button's text; [data-row][data-col]
//   .reply-keyboard .key                          a button of the reply keyboard
//   textarea[name=text], button.send              the composer of a pane; input[type=file][name=file] takes files
//   .commands-button                              opens the bot's commands; .welcome .start is the START of an empty chat
//   .message .actions                             the menu of a message: Reply, Edit, Copy text, Take outside, Delete
//   .toast, dialog.alert                          the answer to a press: a note, or a window with OK
//   .pinned                                       the pinned bar
//   [data-pane=desk] .topic[data-thread-id]       a topic in the rail (General is 1); .badge is its unread count
//   [data-pane=desk] .topic[data-chat-id]         a private chat of the one who acts
//   [data-pane=desk] input[name=actor][value=id]  who acts
//   [data-pane] select[name=language]             a person's language
//   [data-pane=world] textarea[name=paste]        where links and codes are pasted; input[name=qr] takes a picture
//   [data-pane=world] .card [data-follow=role]    who follows the link of a card; [data-type=role] types a code
//   [data-world=outside|phone]                    what the world's pane shows: notes, or the stranger's phone
//   #clock button, #clock .now                    the clock bar: "+1 hour", "+1 day", "To the next deadline"
//   #play, #happened-button, #weather             Play it for me, What happened, Telegram's moods
//   .narration, #happened .happening              what Play it for me says; one entry a command
//   nav#tabs [data-tab=…]                         the panes as tabs, on a phone; .dot where something is unread
//   body[data-ready]                              set once the first states are on the page

import * as api from "./api.js";
import { AutoPlay } from "./autoplay.js";
import { ClockBar } from "./clock.js";
import { h, iconButton, showMenu } from "./dom.js";
import { DeskPane } from "./desk.js";
import { Drawer } from "./drawer.js";
import { Model } from "./model.js";
import { PersonPane, WorldPane } from "./panes.js";
import { toast } from "./toast.js";
import { sharedBy, startLink } from "./world.js";

const find = (selector) => document.querySelector(selector);
const PANES = ["freelancer", "client", "desk", "world"];

class Page {
  constructor() {
    this.model = new Model();
    this.tab = "freelancer";
    this.watched = null;
    this.flood = false;
  }

  async open() {
    await this.firstStates();
    this.clock = new ClockBar(this, find("#clock"));
    this.drawer = new Drawer(find("#happened"), find("#happened-button"), this.model);
    this.auto = new AutoPlay(this, find("#play"));
    this.buildPanes();
    this.buildTabs();
    find("#weather").addEventListener("click", (event) => this.showWeather(event.currentTarget));
    this.model.addEventListener("state", () => this.renderSoon());
    api.stream(
      (event) => this.onevent(event),
      (connected) => this.onconnection(connected),
    );
    this.render();
    await this.outside.load();
    this.auto.follow();
    this.drawer.soon();
    document.body.dataset.ready = "true";
  }

  async firstStates() {
    this.model.latest = await api.anyState();
    await this.model.refreshAll();
  }

  buildPanes() {
    const one = (role) => this.model.byRole(role)[0]?.id ?? null;
    this.panes = new Map();
    for (const role of ["freelancer", "client"]) {
      const host = find(`[data-pane=${role}]`);
      if (one(role) === null) host.remove();
      else {
        host.dataset.person = one(role);
        this.panes.set(role, new PersonPane(this, host, one(role)));
      }
    }
    this.panes.set("desk", new DeskPane(this, find("[data-pane=desk]")));
    this.panes.set("world", new WorldPane(this, find("[data-pane=world]"), one("stranger")));
    this.outside = this.panes.get("world").outside;
  }

  buildTabs() {
    const words = { freelancer: "Freelancer", client: "Client", desk: "Desk", world: "World" };
    this.tabs = new Map(
      PANES.filter((key) => this.panes.has(key)).map((key) => [
        key,
        h(
          "button",
          { type: "button", class: "tab", data: { tab: key }, onclick: () => this.show(key) },
          words[key],
          h("span", { class: "dot", hidden: true }),
        ),
      ]),
    );
    find("#tabs").append(...this.tabs.values());
    this.show(this.tab);
  }

  // On a phone this changes the tab; where all panes are seen it changes nothing.
  show(key) {
    this.tab = key;
    document.body.dataset.tab = key;
    for (const [name, button] of this.tabs)
      button.setAttribute("aria-pressed", String(name === key));
    for (const pane of this.panes.values()) pane.chat?.toBottom();
    this.render();
  }

  // While it plays by itself: on a phone the tab goes to whoever acts next, until the reader turns
  // elsewhere; the desk turns to its newest topic.
  watch(role) {
    const key = role === "arbiter" ? "desk" : role;
    if (key === "desk") this.panes.get("desk").toNewest();
    if (key !== this.watched) this.show(key);
    this.watched = key;
  }

  // events

  onevent(event) {
    if (event.type === "clock") this.clock.show(event.now, event.next);
    if (event.type === "resync") this.model.refreshAll();
    else this.refreshFor(event);
    if (event.type === "message" && event.message?.from?.is_bot && !event.message.silent)
      this.paneOf(event)?.ring();
    this.drawer.soon();
  }

  refreshFor(event) {
    if (event.person !== undefined && event.person !== null) {
      this.model.refresh(event.person);
      return;
    }
    for (const [person, state] of this.model.states) {
      if (event.chat === undefined || state.chats.some((chat) => chat.id === event.chat))
        this.model.refresh(person);
    }
  }

  onconnection(connected) {
    find("#offline").hidden = connected;
    if (connected && this.wasOffline) this.model.refreshAll();
    this.wasOffline = !connected;
  }

  paneOf({ person, chat }) {
    const group = person === undefined || person === null || chat < 0;
    return group ? this.panes.get("desk") : this.paneOfPerson(person);
  }

  paneOfPerson(person) {
    const role = this.model.person(person)?.role;
    return this.panes.get({ stranger: "world", arbiter: "desk" }[role] ?? role) ?? null;
  }

  // After something that this page did itself: the state is fetched without waiting for the stream.
  async changed(person) {
    await this.model.refresh(person).catch((error) => toast(document.body, error.message, "error"));
    this.drawer.soon();
  }

  renderSoon() {
    this.pending ??= requestAnimationFrame(() => this.render());
    // A page in the background gets no frames, but its counts should stay right.
    if (document.hidden) this.render();
  }

  render() {
    cancelAnimationFrame(this.pending);
    this.pending = null;
    for (const pane of this.panes.values()) pane.render();
    const state = this.model.latest;
    this.clock.show(state?.now, state?.next_deadline);
    this.flood = Boolean(state?.settings.flood);
    find("#weather").classList.toggle("on", this.flood);
    this.counted();
  }

  counted() {
    if (!this.tabs) return;
    this.panes.get("desk").counted();
    this.panes.get("world").counted();
    let all = 0;
    for (const [key, button] of this.tabs) {
      const count = this.panes.get(key).unread();
      const dot = button.querySelector(".dot");
      dot.hidden = count === 0 || key === this.tab;
      dot.textContent = String(count);
      all += count;
    }
    document.title = all ? `(${all}) Holdfast playground` : "Holdfast playground";
  }

  outsideChanged() {
    const dot = this.tabs?.get("world")?.querySelector(".dot");
    if (dot && this.tab !== "world") {
      dot.hidden = false;
      dot.textContent = "•";
    }
  }

  // links and codes

  follow(person, url, event, chat) {
    if (startLink(url)) {
      event?.preventDefault();
      this.start(person, url);
      return;
    }
    const shared = sharedBy(url);
    if (shared) {
      event?.preventDefault();
      this.outside.add({ who: person, ...shared });
      toast(chat.stage, `Shared by ${shared.how}: look at the world outside.`);
      return;
    }
    if (!event && /^https?:/.test(url)) open(url, "_blank", "noopener,noreferrer");
  }

  // Following an invite is tapping START in the bot's chat with the link's payload.
  async start(person, url) {
    const link = startLink(url);
    const bot = this.model.botNamed(link.bot);
    if (!bot) {
      toast(document.body, `Nobody here is called @${link.bot}.`, "error");
      return;
    }
    const pane = this.goTo(person, bot.id);
    if (pane) await pane.chat.send({ text: `/start ${link.payload}` });
  }

  typeInto(person, text) {
    const pane = this.goTo(
      person,
      this.paneOfPerson(person)?.chatId ?? this.model.states.get(person)?.chats[0]?.id,
    );
    pane?.chat.composer.put(text);
  }

  goTo(person, chat) {
    const pane = this.paneOfPerson(person);
    if (!pane) return null;
    pane.openChat(chat, person);
    this.show([...this.panes].find(([, one]) => one === pane)[0]);
    return pane;
  }

  // Telegram on a bad day

  showWeather(anchor) {
    const fail = (fault) => () => this.set({ fail: fault });
    const items = [
      {
        text: this.flood ? "Stop limiting the bots' pace" : "Limit the bots' pace as Telegram does",
        hint: "429 with retry_after",
        act: () => this.set({ flood: !this.flood }),
      },
      { text: "The next 3 calls answer 502", act: fail({ status: 502, times: 3 }) },
      { text: "The next 3 calls answer 429", act: fail({ status: 429, times: 3 }) },
      {
        text: "The next call is cut off",
        hint: "done, but the bot can not know",
        act: fail({ status: "drop", times: 1 }),
      },
    ];
    showMenu(anchor, items, "Telegram's moods");
  }

  async set(changes) {
    try {
      await api.settings(changes);
      toast(document.body, "Telegram will do so.");
    } catch (error) {
      toast(document.body, error.message, "error");
    }
    await this.model.refreshAll();
  }
}

const page = new Page();
page.open().catch((error) => {
  const again = iconButton("play", "Try again", () => location.reload());
  find("#offline").replaceChildren(`The playground does not answer: ${error.message} `, again);
  find("#offline").hidden = false;
});
