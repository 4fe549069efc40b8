import type { DomainEvent, Recorded } from '@isegoria/kernel';
import { catchUp, followOn, type FollowOn } from './follow-on';

/** A policy that follows the log for as long as its service runs. */
export abstract class PolicyOnLog<Event extends DomainEvent> {
  private readonly abort = new AbortController();
  private following?: Promise<void>;

  /** Aborted once the service ends. */
  protected readonly ended = this.abort.signal;

  /** @param place where in the log it is, and what of the log concerns it */
  protected constructor(private readonly place: Omit<FollowOn<Event>, 'apply' | 'signal'>) {}

  /** Does what follows from the events; may be called with the same ones again, and by several instances at once. */
  protected abstract apply(events: readonly Recorded<Event>[]): Promise<void>;

  onApplicationBootstrap(): void {
    this.following = followOn(this.follower());
  }

  async onModuleDestroy(): Promise<void> {
    this.abort.abort();
    await this.following;
  }

  /** Resolves when everything is applied that is in the log now. */
  isUpToDate(): Promise<void> {
    return catchUp(this.follower());
  }

  private follower(): FollowOn<Event> {
    return { ...this.place, signal: this.ended, apply: (events) => this.apply(events) };
  }
}
