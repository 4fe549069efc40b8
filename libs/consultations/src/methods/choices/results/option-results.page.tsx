import { levelsBelow, levelsFrom } from '@isegoria/kernel';
import { BarList, ChartWithTable, DataTable, Heading, Words, useIds, useSectionName, useTexts } from '@isegoria/ui';
import { beside } from '../../../results/assurance/by-assurance.contract';
import { LevelBar, LevelLegend, levelsWith } from '../../../results/assurance/levels.page';
import type { MessageKey } from '@isegoria/texts';
import type { ActivityResults } from '../../../results/results.contract';
import type { OptionResult } from '../options/options.contract';

export interface OptionResultsProps {
  readonly results: ActivityResults;
  readonly title?: MessageKey;
  readonly note?: MessageKey;
  readonly head?: MessageKey;
  /** In place of the options of an office: what the site itself offers in every such vote, in the words and the order of the page. */
  readonly ofSite?: readonly OptionResult[];
}

/** The options of a poll with the votes that are counted; those of everybody else stand beside them, as shares of their own. */
export function OptionResults(props: OptionResultsProps) {
  const { t, number, percent } = useTexts();
  const id = useIds()('votes');
  const sectionName = useSectionName()('votes');
  const { options, participants, participantsByAssurance, countsFrom } = props.results;
  const others = beside(participantsByAssurance, countsFrom);
  const levels = levelsWith(participantsByAssurance);
  const share = (votes: number) => percent(votes / Math.max(1, participants));
  const ordered = props.ofSite ?? [...options].sort((a, b) => b.votes - a.votes);
  const named = ({ text }: OptionResult) => (props.ofSite ? text : <Words text={text} by="office" />);
  return (
    <section class="section" aria-labelledby={sectionName}>
      <Heading level={2} size="md" id={id}>
        {t(props.title ?? 'results.options')}
      </Heading>
      <div class="panel">
        <p class="meta">{t(props.note ?? 'results.optionsNote')}</p>
        <LevelLegend levels={levels} />
        <ChartWithTable
          id="options-table"
          summary={t('results.asTable')}
          chart={
            <BarList>
              {ordered.map((option) => (
                <li key={option.id}>
                  <span class="bar-text">{named(option)}</span>
                  <LevelBar id={`bar-${option.id}`} counts={option.byAssurance} levels={levelsFrom(countsFrom)} of={participants} />
                  <span class="bar-numbers">
                    <strong>{t('results.votes', { count: option.votes })}</strong>
                    <span>{t('results.shareOfPeople', { share: share(option.votes) })}</span>
                  </span>
                  {others > 0 && (
                    <div class="beside">
                      <LevelBar id={`beside-${option.id}`} counts={option.byAssurance} levels={levelsBelow(countsFrom)} of={others} />
                      <span>{t('results.besideVotes', { votes: beside(option.byAssurance, countsFrom), people: others })}</span>
                    </div>
                  )}
                </li>
              ))}
            </BarList>
          }
        >
          <DataTable
            caption={t('results.tableCaption')}
            captionHidden
            rows={ordered}
            columns={[
              { head: t(props.head ?? 'results.option'), cell: named },
              { head: t('figures.votes'), cell: ({ votes }) => number(votes), numeric: true },
              { head: t('results.share'), cell: ({ votes }) => share(votes), numeric: true },
              ...levels.map((level) => ({
                head: t(`assuranceLevel.${level}`),
                cell: ({ byAssurance }: OptionResult) => number(byAssurance[level]),
                numeric: true,
              })),
            ]}
          />
        </ChartWithTable>
      </div>
    </section>
  );
}
