import type { ApiProblem } from '@isegoria/api-client';
import { limits } from '@isegoria/contracts';
import type { FormError, FormState, MessageKey, Texts } from '@isegoria/ui';

/** What each field asks for, in a sentence that says how to put it right. */
const advice: Readonly<Record<string, { key: MessageKey; max?: number; min?: number }>> = {
  email: { key: 'field.email.wrong' },
  name: { key: 'field.name.wrong', max: limits.nameLength },
  password: { key: 'field.password.wrong', min: limits.passwordMinLength, max: limits.passwordMaxLength },
  title: { key: 'field.title.wrong', max: limits.titleLength },
  body: { key: 'field.body.wrong', max: limits.bodyLength },
  description: { key: 'field.body.wrong', max: limits.bodyLength },
  youSaid: { key: 'field.youSaid.wrong', max: limits.bodyLength },
  weDid: { key: 'field.weDid.wrong', max: limits.bodyLength },
  text: { key: 'field.text.wrong' },
  reason: { key: 'field.reason.wrong', max: limits.reasonLength },
  purpose: { key: 'field.purpose.wrong', max: limits.reasonLength },
  contents: { key: 'field.contents.wrong' },
  institution: { key: 'field.institution.wrong', max: limits.nameLength },
  contactEmail: { key: 'field.email.wrong' },
  notice: { key: 'field.notice.wrong', max: limits.noticeLength },
  options: { key: 'field.options.wrong' },
  statements: { key: 'field.statements.wrong', max: limits.statementLength },
  choice: { key: 'field.choice.wrong' },
  kind: { key: 'field.kind.wrong' },
  opensAt: { key: 'field.opensAt.wrong' },
  closesAt: { key: 'field.closesAt.wrong' },
  receipt: { key: 'field.receipt.wrong' },
};

/** What the API refused, as the lines of an error summary. */
export function formErrors(error: ApiProblem, texts: Texts, form: FormState): FormError[] {
  const { code, detail, field } = error.problem;
  if (code === 'VALIDATION_FAILED' && field) {
    const name = field.split(/[.[]/)[0] ?? field;
    const known = advice[name];
    // A form may have one field for a list, and one for each part of an object.
    return [{ field: field in form.values ? field : name, message: known ? texts.t(known.key, { max: known.max ?? 0, min: known.min ?? 0 }) : detail }];
  }
  if (code === 'IDEMPOTENCY_KEY_REUSED') return [{ message: texts.t('form.overtaken') }];
  if (code === 'SINGLE_CHOICE_ONLY') return [{ field: 'options', message: detail }];
  if (code === 'DATES_IN_WRONG_ORDER') return [{ field: 'closesAt', message: detail }];
  if (code === 'WRONG_CREDENTIALS') return [{ field: 'email', message: detail }];
  return [{ ...(field && { field }), message: detail || texts.t('error.generic') }];
}
