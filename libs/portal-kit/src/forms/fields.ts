import { limits, type RejectionCode } from '@isegoria/kernel';
import type { MessageKey } from '@isegoria/texts';

/** What pages know about a field by its name. */
export interface FieldWords {
  /** What it asks for, in a sentence that says how to correct it. */
  readonly wrong?: MessageKey;
  readonly max?: number;
  readonly min?: number;
  /** Codes that are about this field, even if the API names none. */
  readonly refusedBy?: readonly RejectionCode[];
  /** Set for what steers a form and is not somebody's words. */
  readonly steers?: true;
}

const known = new Map<string, FieldWords>();

/** Describes fields; each capability describes its own. */
export function describeFields(fields: Readonly<Record<string, FieldWords>>): void {
  for (const [name, words] of Object.entries(fields)) known.set(name, words);
}

export function fieldWords(name: string): FieldWords | undefined {
  return known.get(name);
}

/** The field that a refusal is about if the API names none; undefined if it is about no field. */
export function fieldRefusedBy(code: RejectionCode): string | undefined {
  return [...known].find(([, { refusedBy }]) => refusedBy?.includes(code))?.[0];
}

describeFields({
  key: { steers: true },
  return: { steers: true },
  token: { steers: true },
  language: { steers: true },
  unit: { wrong: 'field.unit.wrong', refusedBy: ['UNIT_CLOSED', 'UNIT_NOT_FOUND'], steers: true },
  email: { wrong: 'field.email.wrong', refusedBy: ['WRONG_CREDENTIALS'] },
  name: { wrong: 'field.name.wrong', max: limits.nameLength },
  password: { wrong: 'field.password.wrong', min: limits.passwordMinLength, max: limits.passwordMaxLength },
  newPassword: { wrong: 'field.password.wrong', min: limits.passwordMinLength, max: limits.passwordMaxLength },
  title: { wrong: 'field.title.wrong', max: limits.titleLength },
  body: { wrong: 'field.body.wrong', max: limits.bodyLength },
  description: { wrong: 'field.body.wrong', max: limits.bodyLength },
  youSaid: { wrong: 'field.youSaid.wrong', max: limits.bodyLength },
  weDid: { wrong: 'field.weDid.wrong', max: limits.bodyLength },
  text: { wrong: 'field.text.wrong' },
  reason: { wrong: 'field.reason.wrong', max: limits.reasonLength },
  kind: { wrong: 'field.kind.wrong', steers: true },
  method: { wrong: 'field.kind.wrong', steers: true },
  opensAt: { wrong: 'field.opensAt.wrong' },
  closesAt: { wrong: 'field.closesAt.wrong', refusedBy: ['DATES_IN_WRONG_ORDER'] },
  receipt: { wrong: 'field.receipt.wrong' },
});
