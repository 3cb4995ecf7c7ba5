// What the page knows: one state a person, fetched anew whenever the stream says
// that something changed. The server stays the only source; events only wake us.

import * as api from "./api.js";

export class Model extends EventTarget {
  constructor() {
    super();
    this.states = new Map(); // person id -> state
    this.waiting = new Map(); // person id -> {again, done}
    this.seen = new Map(); // person:chat:thread -> last message id that was looked at
    this.latest = null; // whoever's state came last: its people, bots and clock are the newest
  }

  get people() {
    return this.latest?.people ?? [];
  }

  get bots() {
    return this.latest?.bots ?? [];
  }

  person(id) {
    return this.people.find((person) => person.id === id) ?? null;
  }

  byRole(role) {
    return this.people.filter((person) => person.role === role);
  }

  botNamed(username) {
    const bot = this.bots.find((one) => one.username?.toLowerCase() === username.toLowerCase());
    return bot ?? null;
  }

  chat(person, chatId) {
    return this.states.get(person)?.chats.find((chat) => chat.id === chatId) ?? null;
  }

  // One fetch at a time a person; what is asked meanwhile shares the next one.
  refresh(person) {
    const running = this.waiting.get(person);
    if (running) {
      running.again ??= running.done.then(() => this.refresh(person));
      return running.again;
    }
    const done = this.fetch(person).finally(() => this.waiting.delete(person));
    this.waiting.set(person, { done, again: null });
    return done;
  }

  async fetch(person) {
    const state = await api.state(person);
    const first = !this.states.has(person);
    this.states.set(person, state);
    this.latest = state;
    if (first) this.lookAtEverything(person);
    this.dispatchEvent(new CustomEvent("state", { detail: { person } }));
  }

  refreshAll() {
    return Promise.all(this.people.map((person) => this.refresh(person.id)));
  }

  // What was there before the page opened counts as read.
  lookAtEverything(person) {
    for (const chat of this.states.get(person).chats) {
      for (const message of chat.messages)
        this.look(person, chat.id, threadOf(chat, message), message.message_id);
    }
  }

  look(person, chat, thread, messageId) {
    const key = `${person}:${chat}:${thread}`;
    if ((this.seen.get(key) ?? 0) < messageId) this.seen.set(key, messageId);
  }

  unread(person, chat, thread) {
    const seen = this.seen.get(`${person}:${chat.id}:${thread}`) ?? 0;
    return messagesOf(chat, thread).filter(
      (message) => message.message_id > seen && message.from?.id !== person && !isService(message),
    ).length;
  }

  unreadIn(person, chat) {
    return threadsOf(chat).reduce((sum, thread) => sum + this.unread(person, chat, thread.id), 0);
  }
}

export const GENERAL = 1;

export function threadOf(chat, message) {
  if (chat.type === "private") return 0;
  return message.thread_id ?? message.message_thread_id ?? GENERAL;
}

export function messagesOf(chat, thread) {
  return chat.messages.filter((message) => threadOf(chat, message) === thread);
}

// General is always first; the server may or may not list it among the topics.
export function threadsOf(chat) {
  if (chat.type === "private") return [{ id: 0, name: chat.title }];
  const topics = (chat.topics ?? []).filter((topic) => topic.id !== GENERAL);
  return [{ id: GENERAL, name: "General", icon: "#" }, ...topics];
}

const SERVICE = [
  "forum_topic_created",
  "forum_topic_edited",
  "forum_topic_closed",
  "forum_topic_reopened",
  "pinned_message",
  "new_chat_members",
  "left_chat_member",
  "new_chat_title",
  "successful_payment",
  "refunded_payment",
];

export function isService(message) {
  return SERVICE.some((key) => message[key] !== undefined);
}

export function textOf(message) {
  return message.text ?? message.caption ?? "";
}

export function nameOf(person) {
  return [person?.first_name, person?.last_name].filter(Boolean).join(" ") || person?.title || "";
}
