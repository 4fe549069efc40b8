import type { Page } from '@isegoria/kernel';
import { About, Breadcrumbs, EmptyState, Heading, Pagination, Time, Words, useTexts } from '@isegoria/ui';
import { titleFor, type ReadConsultation } from '../../translation/reading/translated.page';
import type { OutcomeChangeView } from '../outcome.contract';
import { ChangedWords, outcomeChangesPath } from '../outcome.page';

/** Each change with its note, and the words before and after it; the last one first. */
export function OutcomeChangesPage(props: {
  consultation: ReadConsultation;
  changes: Page<OutcomeChangeView> & { readonly cursor?: string };
}) {
  const { t, language } = useTexts();
  const { consultation, changes } = props;
  const { text: label, language: of } = titleFor(language, consultation);
  const path = `/consultations/${consultation.id}`;
  return (
    <About {...consultation}>
      <div class="narrow stack-lg">
        <Breadcrumbs
          trail={[
            { href: path, label, language: of },
            { href: `${path}/outcome`, label: t('milestones.page') },
          ]}
        />
        <Heading level={1} size="lg">
          {t('outcome.history')}
        </Heading>
        {changes.items.length === 0 && <EmptyState>{t('outcome.unchanged')}</EmptyState>}
        {changes.items.map(({ changedAt, note, before, after }) => (
          <section class="card stack" aria-labelledby={`of-${changedAt}`} key={changedAt}>
            <Heading level={2} size="sm" id={`of-${changedAt}`}>
              <Time at={changedAt} withTime />
            </Heading>
            <p>
              <Words text={note} by="office" />
            </p>
            <ChangedWords before={before} after={after} />
          </section>
        ))}
        <Pagination path={outcomeChangesPath(consultation.id)} cursor={changes.cursor} next={changes.next} />
      </div>
    </About>
  );
}
