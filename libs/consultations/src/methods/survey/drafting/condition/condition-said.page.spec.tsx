import { describe, expect, it } from '@jest/globals';
import { renderFragment } from '@isegoria/portal-kit';
import { textsIn } from '@isegoria/texts';
import '../../../../portal';
import type { Question } from '../../questionnaire/questionnaire.contract';
import { ConditionSaid } from './condition-said.page';

const options = ['Bus', 'Tram'].map((text) => ({ id: text.toLowerCase(), text }));
const questions: Question[] = [{ id: 'how', kind: 'single', text: 'How do you get to work?', isRequired: true, options }];
const said = (language: string, isAnyOf = ['bus']) =>
  renderFragment(
    { texts: textsIn(language) },
    <ConditionSaid says="paper.onlyIf" when={{ question: 'how', isAnyOf }} questions={questions} />,
  );

describe('when a question on paper is to be answered', () => {
  it('is said in the direction of the page, which quotes the office in its own', () => {
    const html = said('ar').replaceAll(/[\u2066-\u2069]/g, '');
    expect(html).toMatch(/^أجب عن هذا فقط إذا «<bdi[^>]*>1\. How do you get to work\?<\/bdi>» جوابه «<bdi[^>]*>Bus<\/bdi>»\.$/);
  });

  it('names answers of which any will do', () => {
    expect(said('en', ['bus', 'tram'])).toBe('Answer this only if “1. How do you get to work?” is “Bus” or “Tram”.');
  });
});
