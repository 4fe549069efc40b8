import { ChartWithTable, DataTable, Heading, OptionBar, useIds, useTexts } from '@isegoria/ui';
import { AssuranceLegend } from '../../../results/assurance/assurance-legend.page';
import type { ActivityResults } from '../../../results/results.contract';

/** The options of a poll with their votes, verified and unverified people shown separately. */
export function OptionResults(props: { results: ActivityResults }) {
  const { t, number, percent } = useTexts();
  const id = useIds()('votes');
  const { options, participants } = props.results;
  const share = (votes: number) => percent(votes / Math.max(1, participants));
  const ordered = [...options].sort((a, b) => b.votes - a.votes);
  return (
    <section class="section" aria-labelledby={id}>
      <Heading level={2} size="md" id={id}>
        {t('results.options')}
      </Heading>
      <div class="panel">
        <Finding ordered={ordered} participants={participants} />
        <p class="meta">{t('results.optionsNote')}</p>
        <AssuranceLegend />
        <ChartWithTable
          id="options-table"
          summary={t('results.asTable')}
          chart={
            <ol class="bars">
              {ordered.map((option) => (
                <li key={option.id}>
                  <span class="bar-text" dir="auto">
                    {option.text}
                  </span>
                  <OptionBar
                    id={`bar-${option.id}`}
                    verified={option.byAssurance.verified}
                    unverified={option.byAssurance.unverified}
                    of={participants}
                  />
                  <span class="bar-numbers">
                    <strong>{t('results.votes', { count: option.votes })}</strong>
                    <span>{t('results.shareOfPeople', { share: share(option.votes) })}</span>
                  </span>
                </li>
              ))}
            </ol>
          }
        >
          <DataTable
            caption={t('results.tableCaption')}
            captionHidden
            rows={ordered}
            columns={[
              { head: t('results.option'), cell: ({ text }) => text },
              { head: t('figures.votes'), cell: ({ votes }) => number(votes), numeric: true },
              { head: t('results.share'), cell: ({ votes }) => share(votes), numeric: true },
              { head: t('assurance.verified'), cell: ({ byAssurance }) => number(byAssurance.verified), numeric: true },
              { head: t('assurance.unverified'), cell: ({ byAssurance }) => number(byAssurance.unverified), numeric: true },
            ]}
          />
        </ChartWithTable>
      </div>
    </section>
  );
}

/** The result in a sentence; nothing while nobody has voted. */
function Finding(props: { ordered: ActivityResults['options']; participants: number }) {
  const { t, percent } = useTexts();
  const { ordered, participants } = props;
  const [first, second] = ordered;
  if (!first || first.votes === 0) return null;
  const found = { count: first.votes, people: participants, share: percent(first.votes / Math.max(1, participants)) };
  if (first.votes === second?.votes) return <p>{t('poll.findingLevel', found)}</p>;
  return <p dir="auto">{t('poll.finding', { option: first.text, ...found })}</p>;
}
