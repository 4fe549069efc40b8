import { unitPath } from '@isegoria/portal-kit';
import { Deadline, Link, Time, Words, useTexts } from '@isegoria/ui';
import { AnswerFacts } from '../../answer-owed/answer-owed.page';
import { CancelledFacts } from '../../cancellation/cancellation.page';
import { pagesOf } from '../../methods/methods.page';
import type { ConsultationView } from '../consultation.contract';
import { closedAt } from '../when/open-sentence.page';
import { AboutFacts } from './about.page';

/** What is worth knowing at a glance; if there are several activities, what concerns one of them is shown with it. */
export function Facts(props: { consultation: ConsultationView; unitName: string }) {
  const { t } = useTexts();
  const { unit, opensAt, closesAt, activities, countsFrom, cancellation } = props.consultation;
  if (cancellation) return <CancelledFacts consultation={props.consultation} cancellation={cancellation} />;
  const [only, ...others] = activities;
  const closed = closedAt(props.consultation, Date.now());
  const isOver = props.consultation.status === 'closed' || props.consultation.status === 'decided';
  // How to take part is of no use to whoever can no longer.
  const facts = only && others.length === 0 && !isOver ? pagesOf(only.method).facts(only) : [];
  return (
    <dl class="facts">
      {opensAt && (
        <div>
          <dt>{t(Date.parse(opensAt) <= Date.now() ? 'consultation.opened' : 'consultation.opens')}</dt>
          <dd>
            {Date.parse(opensAt) > Date.now() ? <Deadline at={opensAt} isStart /> : <Time at={opensAt} withTime />}
          </dd>
        </div>
      )}
      {closesAt && (
        <div>
          <dt>{t(closed ? 'consultation.closed' : 'consultation.closes')}</dt>
          <dd>
            {closed ? <Time at={closed} isEnd /> : <Deadline at={closesAt} />}
          </dd>
        </div>
      )}
      {facts.map(({ label, words }) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
      <div>
        <dt>{t('field.countsFrom')}</dt>
        <dd>{t(`countsFrom.choice.${countsFrom}`)}</dd>
      </div>
      <div>
        <dt>{t('answerOwed.responsible')}</dt>
        <dd>
          <Link href={unitPath(unit)}>
            <Words text={props.unitName} />
          </Link>
        </dd>
      </div>
      <AnswerFacts consultation={props.consultation} />
      <AboutFacts consultation={props.consultation} />
    </dl>
  );
}
