import { CompactTable, isSealed, leeway, rule, ruleBook, saltedHash, type Judged, type RuleBook } from '@isegoria/audit-kit';
import {
  serviceDrafted,
  servicePublished,
  serviceWithdrawn,
  type ServiceDrafted,
  type ServicePublished,
  type ServiceWithdrawn,
} from '@isegoria/content';
import type { ServiceFeedbackGiven } from '../feedback-given.contract';

interface KnownService {
  readonly unit: string;
  /** Until when it takes feedback (milliseconds since 1970): never while it is a draft, for ever while it is published. */
  readonly takesUntil: number;
}

const takenBack = 1;

/** What keeps feedback on services within the rules. */
export function rulesOfServiceFeedback(): RuleBook {
  const services = new Map<string, KnownService>();
  const become = (serviceId: string, takesUntil: number) => {
    const service = services.get(serviceId);
    if (service && (takesUntil === Infinity || service.takesUntil === Infinity)) services.set(serviceId, { ...service, takesUntil });
  };
  /** Of each stream: what was last said in it. */
  const last = new CompactTable();
  return ruleBook<ServiceFeedbackGiven>(
    {
      ServiceFeedbackGiven: [
        rule<ServiceFeedbackGiven>(
          'feedback-on-published',
          'Only a service that is in the directory is given feedback; what was said can be taken back later, too.',
          ({ data: { serviceId, answer }, time }) => {
            const until = services.get(serviceId)?.takesUntil ?? -Infinity;
            return answer === null ? until > -Infinity : time <= until + leeway;
          },
        ),
        rule<ServiceFeedbackGiven>(
          'feedback-to-its-unit',
          'Feedback on a service is for the unit that is responsible for it.',
          ({ data }) => services.get(data.serviceId)?.unit === data.unit,
        ),
        rule<ServiceFeedbackGiven>(
          'feedback-sealed',
          'A comment on a service is sealed, and none stands beside feedback that is taken back.',
          ({ data: { answer, text } }) => text === null || (answer !== null && isSealed(text)),
        ),
        rule<ServiceFeedbackGiven>(
          'feedback-changes',
          'Feedback on a service is given before it is taken back, and given again only with another answer, comment or level.',
          ({ stream, data }) => said(data) !== (last.get(...saltedHash(stream)) || takenBack),
          ({ stream, data }) => last.set(...saltedHash(stream), said(data)),
        ),
      ],
    },
    {
      [serviceDrafted.type]: ({ data: { serviceId, unit } }: Judged<ServiceDrafted>) => {
        if (!services.has(serviceId)) services.set(serviceId, { unit, takesUntil: -Infinity });
      },
      [servicePublished.type]: ({ data }: Judged<ServicePublished>) => become(data.serviceId, Infinity),
      [serviceWithdrawn.type]: ({ data, time }: Judged<ServiceWithdrawn>) => become(data.serviceId, time),
    },
  );
}

/** What is said, as a number. */
function said({ answer, assurance, text }: ServiceFeedbackGiven['data']): number {
  return answer === null ? takenBack : Math.max(takenBack + 1, saltedHash(JSON.stringify([answer, assurance, text]))[0]);
}
