import { Time, WordsIn, useTexts } from '@isegoria/ui';
import type { ConsultationView } from '../../consultation/consultation.contract';
import { PhaseName } from '../../phase/phase-name.page';

/** Whoever ends a consultation ends what its words and its dates promise, so must have seen the newest of both. */
export const versionToEnd = ({ version, datesVersion }: ConsultationView): number => Math.max(version, datesVersion);

/** What stands, and would be ended: the title and the dates, and why those were changed last. */
export function EndsNow({ consultation }: { consultation: ConsultationView }) {
  const { t } = useTexts();
  const { title, language, phases, dateChanges } = consultation;
  const last = dateChanges.at(-1);
  return (
    <dl class="facts">
      <div>
        <dt>{t('field.title')}</dt>
        <dd>
          <WordsIn language={language}>{title}</WordsIn>
        </dd>
      </div>
      {phases.map((phase, index) => (
        <div key={phase.id}>
          <dt>{phases.length > 1 ? <PhaseName phase={phase} index={index} /> : t('ends.dates')}</dt>
          <dd>
            <bdi>
              <Time at={phase.opensAt!} withTime />
            </bdi>{' '}
            –{' '}
            <bdi>
              <Time at={phase.closesAt!} isEnd />
            </bdi>
          </dd>
        </div>
      ))}
      {last && (
        <div>
          <dt>{t('ends.changed')}</dt>
          <dd>
            <Time at={last.changedAt} withTime />. {t('dates.why')} <WordsIn language={language}>{last.reason}</WordsIn>
          </dd>
        </div>
      )}
    </dl>
  );
}
