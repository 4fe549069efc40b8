import { Sentence, Words, useTexts } from '@isegoria/ui';
import type { ActivityResults } from '../../../results/results.contract';

/** The outcome of a ranked vote in a sentence. */
export function RankedFinding({ results }: { results: ActivityResults }) {
  const { t } = useTexts();
  const { options, ranking } = results;
  const winner = options.find(({ id }) => id === ranking?.winner);
  if (!ranking || !winner) return <p>{t('ranked.findingNone')}</p>;
  return (
    <>
      <p>
        <Outcome results={results} winner={winner.id} option={winner.text} />
      </p>
      {ranking.byLot && <p class="meta">{t('ranked.byLot')}</p>}
    </>
  );
}

function Outcome({ results, winner, option }: { results: ActivityResults; winner: string; option: string }) {
  const { percent } = useTexts();
  const { options, ranking } = results;
  const words = { option: <Words text={option} by="office" /> };
  const round = ranking!.rounds.length;
  if (round === 0) return <Sentence says="ranked.findingPairs" words={words} />;
  const { votes } = ranking!.rounds.at(-1)!;
  const count = votes[options.findIndex(({ id }) => id === winner)] ?? 0;
  const people = votes.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const found = { count, people, share: percent(count / people), round };
  return <Sentence says={round === 1 ? 'ranked.findingFirst' : 'ranked.findingRunoff'} words={words} values={found} />;
}
