import { CategoriesOnRecord, Stages, rule, ruleBook, type RuleBook, type RulesOf } from '@isegoria/audit-kit';
import type { ServiceDrafted, ServiceEvent, ServiceRevised, ServiceTranslated } from '../public-service-events.contract';

/** The life of an entry of the directory of services. */
export function rulesOfServices(): RuleBook {
  const services = new Stages('draft', 'published', 'withdrawn');
  const categories = new CategoriesOnRecord();
  const languageOf = new Map<string, string>();
  const areOffered = <Event extends ServiceDrafted | ServiceRevised>() =>
    categories.rule<Event>(
      'service-categories-offered',
      'A service is about topics and areas that are there, each once; what was withdrawn stays only where it was chosen before.',
      ({ serviceId }) => serviceId,
    );
  const isReached = <Event extends ServiceDrafted | ServiceRevised>() =>
    rule<Event>(
      'service-reached',
      'A service can be had online, by phone, by mail, by post or in an office.',
      ({ data: { channels, words } }) =>
        [channels.online, channels.phone, channels.email, words.office, words.post].some((way) => way !== null),
      ({ data }) => void languageOf.set(data.serviceId, data.language),
    );
  const hasHours = <Event extends ServiceDrafted | ServiceRevised>() =>
    rule<Event>('service-hours', 'An office closes after it opens, and is not open twice at once.', ({ data: { channels } }) =>
      channels.hours.every(({ day, opens, closes }, at) => {
        const others = channels.hours.filter((other, index) => index !== at && other.day === day);
        return opens < closes && others.every((other) => other.closes <= opens || closes <= other.opens);
      }),
    );
  const rules: RulesOf<ServiceEvent> = {
    ServiceDrafted: [
      services.begins('draft', 'service-begins', 'An entry is drafted once, with the first event of its stream.'),
      areOffered<ServiceDrafted>(),
      isReached<ServiceDrafted>(),
      hasHours<ServiceDrafted>(),
    ],
    ServiceRevised: [
      services.follows(['draft', 'published', 'withdrawn'], 'service-exists', 'Only an entry that was drafted is revised.'),
      areOffered<ServiceRevised>(),
      isReached<ServiceRevised>(),
      hasHours<ServiceRevised>(),
    ],
    ServiceTranslated: [
      services.follows(['draft', 'published', 'withdrawn'], 'service-translated', 'Only an entry that was drafted is translated.'),
      rule<ServiceTranslated>(
        'service-other-language',
        'A service is translated into other languages than its own.',
        ({ data }) => languageOf.get(data.serviceId) !== data.language,
      ),
    ],
    ServicePublished: [
      services.follows(['draft', 'withdrawn'], 'service-not-published', 'Only an entry that is not published is published.', 'published'),
    ],
    ServiceWithdrawn: [
      services.follows(['draft', 'published'], 'service-not-withdrawn', 'Only an entry that is not withdrawn is withdrawn.', 'withdrawn'),
    ],
  };
  return ruleBook(rules, { ...categories.remembers });
}
