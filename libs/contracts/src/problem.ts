import type { Problem, RejectionCode, RejectionDetails } from './rejection';
import { rejections } from './rejection';
import { constraintMessages, rejectionMessages } from './rejection-messages';
import type { Language } from './text';

/** RFC 9457 problem details for a rejection, in the person's language. `incident` is the id of an unknown failure. */
export function problemOf(code: RejectionCode, details: RejectionDetails, language: Language, incident?: string): Problem {
  const detail = fill(rejectionMessages[language][code], {
    field: details.field ?? '',
    detail: constraintPhrase(details, language),
    id: incident ?? '',
    ...details.params,
  });
  return {
    type: `urn:isegoria:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: detail,
    status: rejections[code],
    code,
    detail,
    ...(details.field === undefined ? {} : { field: details.field }),
    ...(incident === undefined ? {} : { instance: `urn:isegoria:incident:${incident}` }),
  };
}

function constraintPhrase({ params }: RejectionDetails, language: Language): string {
  const phrases = constraintMessages[language];
  return fill(phrases[String(params?.['constraint'])] ?? phrases['other'] ?? '', params ?? {});
}

function fill(message: string, values: Readonly<Record<string, string | number>>): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
