import { randomUUID } from 'node:crypto';
import { on } from 'node:events';
import type { INestApplication } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { DataSource } from 'typeorm';
import { Broadcasts } from '@isegoria/api-host';
import type { DomainEvent, Recorded } from '@isegoria/contracts';
import { readModelsAdvanced, tell, type ReadModelsAdvanced } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { applyBatch, rowsOfVersion } from '@isegoria/projection';
import { busKeys } from '@isegoria/service-host';
import { readModelGroups, readModelNames, type ReadModelName } from '@isegoria/read-models';

/** Brings events into the read models by the real projections, and tells of it as the projector does. */
export class ReadModelWriter {
  private position = 1_000;

  constructor(
    private readonly app: INestApplication,
    private readonly bus: ClientProxy,
  ) {}

  /** @returns the position that the read models then include */
  async record(...events: readonly DomainEvent[]): Promise<number> {
    const position = await this.recordUntold(...events);
    const changed = events.flatMap(({ data }) => {
      const { consultationId, activityId } = data as { readonly consultationId?: string | null; readonly activityId?: string | null };
      return [consultationId, activityId].filter((id) => typeof id === 'string');
    });
    await this.tell({ position, changed });
    return position;
  }

  /** As when the broadcast is lost. */
  async recordUntold(...events: readonly DomainEvent[]): Promise<number> {
    return this.recordIn(readModelNames, ...events);
  }

  /** As when the other groups are behind. */
  async recordIn(groups: readonly ReadModelName[], ...events: readonly DomainEvent[]): Promise<number> {
    const recorded = events.map((event) => this.recorded(event));
    for (const { name } of readModelGroups) if (groups.includes(name)) await this.apply(name, recorded);
    return this.position;
  }

  /** Of every group; resolves when the gateway has heard it, so that a test which then listens hears nothing late. */
  async tell(advanced: Omit<ReadModelsAdvanced, 'group'>): Promise<void> {
    const heard = this.heard(advanced.position);
    const told = readModelNames.map((group) =>
      lastValueFrom(tell(this.bus, busKeys(), readModelsAdvanced, { group, ...advanced } satisfies ReadModelsAdvanced), {
        defaultValue: undefined,
      }),
    );
    await Promise.all(told);
    await heard;
  }

  private async heard(position: number): Promise<void> {
    const untold = new Set<string>(readModelNames);
    for await (const [advanced] of on(this.app.get(Broadcasts), 'advanced') as AsyncIterable<[ReadModelsAdvanced]>) {
      if (advanced.position === position) untold.delete(advanced.group);
      if (untold.size === 0) return;
    }
  }

  private async apply(name: ReadModelName, events: readonly Recorded[]): Promise<void> {
    const dataSource = this.app.get(DataSource);
    const group = readModelGroups.find((each) => each.name === name)!;
    const rows = (await rowsOfVersion(dataSource, group))!;
    await applyBatch({ dataSource, group, rows, skips: new Map() }, events, this.position);
  }

  /** A person with a key, whose words can be sealed and who can be named by pseudonym. */
  async person(accountId: string = randomUUID()) {
    const keys = this.app.get(SubjectKeys);
    await keys.create([accountId]);
    return {
      accountId,
      pseudonym: (context: string) => keys.pseudonym(accountId, context),
      seal: async (context: string, text: string) => ({
        sealed: await keys.seal(accountId, context, { event: randomUUID(), field: 'text' }, text),
      }),
    };
  }

  private recorded(event: DomainEvent): Recorded {
    const at = new Date().toISOString();
    const { id = randomUUID() } = event as Partial<Recorded>;
    this.position += 1;
    return {
      ...event,
      id,
      stream: `test-${id}`,
      revision: 0,
      position: this.position,
      recordedAt: at,
      metadata: { schema: 1, at, correlationId: id },
    };
  }
}
