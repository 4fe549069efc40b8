import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { Actor, Role } from '@isegoria/kernel';
import type { ServiceEvent } from './public-service-events.contract';
import { serviceDecider, type ServiceCommand } from './public-service.decider';

const serviceId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const by = '0f4d3f0a-6a6e-4ce5-8f62-7a2a0d3b8c22';
const unit = 'root.aaaaaaaa';
const holding = (where: string, role: Role = 'official'): Actor => ({
  accountId: by,
  roles: [{ role, unit: where }],
  assurance: 'email',
});
const actor = holding(unit);
const words = {
  title: 'Register a new address',
  summary: 'Tell the city where you live.',
  eligibility: 'Everybody.',
  needed: ['An identity card'],
  cost: 'Free',
  duration: 'A day',
  office: null,
  post: null,
};
const channels = { online: 'https://forms.example/a', phone: null, email: null, hours: [] };
const details = { language: 'en' as const, words, channels, lifeEvents: ['moving'] as const };

const draft: ServiceCommand = { type: 'DraftService', serviceId, unit, standing: 'open', ...details, actor };
const revise: ServiceCommand = { type: 'ReviseService', serviceId, ...details, actor };
const french = { ...words, title: 'Déclarer une adresse' };
const translate: ServiceCommand = { type: 'TranslateService', serviceId, language: 'fr', words: french, actor };
const publish: ServiceCommand = { type: 'PublishService', serviceId, actor };
const withdraw: ServiceCommand = { type: 'WithdrawService', serviceId, reason: 'No longer offered.', actor };

const drafted: ServiceEvent = { type: 'ServiceDrafted', data: { serviceId, unit, ...details, by } };
const revised: ServiceEvent = { type: 'ServiceRevised', data: { serviceId, ...details, by } };
const translated: ServiceEvent = { type: 'ServiceTranslated', data: { serviceId, language: 'fr', words: french, by } };
const published: ServiceEvent = { type: 'ServicePublished', data: { serviceId, by } };
const withdrawn: ServiceEvent = { type: 'ServiceWithdrawn', data: { serviceId, by, reason: 'No longer offered.' } };

describe('an entry of the directory of services', () => {
  it('is drafted once, in a unit that is there and open', () => {
    given(serviceDecider).when(draft).then([drafted]);
    given(serviceDecider, [drafted]).when(draft).thenRejected('ALREADY_DONE');
    given(serviceDecider)
      .when({ ...draft, standing: 'closed' })
      .thenRejected('UNIT_CLOSED');
  });

  it('is in the hands of officials of its unit or of one above', () => {
    const changes: [ServiceCommand, ServiceEvent, ServiceEvent[]][] = [
      [draft, drafted, []],
      [revise, revised, [drafted]],
      [translate, translated, [drafted]],
      [publish, published, [drafted]],
      [withdraw, withdrawn, [drafted, published]],
    ];
    for (const [command, event, history] of changes) {
      given(serviceDecider, history)
        .when({ ...command, actor: holding('root') })
        .then([event]);
      for (const other of [holding('root.bbbbbbbb'), holding(`${unit}.cccccccc`), holding(unit, 'moderator')])
        given(serviceDecider, history)
          .when({ ...command, actor: other })
          .thenRejected('FORBIDDEN_ROLE');
    }
  });

  it('is not found before it is drafted', () => {
    for (const command of [revise, translate, publish, withdraw])
      given(serviceDecider).when(command).thenRejected('SERVICE_NOT_FOUND');
  });

  it('is published and withdrawn, each once, and may be published again', () => {
    given(serviceDecider, [drafted, published]).when(publish).thenNothing();
    given(serviceDecider, [drafted, published, withdrawn]).when(withdraw).thenNothing();
    given(serviceDecider, [drafted, published, withdrawn, revised]).when(publish).then([published]);
  });

  it('says at least one way in which people reach it', () => {
    const unreached = { ...draft, channels: { ...channels, online: null } };
    given(serviceDecider).when(unreached).thenRejected('VALIDATION_FAILED');
    const office = { ...words, office: 'Ring Road 4' };
    given(serviceDecider)
      .when({ ...unreached, words: office })
      .then([{ ...drafted, data: { ...drafted.data, words: office, channels: unreached.channels } } as ServiceEvent]);
  });

  it('has opening hours that end after they begin and never overlap', () => {
    const open = (...times: [string, string][]) => times.map(([opens, closes]) => ({ day: 'monday' as const, opens, closes }));
    const withHours = (hours: ReturnType<typeof open>) => ({ ...draft, channels: { ...channels, hours } });
    given(serviceDecider).when(withHours(open(['12:00', '08:30']))).thenRejected('VALIDATION_FAILED');
    const twice = open(['08:00', '12:00'], ['11:00', '14:00']);
    given(serviceDecider).when(withHours(twice)).thenRejected('VALIDATION_FAILED');
    const hours = open(['08:00', '12:00'], ['12:00', '24:00']);
    given(serviceDecider)
      .when(withHours(hours))
      .then([{ ...drafted, data: { ...drafted.data, channels: { ...channels, hours } } } as ServiceEvent]);
  });

  it('is translated into other languages than its own, and a translation that is not there is not withdrawn', () => {
    given(serviceDecider, [drafted])
      .when({ ...translate, language: 'en' })
      .thenRejected('VALIDATION_FAILED');
    const take = { ...translate, words: null };
    given(serviceDecider, [drafted]).when(take).thenNothing();
    given(serviceDecider, [drafted, translated])
      .when(take)
      .then([{ ...translated, data: { ...translated.data, words: null } } as ServiceEvent]);
  });

  it('no longer has a translation into what became its own language', () => {
    const inFrench: ServiceEvent = { type: 'ServiceRevised', data: { serviceId, ...details, language: 'fr', words: french, by } };
    given(serviceDecider, [drafted, translated, inFrench])
      .when({ ...translate, language: 'fr', words: null })
      .thenRejected('VALIDATION_FAILED');
    given(serviceDecider, [drafted, translated, inFrench, revised])
      .when({ ...translate, words: null })
      .thenNothing();
  });

  it('keeps a topic that was withdrawn where it was chosen before', () => {
    const water = 'topic.1f0c22aa';
    const about = { ...drafted, data: { ...drafted.data, categories: [water] } } as ServiceEvent;
    const chosen = { categories: [water], standings: ['withdrawn' as const] };
    given(serviceDecider, [drafted])
      .when({ ...revise, ...chosen })
      .thenRejected('CATEGORY_WITHDRAWN');
    given(serviceDecider, [about])
      .when({ ...revise, ...chosen })
      .then([{ ...revised, data: { ...revised.data, categories: [water] } } as ServiceEvent]);
  });
});
