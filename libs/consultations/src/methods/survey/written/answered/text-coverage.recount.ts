import type { OnPage } from '../../../method/method.recount';
import type { TextCoverage } from './text-coverage.contract';

/** How many listed texts the office has answered, in a sentence and a table. */
export function textCoverageOnPage(covered: TextCoverage | undefined): OnPage {
  if (!covered || covered.listed === 0) return { sentences: [], rows: [], first: [] };
  const { listed, open, accepted, partly, rejected, noted } = covered;
  return {
    sentences: [{ says: 'textsAnswered.finding', values: { listed, answered: listed - open } }],
    rows: [
      { of: { says: 'stance.accepted' }, figures: [accepted] },
      { of: { says: 'stance.partly' }, figures: [partly] },
      { of: { says: 'stance.rejected' }, figures: [rejected] },
      { of: { says: 'stance.noted' }, figures: [noted] },
      { of: { says: 'coverage.open' }, figures: [open] },
    ],
    first: [],
  };
}
