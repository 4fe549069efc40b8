import { assuranceLevels } from '@isegoria/kernel';
import {
  BarList,
  ChartWithTable,
  DataTable,
  EmptyState,
  Folded,
  Heading,
  Link,
  Words,
  useIds,
  useSectionName,
  useTexts,
  type Column,
} from '@isegoria/ui';
import type { DeliberationResults, StatementResult } from '../deliberation.contract';
import { inPlaceOfWords } from '../said-words/said-words.page';
import type { VoteChoice } from '../vote/statement-vote.contract';
import { VoteBar } from './vote-bar.page';

/** The bars show as many statements as one can look at; the table has those with the most votes, and a page of its own all of them. */
const shownAsBars = 12;

export const votesOf = ({ agrees, disagrees, passes }: Pick<StatementResult, 'agrees' | 'disagrees' | 'passes'>): number =>
  agrees + disagrees + passes;

/** Those whose words everybody may read, as the API decides it by the moderation of their activity, the one with the most votes first. */
export function readInOrderOfVotes(statements: readonly StatementResult[]): readonly (StatementResult & { readonly text: string })[] {
  const read = statements.flatMap(({ text, ...statement }) => (text === null ? [] : [{ ...statement, text }]));
  return read.sort((one, other) => votesOf(other) - votesOf(one));
}

/**
 * Every statement with its votes; the last vote of a person counts. Rejected ones are counted too, so that nothing is silently dropped.
 * @param all the page of all statements; absent where there is none of these results
 */
export function StatementResults(props: DeliberationResults & { all?: string }) {
  const { t, percent } = useTexts();
  const id = useIds()('votes');
  const sectionName = useSectionName()('votes');
  const { statements, statementCounts } = props;
  const count = Object.values(statementCounts).reduce((sum, some) => sum + some, 0);
  const bars = readInOrderOfVotes(statements).slice(0, shownAsBars);
  const shown = { shown: bars.length, all: statements.length, rejected: statementCounts.rejected };
  return (
    <section class="section" aria-labelledby={sectionName}>
      <Heading level={2} size="md" id={id}>
        {t('results.statements')}
      </Heading>
      {statements.length === 0 ? (
        <EmptyState>{t('statements.empty')}</EmptyState>
      ) : (
        <Folded id="all-votes" summary={t('results.showVotes', { count: statements.length })}>
          <div class="panel">
            {bars.length < statements.length && <p class="meta">{t('results.statementsNote', shown)}</p>}
            <VoteLegend />
            <ChartWithTable
              id="statements-table"
              summary={t('results.statementsAsTable', { count: statements.length })}
              chart={
                <BarList>
                  {bars.map((statement) => (
                    <li key={statement.id}>
                      <span class="bar-text">
                        <Words text={statement.text} />
                      </span>
                      <VoteBar id={`bar-${statement.id}`} tally={statement} />
                      <span class="bar-numbers">
                        <strong>{t('results.agreeShare', { share: percent(statement.agrees / Math.max(1, votesOf(statement))) })}</strong>
                        <span>{t('results.disagreeShare', { share: percent(statement.disagrees / Math.max(1, votesOf(statement))) })}</span>
                        <span>{t('results.passShare', { share: percent(statement.passes / Math.max(1, votesOf(statement))) })}</span>
                        <span>{t('results.votes', { count: votesOf(statement) })}</span>
                      </span>
                    </li>
                  ))}
                </BarList>
              }
            >
              <StatementTable statements={statements} />
            </ChartWithTable>
            {props.all !== undefined && count > statements.length && (
              <p>
                <Link href={props.all}>{t('results.allStatements', { count })}</Link>
              </p>
            )}
          </div>
        </Folded>
      )}
    </section>
  );
}

export function VoteLegend() {
  const { t } = useTexts();
  return (
    <ul class="legend">
      {(['agree', 'disagree', 'pass'] as const).map((choice) => (
        <li key={choice}>
          <span class={`key key-${choice}`} /> {t(`vote.${choice}`)}
        </li>
      ))}
    </ul>
  );
}

export function StatementTable(props: {
  statements: readonly StatementResult[];
  /** A column of one's own. */
  more?: Column<StatementResult>;
}) {
  const { t, number } = useTexts();
  const count = (head: string, value: (statement: StatementResult) => number): Column<StatementResult> => ({
    head,
    cell: (row) => number(value(row)),
    numeric: true,
  });
  const levels = assuranceLevels.filter((level) => props.statements.some(({ byAssurance }) => votesOf(byAssurance[level]) > 0)).reverse();
  return (
    <DataTable
      caption={t('results.tableCaption')}
      rows={props.statements}
      columns={[
        {
          head: t('results.statement'),
          cell: ({ text, status }) => (text === null ? <span class="erased">{t(inPlaceOfWords({ status }))}</span> : <Words text={text} />),
        },
        ...(props.more ? [props.more] : []),
        count(t('vote.agree'), ({ agrees }) => agrees),
        count(t('vote.disagree'), ({ disagrees }) => disagrees),
        count(t('vote.pass'), ({ passes }) => passes),
        ...levels.flatMap((level) => {
          const head = (choice: VoteChoice) => t('table.atLevel', { choice: t(`vote.${choice}`), level: t(`assuranceLevel.${level}`) });
          return [
            count(head('agree'), ({ byAssurance }) => byAssurance[level].agrees),
            count(head('disagree'), ({ byAssurance }) => byAssurance[level].disagrees),
            count(head('pass'), ({ byAssurance }) => byAssurance[level].passes),
          ];
        }),
      ]}
    />
  );
}
