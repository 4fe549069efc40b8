import { DataTable, Sentence, Words, useTexts } from '@isegoria/ui';
import type { OptionResult } from '../../choices/options/options.contract';
import type { RankedCount, RunoffRound } from '../ranked-vote.contract';

interface RoundsProps {
  readonly options: readonly OptionResult[];
  readonly ranking: RankedCount;
}

/** An instant runoff, round by round: what happened in words, and the ballots for each option in a table. */
export function Rounds({ options, ranking }: RoundsProps) {
  const { t, number } = useTexts();
  const lastOf = (option: number) => ranking.rounds.filter(({ votes }) => votes[option] != null).length;
  const rows = [...options.keys()].sort((one, other) => lastOf(other) - lastOf(one) || options[other]!.votes - options[one]!.votes);
  const columns = ranking.rounds.map((round, index) => ({
    head: t('ranked.round', { round: index + 1 }),
    numeric: true,
    cell: (row: number | 'exhausted') => (row === 'exhausted' ? number(round.exhausted) : inCell(round.votes[row])),
  }));
  const nameOf = (row: number | 'exhausted') =>
    row === 'exhausted' ? t('ranked.exhausted') : <Words text={options[row]!.text} by="office" />;
  const inCell = (votes: number | null | undefined) => (votes == null ? t('ranked.isOut') : number(votes));
  return (
    <>
      <ol class="plain stack-sm">
        {ranking.rounds.map((round, index) => (
          <li key={index}>
            <RoundInWords round={round} index={index} options={options} winner={ranking.winner} />
          </li>
        ))}
      </ol>
      <DataTable<number | 'exhausted'>
        caption={t('ranked.rounds')}
        rows={[...rows, 'exhausted']}
        columns={[
          { head: t('results.option'), cell: nameOf },
          ...columns,
        ]}
      />
    </>
  );
}

function RoundInWords(props: Pick<RoundsProps, 'options'> & { round: RunoffRound; index: number; winner: string | null }) {
  const { eliminated, byLot } = props.round;
  const option = props.options.find(({ id }) => id === (eliminated ?? props.winner))?.text ?? '';
  const says = eliminated === null ? 'ranked.decided' : byLot ? 'ranked.outByLot' : 'ranked.out';
  return <Sentence says={says} words={{ option: <Words text={option} by="office" /> }} values={{ round: props.index + 1 }} />;
}
