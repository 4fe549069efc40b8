import { textsIn, type Language, type MessageKey } from '@isegoria/texts';
import type { FieldFault, FieldProblem, Problem, RejectionCode, RejectionDetails } from './rejection';
import { rejections } from './rejection';
import { constraintTexts } from './rejection.texts';

/** Seconds. */
const aMinute = 60;

/** RFC 9457 problem details for a rejection, in the person's language. `incident` is the id of an unknown failure. */
export function problemOf(code: RejectionCode, details: RejectionDetails, language: Language, incident?: string): Problem {
  const detail = sentenceOf(code, details, language, incident);
  return {
    type: `urn:isegoria:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: detail,
    status: rejections[code],
    code,
    detail,
    ...(details.field === undefined ? {} : { field: details.field }),
    ...(details.field !== undefined && (code === 'VALIDATION_FAILED' || details.further)
      ? { errors: errorsOf(code, details.field, details, language) }
      : {}),
    ...(details.changed === undefined ? {} : { changed: details.changed }),
    ...(details.suspension === undefined ? {} : { suspension: details.suspension }),
    ...(details.retryAfter === undefined ? {} : { retryAfter: details.retryAfter }),
    ...(incident === undefined ? {} : { instance: `urn:isegoria:incident:${incident}` }),
  };
}

function errorsOf(code: RejectionCode, field: string, details: RejectionDetails, language: Language): FieldProblem[] {
  const { params = {}, further = [] } = details;
  return [{ field, params }, ...further].map((fault) => fieldProblemOf(fault, code, language));
}

function fieldProblemOf({ field, params, code }: FieldFault, ofAll: RejectionCode, language: Language): FieldProblem {
  const { constraint, limit } = params;
  const why = code ?? ofAll;
  return {
    field,
    detail:
      why === 'VALIDATION_FAILED'
        ? textsIn(language).t(constraintOf(params), { limit: 0, ...params })
        : sentenceOf(why, { field, params }, language),
    ...(why === ofAll ? {} : { code: why }),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof limit === 'number' ? { limit } : {}),
  };
}

/** What a person reads for a rejection. */
export function sentenceOf(code: RejectionCode, details: RejectionDetails, language: Language, incident = ''): string {
  const { t } = textsIn(language);
  const detail = t(constraintOf(details.params), { limit: 0, ...details.params });
  const minutes = Math.max(1, Math.ceil((details.retryAfter ?? aMinute) / aMinute));
  return t(`rejection.${code}`, { field: details.field ?? '', detail, id: incident, minutes, ...details.params });
}

function constraintOf(params: RejectionDetails['params']): MessageKey {
  const { constraint, values } = params ?? {};
  if (constraint === 'isIn' && values !== undefined) return 'constraint.isIn.values';
  const key = `constraint.${constraint}`;
  return key in constraintTexts ? (key as keyof typeof constraintTexts) : 'constraint.other';
}
