import { describe, expect, it } from '@jest/globals';
import { airMilestones } from './clean-air/air-milestones';
import { airOutcome } from './clean-air/air-outcome';
import { airTheme } from './clean-air/air-wishes';
import { airInOtherLanguages } from './clean-air/clean-air-translations';
import * as air from './clean-air/clean-air-words';
import { fountains, parks } from './before-and-after/before-and-after-words';
import { busNetwork, lakeShore, libraries, townHall } from './demo-content';
import { arabic } from './other-languages/arabic';
import { french } from './other-languages/french';
import { readingInOtherLanguages } from './second-reading/second-reading-translations';
import * as reading from './second-reading/second-reading-words';

/** What people write stays as they wrote it, and so do reasons of changes. */
const notTranslated = new Set(['follows', 'reason', 'note', 'responsible', 'name', 'status', 'words', 'lines', 'exception', 'paragraph']);
const ofPeople = new Set(['airAnswers', 'readingAnswers', 'readingAnnotation']);

const isOfDraft = (words: string, name: string) => words.startsWith('# ') || name === 'changes';

/** The sentences that an office says in words of the demo: paragraphs of a draft law one by one. */
function said(words: unknown, name = ''): string[] {
  if (notTranslated.has(name) || ofPeople.has(name)) return [];
  if (typeof words === 'string' && /^[a-z-]*$/.test(words)) return [];
  if (typeof words === 'string') return isOfDraft(words, name) ? words.split('\n\n').map((part) => part.replace(/^# /, '')) : [words];
  if (Array.isArray(words)) return words.flatMap((one) => said(one, name));
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => {
    if (name === 'airAnnotations') return key === 'answer' ? said(value, key) : [];
    return said(value, key === 'questionnaire' ? '' : key);
  });
}

const consultations = [
  ['a clean air act', { ...air, airOutcome, airTheme, airMilestones }, airInOtherLanguages],
  ['its second reading', reading, readingInOtherLanguages],
  ['each of the others', { busNetwork, lakeShore, libraries, townHall, fountains, parks }, { fr: french, ar: arabic }],
] as const;

describe.each(consultations)('%s in the demo', (_, words, languages) => {
  it.each(['fr', 'ar'] as const)('says all that its office says in %s as well', (language) => {
    const known: Readonly<Record<string, string>> = languages[language];
    const all = [...new Set(Object.entries(words).flatMap(([name, value]) => said(value, name)))];
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((text) => known[text] === undefined)).toEqual([]);
  });
});
