import type { ComponentChildren } from 'preact';
import { Notice, useTexts, type FormState } from '@isegoria/ui';
import { whyNotPublished, whyStaysAsChecked, type Standing, type WhyNot } from '../../phase/why-not';
import type { ConsultationView } from '../consultation.contract';

type Phased = Pick<ConsultationView, 'phases' | 'cancellation'>;

const standingOf = ({ phases, cancellation }: Phased): Standing => {
  return { statuses: phases.map(({ status }) => status), isCancelled: cancellation !== null };
};

export const staysAsChecked = (consultation: Phased, needsReview: boolean): WhyNot =>
  whyStaysAsChecked(standingOf(consultation), needsReview);
export const notPublished = (consultation: Phased): WhyNot => whyNotPublished(standingOf(consultation));

/** Of which a page says more than an answer to what was sent: nothing was, and there may be something else to do. */
const saidInAdvance = ['CONSULTATION_CLOSED', 'CONSULTATION_NOT_OPEN', 'CONSULTATION_NOT_CLOSED'] as const;
const isNotNow = (why: NonNullable<WhyNot>): why is (typeof saidInAdvance)[number] => saidInAdvance.some((known) => known === why);

/** A form, or in its place why it would be refused and what can be done instead. What was typed and refused stays in its form. */
export function UnlessRefused(props: { why: WhyNot; consultation: Phased; form?: FormState; children: ComponentChildren }) {
  const { t, date } = useTexts();
  const { why, consultation, form, children } = props;
  if (why === undefined || (form && form.errors.length > 0)) return <>{children}</>;
  const { cancellation } = consultation;
  const instead = isNotNow(why) ? t(`notNow.${why}`) : t(`rejection.${why}`);
  return <Notice colour="info">{cancellation ? t('cancellation.cancelledOn', { date: date(cancellation.cancelledAt) }) : instead}</Notice>;
}
