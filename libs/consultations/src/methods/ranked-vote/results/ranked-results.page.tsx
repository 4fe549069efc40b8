import { Heading, useIds, useSectionName, useTexts } from '@isegoria/ui';
import type { ActivityResults } from '../../../results/results.contract';
import { OptionResults } from '../../choices/results/option-results.page';
import { Pairs } from './pairs.page';
import { Rounds } from './rounds.page';

/** How many people rank each option first, and the working that leads to the outcome. */
export function RankedResults({ results }: { results: ActivityResults }) {
  const { t } = useTexts();
  const id = useIds()('working');
  const sectionName = useSectionName()('working');
  const { ranking } = results;
  return (
    <>
      <OptionResults results={results} title="ranked.first" note="ranked.firstNote" />
      {ranking?.winner != null && (
        <section class="section" aria-labelledby={sectionName}>
          <Heading level={2} size="md" id={id}>
            {t('ranked.working')}
          </Heading>
          <div class="panel stack">
            {ranking.counting === 'schulze' ? (
              <Pairs options={results.options} ranking={ranking} />
            ) : (
              <Rounds options={results.options} ranking={ranking} />
            )}
          </div>
        </section>
      )}
    </>
  );
}
