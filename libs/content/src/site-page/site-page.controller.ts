import { Controller, Inject } from '@nestjs/common';
import { EventStore, acceptedAs, commandHandler } from '@isegoria/event-sourcing';
import { Rejection, givenWords, permitted, rootUnit, type Accepted, type CommandMessage } from '@isegoria/kernel';
import { Handles, deliveryOf } from '@isegoria/messaging';
import type { SiteFacts, StatedFacts } from './facts.contract';
import { fillInSitePage, type FillInSitePage } from './site-page.contract';
import { sitePageDecider } from './site-page.decider';

/** What the institution states about itself and its rules; administrators of the whole site do. */
@Controller()
export class SitePageController {
  private readonly handle;

  constructor(@Inject(EventStore) store: EventStore) {
    this.handle = commandHandler(store, sitePageDecider);
  }

  @Handles(fillInSitePage)
  async fillIn({ command, context }: CommandMessage<FillInSitePage>): Promise<Accepted> {
    const by = permitted(context.actor, 'administer', rootUnit).accountId;
    const { page, ...facts } = command;
    mustBePast(facts.examinedOn, Date.now());
    return acceptedAs(page, await this.handle(`site-page-${page}`, { page, facts: given(facts), by }, deliveryOf(context)));
  }
}

const aDay = 24 * 3_600_000;

/** A day is over nowhere before it has begun somewhere: the zones that are first begin it up to 14 hours before UTC does. */
function mustBePast(examinedOn: string | null | undefined, now: number): void {
  const params = { constraint: 'isPast' };
  if (examinedOn && Date.parse(examinedOn) > now + aDay) throw new Rejection('VALIDATION_FAILED', { field: 'examinedOn', params });
}

/** Without what was left empty. */
function given(facts: SiteFacts): StatedFacts {
  const stated = Object.entries(facts).map(([name, fact]) => [name, fact !== null && typeof fact === 'object' ? givenWords(fact) : fact]);
  return Object.fromEntries(stated.filter(([, fact]) => fact !== null && fact !== undefined && fact !== '')) as StatedFacts;
}
