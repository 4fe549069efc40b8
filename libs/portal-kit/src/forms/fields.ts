import { limits, type CommandContract, type RejectionCode } from '@isegoria/kernel';
import type { MessageKey } from '@isegoria/texts';

/** What pages know about a field by its name. */
export interface FieldWords {
  /** What it is called; absent where each page calls it something else. */
  readonly label?: MessageKey;
  /** What it asks for, in a sentence that says how to correct it. */
  readonly wrong?: MessageKey;
  /** Set for a part of a form that holds others and has no field: its page says what is wrong with it under its whole name. */
  readonly isPart?: true;
  readonly max?: number;
  readonly min?: number;
  /** Codes that are about this field, even if the API names none. */
  readonly refusedBy?: readonly RejectionCode[];
  /** Set for what steers a form and is not somebody's words. */
  readonly steers?: true;
  /** Set for a list whose entries are chosen, and not typed in lines. */
  readonly isChosen?: true;
  /** Set for what no page ever shows again. */
  readonly isSecret?: true;
}

const known = new Map<string, FieldWords>();

/**
 * Describes fields; each capability describes its own.
 * @param command the command that they belong to, if the same name asks somebody else for something else in another one
 */
export function describeFields(fields: Readonly<Record<string, FieldWords>>, command?: Pick<CommandContract, 'name'>): void {
  for (const [name, words] of Object.entries(fields)) known.set(keyOf(name, command?.name), words);
}

/** @param command the name of the command whose form is meant */
export function fieldWords(name: string, command?: string): FieldWords | undefined {
  const words = (called: string) => (command === undefined ? undefined : known.get(keyOf(called, command))) ?? known.get(called);
  // In a form for several things, what a name begins with says which one is meant: `phases[0].title`.
  return words(name) ?? words(name.split('.').at(-1)!);
}

/**
 * The field that a refusal is about if the API names none; undefined if it is about no field. One of the form's own
 * goes first, then one of any form.
 * @param command the name of the command whose form is meant
 */
export function fieldRefusedBy(code: RejectionCode, command?: string): string | undefined {
  const refusing = [...known].filter(([, { refusedBy }]) => refusedBy?.includes(code)).map(([key]) => key.split(' '));
  const own = refusing.find(([first, name]) => name !== undefined && first === command);
  return (own ?? refusing.find(([, name]) => name === undefined) ?? refusing[0])?.at(-1);
}

const keyOf = (name: string, command?: string): string => (command === undefined ? name : `${command} ${name}`);

describeFields({
  key: { steers: true },
  version: { steers: true },
  chosen: { steers: true },
  secret: { steers: true },
  link: { steers: true },
  code: { wrong: 'field.code.wrong', refusedBy: ['WRONG_CODE'], isSecret: true },
  return: { steers: true },
  token: { steers: true },
  language: { steers: true },
  unit: { wrong: 'field.unit.wrong', refusedBy: ['UNIT_CLOSED', 'UNIT_NOT_FOUND'], steers: true },
  email: { label: 'field.email', wrong: 'field.email.wrong' },
  name: { label: 'field.name', wrong: 'field.name.wrong', max: limits.nameLength },
  // Only a form that signs in asks for the address too.
  password: {
    wrong: 'field.password.wrong',
    min: limits.passwordMinLength,
    max: limits.passwordMaxLength,
    refusedBy: ['WRONG_CREDENTIALS'],
    isSecret: true,
  },
  newPassword: { wrong: 'field.password.wrong', min: limits.passwordMinLength, max: limits.passwordMaxLength, isSecret: true },
  title: { label: 'field.title', wrong: 'field.title.wrong', max: limits.titleLength },
  body: { label: 'field.body', wrong: 'field.body.wrong', max: limits.bodyLength },
  description: { label: 'field.description', wrong: 'field.body.wrong', max: limits.bodyLength },
  youSaid: { wrong: 'field.youSaid.wrong', max: limits.bodyLength },
  weDid: { wrong: 'field.weDid.wrong', max: limits.bodyLength },
  text: { wrong: 'field.text.wrong' },
  reason: { label: 'moderation.reason', wrong: 'field.reason.wrong', max: limits.reasonLength },
  kind: { wrong: 'field.kind.wrong', steers: true },
  method: { wrong: 'field.kind.wrong', steers: true },
  opensAt: { wrong: 'field.opensAt.wrong' },
  closesAt: { wrong: 'field.closesAt.wrong', refusedBy: ['DATES_IN_WRONG_ORDER'] },
  receipt: { wrong: 'field.receipt.wrong' },
});
