import { lines, textOf } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import type { ServiceWords } from '../described/described.contract';

/** The words of a service as the fields of a form. */
export function wordsAsFields(words: ServiceWords | undefined): Record<string, string> {
  const { title = '', summary = '', eligibility = '', needed = [], cost = '', duration = '', office, post } = words ?? {};
  return {
    'words.title': title,
    'words.summary': summary,
    'words.eligibility': eligibility,
    'words.needed': needed.join('\n'),
    'words.cost': cost,
    'words.duration': duration,
    'words.office': office ?? '',
    'words.post': post ?? '',
  };
}

export function wordsIn(form: FormState): ServiceWords {
  const text = (name: string) => textOf(form, `words.${name}`).trim();
  return {
    title: text('title'),
    summary: text('summary'),
    eligibility: text('eligibility'),
    needed: lines(text('needed')),
    cost: text('cost'),
    duration: text('duration'),
    office: text('office') || null,
    post: text('post') || null,
  };
}
