import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EventStore, commandHandler, uuidFrom } from '@isegoria/event-sourcing';
import { CLOCK, Regularly, log, type Clock } from '@isegoria/service-host';
import { pageDecider } from '../page.decider';
import { PlannedPages } from './planned-pages.service';

/** Often enough that what is due is on record within a second. */
const every = 250;

/**
 * Policy: a page publishes itself at the time that was planned. Within a second, however many instances run: the id of the event comes from
 * the page and the time, and it is decided on the current stream, so that a plan that was called off meanwhile holds no more.
 */
@Injectable()
export class PagesPublishThemselves implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly handle;
  private readonly regularly = new Regularly(
    every,
    (signal) => this.followPlans(signal),
    (error) => log.warn({ err: error }, 'the plans of pages cannot be read; trying again'),
  );

  constructor(
    @Inject(EventStore) store: EventStore,
    @Inject(PlannedPages) private readonly planned: PlannedPages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.handle = commandHandler(store, pageDecider, { keepsAnswers: false });
  }

  onApplicationBootstrap(): void {
    this.regularly.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.regularly.stop();
  }

  private async followPlans(signal: AbortSignal): Promise<void> {
    const now = this.clock();
    for (const { stream, at } of await this.planned.due(now)) {
      if (signal.aborted) return;
      await this.publish(stream, at, now).catch((error: Error) =>
        log.warn({ err: error, stream }, 'a page could not publish itself; trying again'),
      );
    }
  }

  private async publish(stream: string, at: Date, now: Date): Promise<void> {
    const pageId = stream.slice('page-'.length);
    const commandId = uuidFrom(pageId, `published at ${at.toISOString()}`);
    const metadata = { at: now.toISOString(), correlationId: commandId };
    await this.handle(stream, { type: 'FollowPlan', pageId, now }, { commandId, metadata });
    await this.planned.renew(stream);
  }
}
