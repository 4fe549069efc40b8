import { pause } from '@isegoria/event-sourcing';
import {
  OlderProgram,
  codeOf,
  runGroup,
  underLock,
  type GroupBatch,
  type Poison,
  type ReadModelGroup,
  type RunGroup,
} from '@isegoria/projection';
import { log } from '@isegoria/service-host';
import { recordMetrics, recordStop } from './metrics';

const restartPause = 1_000;
/** In a rush, a batch every so many milliseconds: people read their own writes after at most about this long. */
export const gatherFor = 100;

/**
 * Keeps one group up to date with the log. Of several instances one works; the others stand by, and one of them takes over when the
 * connection that holds the lock ends. Another version is another work: it is built beside while an earlier program goes on with its own.
 */
export class GroupKeeper {
  private standingBy = false;
  private caughtUpOnce = false;
  /** Whether rows are built beside those that readers see. */
  private building = false;
  /** The event at which the group stopped; undefined while it goes on. */
  stoppedAt?: Poison;
  /** What the rows include that readers see; undefined while there is more in the log than they include. */
  position?: number;

  constructor(
    readonly group: ReadModelGroup,
    private readonly parts: Pick<RunGroup, 'store' | 'dataSource' | 'reading'>,
    private readonly onAdvanced: (batch: GroupBatch) => void,
  ) {}

  /**
   * A group that stopped does not hold up the others, and one that is being rebuilt answers from its old rows meanwhile: both are named.
   */
  get isReady(): boolean {
    return this.standingBy || this.caughtUpOnce || this.building || this.stoppedAt !== undefined;
  }

  /** What does not work, in words. */
  get warnings(): string[] {
    const { name, version } = this.group;
    return [
      ...(this.building ? [`read models: ${name}, version ${version} is being built`] : []),
      ...(this.stoppedAt ? [`read models: ${name}, stopped at event ${this.stoppedAt.eventId}`] : []),
    ];
  }

  /** Whatever ends the work (a lost lock or database, another runner), it starts again from the stored checkpoint. */
  async workUntilStopped(stopping: AbortSignal): Promise<void> {
    const { name, version } = this.group;
    while (!stopping.aborted) {
      try {
        const standBy = (): void => void (this.standingBy = true);
        const lock = { dataSource: this.parts.dataSource, name: `${name} v${version}`, stopping, standBy };
        await underLock(lock, (ending) => this.project(ending.signal));
      } catch (error) {
        this.standingBy = error instanceof OlderProgram;
        if (!this.standingBy) log.warn({ group: name, reason: codeOf(error) }, 'projecting was interrupted and begins again');
      }
      await pause(restartPause, stopping);
    }
  }

  private async project(signal: AbortSignal): Promise<void> {
    this.standingBy = false;
    this.position = undefined;
    await runGroup({
      ...this.parts,
      group: this.group,
      signal,
      gather: gatherFor,
      onAdvanced: (batch) => this.advanced(batch),
      onFailure: (error) => log.warn({ group: this.group.name, reason: codeOf(error) }, 'a batch could not be projected; trying again'),
      onStopped: (poison) => this.stopped(poison),
    });
  }

  private advanced(batch: GroupBatch): void {
    this.building = !batch.visible;
    this.caughtUpOnce ||= batch.live && batch.visible;
    this.position = batch.live && batch.visible ? batch.position : undefined;
    recordMetrics(this.group.name, batch);
    if (batch.visible) this.onAdvanced(batch);
  }

  private stopped(poison: Poison | undefined): void {
    if (poison?.eventId !== this.stoppedAt?.eventId) {
      if (poison) log.error({ ...poison }, 'a group of read models stopped at an event that it cannot apply');
      else log.info({ group: this.group.name }, 'a group of read models that had stopped goes on');
    }
    this.stoppedAt = poison;
    recordStop(this.group.name, poison !== undefined);
  }
}
