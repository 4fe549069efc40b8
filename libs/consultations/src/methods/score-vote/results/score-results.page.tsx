import { Bar, BarList, ChartWithTable, DataTable, Heading, Sentence, Words, useIds, useSectionName, useTexts } from '@isegoria/ui';
import { barsAsDrawing, type Drawing } from '@isegoria/ui';
import type { Texts } from '@isegoria/texts';
import type { ActivityResults } from '../../../results/results.contract';
import { lotsFound, whenClosed, type Found } from '../../choices/results/found.page';
import { OptionResults } from '../../choices/results/option-results.page';
import type { ScoredOption } from '../score-vote.contract';

interface Row extends ScoredOption {
  readonly text: string;
}

/** How far the bar of an option goes: its mean up to the highest score, or its total up to the highest score from everybody. */
function lengthOf({ scores, participants }: ActivityResults, { mean, total }: ScoredOption): { value: number; of: number } {
  const { scoring, highestScore } = scores!;
  if (scoring === 'mean') return { value: mean ?? 0, of: highestScore };
  return { value: total, of: Math.max(1, highestScore * participants) };
}

function rowsOf(results: ActivityResults): Row[] {
  const { options, scores } = results;
  const rows = (scores?.options ?? []).map((scored, at) => ({ ...scored, text: options[at]?.text ?? scored.id }));
  return rows.sort((one, other) => lengthOf(results, other).value - lengthOf(results, one).value);
}

function ScoreOfOption({ row: { text, total: points, mean } }: { row: Row }) {
  const option = <Words text={text} by="office" />;
  if (mean === null) return <Sentence says="score.inWordsNone" words={{ option }} />;
  return <Sentence says="score.inWords" words={{ option }} values={{ points, mean }} />;
}

/** The scores of all options, with a chart and a table of how many people gave which, and how many scored each. */
export function ScoreResults({ results }: { results: ActivityResults }) {
  const { t, number } = useTexts();
  const id = useIds()('scores');
  const sectionName = useSectionName()('scores');
  const { scores, countsFrom } = results;
  if (!scores) return null;
  const rows = rowsOf(results);
  const each = Array.from({ length: scores.highestScore + 1 }, (_, score) => score);
  return (
    <>
      <section class="section" aria-labelledby={sectionName}>
        <Heading level={2} size="md" id={id}>
          {t('score.results')}
        </Heading>
        <div class="panel">
          <p class="meta">
            {t(`score.resultsNote.${scores.scoring}`)} {t(`score.fullBar.${scores.scoring}`)}
          </p>
          <ChartWithTable
            id="scores-table"
            summary={t('results.asTable')}
            chart={
              <BarList>
                {rows.map((row) => (
                  <li key={row.id}>
                    <span class="bar-text">
                      <ScoreOfOption row={row} />
                    </span>
                    <Bar
                      id={`score-${row.id}`}
                      title={number(lengthOf(results, row).value)}
                      parts={[{ kind: countsFrom, value: lengthOf(results, row).value }]}
                      total={lengthOf(results, row).of}
                    />
                  </li>
                ))}
              </BarList>
            }
          >
            <DataTable
              caption={t('score.table')}
              rows={rows}
              columns={[
                { head: t('results.option'), cell: ({ text }) => <Words text={text} by="office" /> },
                ...each.map((score) => ({ head: number(score), cell: ({ counts }: Row) => number(counts[score]!), numeric: true })),
                { head: t('score.total'), cell: ({ total }: Row) => number(total), numeric: true },
                { head: t('score.mean'), cell: ({ mean }: Row) => (mean === null ? '' : number(mean)), numeric: true },
              ]}
            />
          </ChartWithTable>
        </div>
      </section>
      <OptionResults results={results} title="score.scored" note="score.scoredNote" />
    </>
  );
}

/** What came out of a score vote; a tie is said, and that the lot decided it. */
export function foundInScores(results: ActivityResults): Found[] {
  const { options, scores } = results;
  const winner = options.find(({ id }) => id === scores?.winner);
  const its = scores?.options.find(({ id }) => id === winner?.id);
  if (!scores || !winner || !its) return [{ says: 'score.findingNone' }];
  const { total, people, mean } = its;
  const quoted = { options: { option: winner.text } };
  const isLevel = (one: ScoredOption) =>
    one.people > 0 && (scores.scoring === 'total' ? one.total === its.total : one.total * its.people === its.total * one.people);
  const tied = options.filter((_, at) => isLevel(scores.options[at]!));
  const when = whenClosed(results);
  return [
    { says: `score.finding.${scores.scoring}${when}`, ...quoted, values: { total, people, mean: mean ?? 0, highest: scores.highestScore } },
    ...(scores.byLot
      ? [{ says: `score.byLot${when}`, ...quoted, lists: { tied }, isAside: true } as const, ...lotsFound(options, scores.lots)]
      : []),
  ];
}

/** The scores as a drawing for use elsewhere. */
export function scoresAsDrawing(texts: Texts, results: ActivityResults): Drawing {
  const rows = rowsOf(results).map((row) => {
    const { value, of } = lengthOf(results, row);
    const { t, number } = texts;
    const note = [`${t('score.total')}: ${number(row.total)}`, ...(row.mean === null ? [] : [`${t('score.mean')}: ${number(row.mean)}`])].join(' · ');
    return { text: row.text, bars: [{ total: of, parts: [{ kind: results.countsFrom, value }], note }] };
  });
  return barsAsDrawing(rows, []);
}
