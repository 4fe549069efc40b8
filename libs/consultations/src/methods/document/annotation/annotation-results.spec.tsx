import { describe, expect, it } from '@jest/globals';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import { atEachLevel } from '../../../results/assurance/by-assurance.contract';
import { foundInText } from '../../choices/results/found.page';
import type { StatementResult } from '../../deliberation/deliberation.contract';
import '../../deliberation/deliberation.texts';
import '../document.texts';
import { inOneText } from '../proposal/proposed-in-words.page';
import { supportRows } from '../results/document-figures.page';
import { AnnotationResults, foundInAnnotations } from './annotation-results.page';

const texts = textsIn('en');
const tally = { agrees: 3, disagrees: 0, passes: 0 };
const paragraph = { paragraph: 'p2', version: 1, words: null, replaces: false, leavesOut: false };
const words = { exact: 'once a year', prefix: '', suffix: '', start: 0, end: 11 };
const annotation = (text: string | null, at: StatementResult['at']): StatementResult => ({
  ...{ id: 's', externalId: null, status: 'accepted', text, at },
  ...{ ...tally, byAssurance: atEachLevel(tally) },
});
const goes = annotation('Air changes daily.', { ...paragraph, words, replaces: true, leavesOut: true });
const paragraphGoes = annotation('Nobody does it.', { ...paragraph, replaces: true, leavesOut: true });
const replaced = annotation('every day', { ...paragraph, words, replaces: true });

describe('what is most supported of what was written to a text', () => {
  it('names the words that a proposal is about, and that they are to be left out', () => {
    const html = renderFragment({ texts }, <AnnotationResults annotations={[goes, paragraphGoes, replaced]} />);
    expect(html).toMatch(/Proposes to leave words out.*On the words “.*once a year.*Air changes daily\..*Proposes to leave words out.*Nobody/s);
    expect(html).toMatch(/Nobody does it\..*Proposes other words.*On the words “.*once a year.*every day/s);
  });

  it('does so where it is one sentence', () => {
    const found = (one: StatementResult) => foundInText(texts, foundInAnnotations({ annotations: [one] }));
    expect(found(goes)).toBe('Supported most: to leave out “once a year”, because “Air changes daily.” – 3 people.');
    expect(found(paragraphGoes)).toBe('Supported most: to leave out a whole paragraph, because “Nobody does it.” – 3 people.');
    expect(found(annotation('Good.', paragraph))).toBe('Supported most: “Good.” – 3 people.');
  });

  it('does so in files, and where changes are said to follow it', () => {
    const all = { statements: [], statementCounts: { accepted: 0, pending: 0, rejected: 0, withdrawn: 0 } };
    const rows = supportRows(texts, [goes, paragraphGoes, replaced, annotation(null, goes.at)], all).map(({ of }) => of);
    expect(rows).toEqual([
      'Leave out “once a year”: Air changes daily.',
      'Leave out the whole paragraph: Nobody does it.',
      'In place of “once a year”: every day',
      texts.t('text.erased'),
    ]);
    expect(inOneText(texts, annotation('Good.', { ...paragraph, words }))).toBe('Good.');
  });
});
