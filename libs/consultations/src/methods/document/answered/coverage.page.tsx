import { withQuery } from '@isegoria/portal-kit';
import { Bar, BarList, ChartWithTable, DataTable, Heading, Link, useIds, useTexts } from '@isegoria/ui';
import { stances } from '../../../official-answer/official-answer.contract';
import { officialAnswersPath } from '../../../official-answer/pages/stance.page';
import { paragraphPath } from '../paper/paper.page';
import type { MessageKey } from '@isegoria/texts';
import { fates, nothingCovered, type CoverageCounts, type CoverageView, type Fate } from './coverage.contract';

interface CoverageProps {
  readonly coverage: CoverageView;
  readonly consultationId: string;
  /** Where it stands on the page. */
  readonly level: 3 | 4;
}

const colours: Readonly<Record<Fate, string>> = {
  ...{ accepted: 'agree', partly: 'attested', rejected: 'disagree', noted: 'pass', withParagraph: 'verified', open: 'anonymous' },
};

/** How much of what people wrote to a text the office has answered, and how; nothing where nobody wrote. */
export function Coverage({ coverage, consultationId, level }: CoverageProps) {
  const { t } = useTexts();
  const { annotations, open } = coverage;
  if (annotations === 0) return null;
  const finding = t('coverage.finding', { annotations, open, answered: annotations - open });
  const says = { title: 'coverage.title', head: 'coverage.annotations', count: 'paper.count' } as const;
  const { proposals } = coverage;
  return <Fates {...{ fates, counts: coverage, proposals, whole: annotations, finding, says, consultationId, level }} />;
}

/** What became of how many things that people said, in a sentence, a chart and its table. */
export function Fates<Has extends Fate>(props: {
  fates: readonly Has[];
  counts: Readonly<Record<Has, number>>;
  /** Those among them that propose other words; absent where nobody can. */
  proposals?: Readonly<Record<Has, number>>;
  whole: number;
  finding: string;
  /** A title, the heading of a column of numbers, and how many are meant: `count`. */
  says: Readonly<Record<'title' | 'head' | 'count', MessageKey>>;
  consultationId: string;
  level: 3 | 4;
}) {
  const { t, number } = useTexts();
  const id = useIds()('coverage');
  const { fates: all, counts, proposals, whole, finding, says, level } = props;
  const answers = officialAnswersPath(props.consultationId);
  // Each leads to the answers themselves, which say why.
  const named = (fate: Has) => {
    const chosen = stances.find((stance) => stance === fate);
    if ((!chosen && fate !== 'withParagraph') || counts[fate] === 0) return nameOf(t, fate);
    return <Link href={withQuery(answers, chosen ? { stance: chosen } : { about: 'paragraph' })}>{nameOf(t, fate)}</Link>;
  };
  return (
    <section class="stack" aria-labelledby={id}>
      <Heading level={level} size="sm" id={id}>
        {t(says.title)}
      </Heading>
      <p>{finding}</p>
      <ChartWithTable
        id="coverage-table"
        summary={t('results.asTable')}
        chart={
          <BarList>
            {all.map((fate) => (
              <li key={fate}>
                <span class="bar-text">{named(fate)}</span>
                <Bar
                  id={`coverage-${fate}`}
                  title={number(counts[fate])}
                  total={whole}
                  parts={[{ kind: colours[fate], value: counts[fate] }]}
                />
                <span class="bar-numbers">
                  <strong>{t(says.count, { count: counts[fate] })}</strong>
                </span>
              </li>
            ))}
          </BarList>
        }
      >
        <DataTable
          caption={t(says.title)}
          captionHidden
          rows={all}
          columns={[
            { head: t('coverage.fate'), cell: (fate) => nameOf(t, fate) },
            { head: t(says.head), cell: (fate) => number(counts[fate]), numeric: true },
            ...(proposals ? [{ head: t('coverage.proposals'), cell: (fate: Has) => number(proposals[fate]), numeric: true }] : []),
          ]}
        />
      </ChartWithTable>
    </section>
  );
}

export const nameOf = (t: ReturnType<typeof useTexts>['t'], fate: Fate) =>
  t(fate === 'open' || fate === 'withParagraph' ? `coverage.${fate}` : `stance.${fate}`);

interface Row extends CoverageCounts {
  /** Null: those that were left out, together. */
  readonly paragraph: string | null;
  readonly number: number | null;
}

/** The same for each paragraph that somebody wrote to. */
export function CoverageByParagraph({ coverage }: { coverage: CoverageView }) {
  const { t, number } = useTexts();
  const id = useIds()('coverage-paragraphs');
  const rows = rowsOf(coverage);
  if (rows.length === 0) return null;
  return (
    <details class="ds-details as-table" data-variant="default" data-color="neutral" id={id}>
      <summary>{t('coverage.byParagraph')}</summary>
      <DataTable
        caption={t('coverage.byParagraph')}
        captionHidden
        rows={rows}
        columns={[
          { head: t('coverage.paragraph'), cell: (row) => <ParagraphOf row={row} activityId={coverage.activityId} /> },
          { head: t('coverage.annotations'), cell: ({ annotations }) => number(annotations), numeric: true },
          ...fates.map((fate) => ({ head: nameOf(t, fate), cell: (row: Row) => number(row[fate]), numeric: true })),
        ]}
      />
    </details>
  );
}

function ParagraphOf({ row: { paragraph, number }, activityId }: { row: Row; activityId: string }) {
  const { t } = useTexts();
  if (paragraph === null || number === null) return <>{t('coverage.leftOut')}</>;
  return <Link href={paragraphPath(activityId, paragraph)}>{t('paper.paragraph', { number })}</Link>;
}

/** Each paragraph, and those that were left out together. */
export function rowsOf({ paragraphs }: CoverageView): Row[] {
  const written = paragraphs.filter(({ annotations }) => annotations > 0);
  const stand = written.filter(({ number }) => number !== null);
  const leftOut = written.filter(({ number }) => number === null);
  const sum = (member: keyof CoverageCounts) => leftOut.reduce((total, one) => total + one[member], 0);
  const members = Object.keys(nothingCovered) as (keyof CoverageCounts)[];
  const sums = Object.fromEntries(members.map((member) => [member, sum(member)])) as unknown as CoverageCounts;
  return [...stand, ...(leftOut.length > 0 ? [{ ...sums, paragraph: null, number: null }] : [])];
}
