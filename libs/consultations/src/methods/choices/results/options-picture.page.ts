import { levelsBelow, levelsFrom, type AssuranceLevel } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import { barsAsDrawing, type Drawing } from '@isegoria/ui';
import { beside } from '../../../results/assurance/by-assurance.contract';
import { levelsWith } from '../../../results/assurance/levels.page';
import type { ActivityResults } from '../../../results/results.contract';
import type { OptionResult } from '../options/options.contract';

/**
 * The options of a poll with their votes as a drawing for use elsewhere: what is counted, and everybody else beside.
 * @param ofSite in place of the options of an office: what the site itself offers, in order
 */
export function optionsAsDrawing({ t, percent }: Texts, results: ActivityResults, ofSite?: readonly OptionResult[]): Drawing {
  const { options, participants, participantsByAssurance, countsFrom } = results;
  const others = beside(participantsByAssurance, countsFrom);
  const parts = ({ byAssurance }: OptionResult, levels: readonly AssuranceLevel[]) =>
    levelsWith(byAssurance, levels).map((level) => ({ kind: level, value: byAssurance[level] }));
  const ordered = ofSite ?? [...options].sort((one, other) => other.votes - one.votes);
  const rows = ordered.map((option) => {
    const share = percent(option.votes / Math.max(1, participants));
    const counted = `${t('results.votes', { count: option.votes })} · ${t('results.shareOfPeople', { share })}`;
    const aside = { votes: beside(option.byAssurance, countsFrom), people: others };
    return {
      text: option.text,
      bars: [
        { total: participants, parts: parts(option, levelsFrom(countsFrom)), note: counted },
        ...(others > 0 ? [{ total: others, parts: parts(option, levelsBelow(countsFrom)), note: t('results.besideVotes', aside) }] : []),
      ],
    };
  });
  const legend = levelsWith(participantsByAssurance).map((level) => ({ kind: level, label: t(`assuranceLevel.${level}`) }));
  return barsAsDrawing(rows, legend);
}
