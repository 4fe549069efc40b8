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

/** A form, or in its place why it would be refused and what can be done instead. What was typed and refused stays in its form. */
export function UnlessRefused(props: { why: WhyNot; consultation: Phased; form?: FormState; children: ComponentChildren }) {
  const { t, date } = useTexts();
  const { why, consultation, form, children } = props;
  if (why === undefined || (form && form.errors.length > 0)) return <>{children}</>;
  const { cancellation } = consultation;
  return <Notice colour="info">{cancellation ? t('cancellation.cancelledOn', { date: date(cancellation.cancelledAt) }) : t(`rejection.${why}`)}</Notice>;
}
