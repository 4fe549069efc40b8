import { assuranceLevels, type AssuranceLevel } from '@isegoria/kernel';
import type { Texts } from '@isegoria/texts';
import { Bar, useTexts } from '@isegoria/ui';
import type { ByAssurance } from './by-assurance.contract';

/** Those of some levels at which there is anybody, the surest first. */
export function levelsWith(counts: ByAssurance<number>, levels: readonly AssuranceLevel[] = assuranceLevels): AssuranceLevel[] {
  return levels.filter((level) => counts[level] > 0).reverse();
}

/** How many there are at each of some levels, each by its name. */
export function levelsInWords({ t }: Texts, counts: ByAssurance<number>, levels: readonly AssuranceLevel[]): string[] {
  return levelsWith(counts, levels).map((level) => t('figures.atLevel', { level: t(`assuranceLevel.${level}`), count: counts[level] }));
}

/** Which colour of a bar is whose. */
export function LevelLegend(props: { levels: readonly AssuranceLevel[] }) {
  const { t } = useTexts();
  return (
    <ul class="legend">
      {props.levels.map((level) => (
        <li key={level}>
          <span class={`key key-${level}`} /> {t(`assuranceLevel.${level}`)}
        </li>
      ))}
    </ul>
  );
}

/** Those of a number of people who did something, told apart by level: a full bar would be all of these people. */
export function LevelBar(props: { id: string; counts: ByAssurance<number>; levels: readonly AssuranceLevel[]; of: number }) {
  const texts = useTexts();
  const { counts, levels } = props;
  return (
    <Bar
      id={props.id}
      title={levelsInWords(texts, counts, levels).join(' · ') || texts.number(0)}
      total={Math.max(1, props.of)}
      parts={levelsWith(counts, levels).map((level) => ({ kind: level, value: counts[level] }))}
    />
  );
}

/** A bar of people whose levels are not told apart. @param title what stands beside it */
export function PeopleBar(props: { id: string; title: string; people: number; of: number }) {
  return <Bar id={props.id} title={props.title} total={Math.max(1, props.of)} parts={[{ kind: 'people', value: props.people }]} />;
}
