import { lotsOnPage } from '../../choices/lots-on-page.recount';
import type { OptionResults } from '../../choices/options/options.contract';
import type { ActivityResults } from '../../../results/results.contract';
import { onceClosed, type OnPage, type RowOnPage, type SentenceOnPage } from '../../method/method.recount';
import type { ScoreVoteResults, ScoredOption } from '../score-vote.contract';

/** The outcome with its working, as a page has to say it. */
export function scoresOnPage({ options, scores, closed }: OptionResults & ScoreVoteResults & Pick<ActivityResults, 'closed'>): OnPage {
  const once = onceClosed(closed);
  const winner = options.find(({ id }) => id === scores?.winner);
  const its = scores?.options.find(({ id }) => id === winner?.id);
  const ofOptions = (scores?.options ?? []).map(({ total, mean, counts }, at) => ({
    of: options[at]!.text,
    figures: [...counts, total, ...(mean === null ? [] : [mean])],
  }));
  const each = (scores?.options[0]?.counts ?? []).map((_, score) => score);
  const rows: readonly RowOnPage[] = [{ of: { says: 'results.option' }, figures: each }, ...ofOptions];
  const bars = (scores?.options ?? []).map(({ total: points, mean }, at): SentenceOnPage => {
    const option = options[at]!.text;
    return mean === null
      ? { says: 'score.inWordsNone', values: { option } }
      : { says: 'score.inWords', values: { option, points, mean } };
  });
  if (!scores || !winner || !its) return { sentences: [{ says: 'score.findingNone', values: {} }, ...bars], rows, first: [] };
  const values = { option: winner.text, total: its.total, mean: its.mean ?? 0, highest: scores.highestScore, people: its.people };
  const lead = ({ total, people }: ScoredOption) => (scores.scoring === 'mean' ? total / people : total);
  const tied = options.flatMap(({ text }, at) => (lead(scores.options[at]!) === lead(its) ? [text] : []));
  const drawn = { says: `score.byLot${once}`, values: { option: winner.text }, lists: { tied } };
  const lot = scores.byLot ? [drawn, ...lotsOnPage(options, scores.lots)] : [];
  return { sentences: [{ says: `score.finding.${scores.scoring}${once}`, values }, ...lot, ...bars], rows, first: [winner.id] };
}
