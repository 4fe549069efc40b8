import { addressOf } from '@isegoria/kernel';
import type { OnPage, RecountedView, RowOnPage } from '../../method/method.recount';
import type { DocumentBook } from './coverage-book.recount';
import { nothingCovered, showCoverage, type CoverageCounts, type CoverageView } from './coverage.contract';

export const coverage: RecountedView = {
  name: 'coverage',
  isLater: true,
  pathsFor: ({ activityId }) => [addressOf(showCoverage.route, { activityId })],
  finding: 'tally',
  recount: (book) => (book as DocumentBook).coverage(),
  beforeItBegan: { ...nothingCovered, proposals: nothingCovered, paragraphs: [] },
};

/** How much the office has answered, in a sentence and two tables. */
export function coverageOnPage(answers: Readonly<Record<string, object>>): OnPage {
  const { paragraphs, proposals, ...whole } = (answers[coverage.name] ?? coverage.beforeItBegan) as CoverageView;
  const { annotations, open, accepted, partly, rejected, noted, withParagraph } = whole;
  if (annotations === 0) return { sentences: [], rows: [], first: [] };
  const figuresOf = (one: CoverageCounts) => {
    return [one.annotations, one.accepted, one.partly, one.rejected, one.noted, one.withParagraph, one.open];
  };
  const written = paragraphs.filter((one) => one.annotations > 0);
  const stands = written.filter(({ number }) => number !== null);
  const leftOut = written.filter(({ number }) => number === null).map(figuresOf);
  const rows: RowOnPage[] = [
    { of: { says: 'stance.accepted' }, figures: [accepted, proposals.accepted] },
    { of: { says: 'stance.partly' }, figures: [partly, proposals.partly] },
    { of: { says: 'stance.rejected' }, figures: [rejected, proposals.rejected] },
    { of: { says: 'stance.noted' }, figures: [noted, proposals.noted] },
    { of: { says: 'coverage.withParagraph' }, figures: [withParagraph, proposals.withParagraph] },
    { of: { says: 'coverage.open' }, figures: [open, proposals.open] },
    ...stands.map((one) => ({ of: { says: 'paper.paragraph', values: { number: one.number! } }, figures: figuresOf(one) })),
  ];
  if (leftOut.length > 0) {
    const sums = leftOut.reduce((sum, figures) => sum.map((value, at) => value + figures[at]!));
    rows.push({ of: { says: 'coverage.leftOut' }, figures: sums });
  }
  return { sentences: [{ says: 'coverage.finding', values: { annotations, open, answered: annotations - open } }], rows, first: [] };
}
