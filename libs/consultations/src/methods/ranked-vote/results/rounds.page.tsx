import { DataTable, Words, useTexts } from '@isegoria/ui';
import type { OptionResult } from '../../choices/options/options.contract';
import { FoundInWords, type Found } from '../../choices/results/found.page';
import type { RankedCount } from '../ranked-vote.contract';
import { isAlone } from './ranked-finding.page';

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
        {ranking.rounds.map((_, index) => (
          <li key={index}>
            <FoundInWords {...roundFound(options, ranking, index)} />
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

/** What happens in a round. */
export function roundFound(options: RoundsProps['options'], { rounds, winner }: RankedCount, index: number): Found {
  const option = options.find(({ id }) => id === (rounds[index]!.eliminated ?? winner))?.text ?? '';
  const { byLot, votes } = rounds[index]!;
  const fewest = Math.min(...votes.filter((count) => count !== null));
  const lists: Found['lists'] = byLot ? { tied: options.filter((_, at) => votes[at] === fewest) } : {};
  return { says: stepIn(rounds, index), options: { option }, lists, values: { round: index + 1 } };
}

function stepIn(rounds: RankedCount['rounds'], index: number) {
  const endsByLot = rounds.length > 1 && isAlone(rounds.at(-1)!);
  if (index === rounds.length - 1) return endsByLot ? 'ranked.alone' : 'ranked.decided';
  if (endsByLot && index === rounds.length - 2) return 'ranked.outOfTwo';
  return rounds[index]!.byLot ? 'ranked.outByLot' : 'ranked.out';
}
