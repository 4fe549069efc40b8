import { leeway, rule, sideBySide, type Rule } from '@isegoria/audit-kit';
import { isZoneName } from '@isegoria/kernel';
import type { KnownConsultations } from '../consultation/audit/consultation-facts.recount';
import type { ConsultationPublished } from '../consultation/consultation.contract';
import type { DatesSaid } from '../phase/dates/dates-said.recount';

export const datesOfPublication: DatesSaid = ({ type, data }, phaseId) =>
  type === 'ConsultationPublished' ? data.phases?.find((phase) => phase.phaseId === phaseId) : undefined;

type Dated = ConsultationPublished['data']['phases'][number];

export function rulesOfPublications(known: KnownConsultations): readonly Rule<ConsultationPublished>[] {
  return [
    rule(
      'published-once',
      'A consultation is published once, after it was drafted.',
      ({ data: { consultationId } }) => known.of(consultationId)?.isPublished === false && !known.of(consultationId)!.isDiscarded,
    ),
    rule(
      'all-phases-dated',
      'A publication gives dates to all phases, in their order.',
      ({ data: { consultationId, phases } }) => inOneLine(phases) === inOneLine(known.of(consultationId)!.phases),
    ),
    rule('dates-in-order', 'Each phase ends after it begins, and begins no earlier than the one before ends.', ({ data: { phases } }) =>
      phases.every((phase, index) => endsAfterItBegins(phase) && beginsAfter(phase, phases[index - 1])),
    ),
    rule(
      'lots-have-a-seed',
      'A publication says 128 random bits from which lots are drawn, as does each one from 30 days after the first that did.',
      ({ data: { lotsSeed }, time }) =>
        lotsSeed === undefined ? time <= known.seedsSince + sideBySide : /^[0-9a-f]{32}$/.test(lotsSeed),
    ),
    rule(
      'terms-have-a-zone',
      'A publication names the time zone whose days the term of its answer counts, as does each one from 30 days after the first that did.',
      ({ data: { timeZone }, time }) => (timeZone == null ? time <= known.zonesSince + sideBySide : isZoneName(timeZone)),
    ),
    rule('published-before-it-is-over', 'No phase is over when its consultation is published.', ({ data: { phases }, time }) =>
      phases.every(({ closesAt }) => Date.parse(closesAt) + leeway > time),
    ),
  ];
}

const inOneLine = (phases: readonly { readonly phaseId: string }[]): string => phases.map(({ phaseId }) => phaseId).join();

const endsAfterItBegins = ({ opensAt, closesAt }: Dated): boolean => Date.parse(opensAt) < Date.parse(closesAt);

function beginsAfter({ opensAt }: Dated, before: Dated | undefined): boolean {
  return before === undefined || Date.parse(opensAt) >= Date.parse(before.closesAt);
}
