/** A sentence of the product in English, as an ICU message. The comment is for translators, who see the sentence alone. */
export type Message = string | { readonly text: string; readonly comment: string };
export type MessageList = Readonly<Record<string, Message>>;
export type KeysOf<List> = { readonly [Key in keyof List]: Message };

/**
 * The keys of every message, so that a key nobody wrote does not compile. It is empty here: each list of messages adds its own keys,
 * where it stands.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface MessageKeys {}
export type MessageKey = keyof MessageKeys & string;

const english = new Map<string, string>();

/**
 * Declares messages in English, the source from which every other language is translated.
 * @throws an Error when another list has one of the keys already
 */
export function texts<const List extends MessageList>(list: List): List {
  for (const [key, message] of Object.entries(list)) {
    if (english.has(key)) throw new Error(`The message "${key}" is written twice.`);
    english.set(key, textOf(message));
  }
  return list;
}

export function textOf(message: Message): string {
  return typeof message === 'string' ? message : message.text;
}

/** @throws an Error when the list with this key was not imported */
export function inEnglish(key: string): string {
  const text = english.get(key);
  if (text === undefined) throw new Error(`No list of messages with "${key}" was imported.`);
  return text;
}
