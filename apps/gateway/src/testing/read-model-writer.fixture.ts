import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import type { ClientProxy } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { DataSource } from 'typeorm';
import type { DomainEvent, Recorded } from '@isegoria/contracts';
import { readModelsAdvanced, type ReadModelsAdvanced } from '@isegoria/messaging';
import { SubjectKeys } from '@isegoria/privacy';
import { Checkpoint } from '@isegoria/projection';
import { projections } from '@isegoria/read-models';

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
    const consultations = events.flatMap(({ data }) => ('consultationId' in data && data.consultationId ? [String(data.consultationId)] : []));
    await this.tell({ position, consultations });
    return position;
  }

  /** As when the broadcast is lost. */
  async recordUntold(...events: readonly DomainEvent[]): Promise<number> {
    const recorded = events.map((event) => this.recorded(event));
    await this.app.get(DataSource).transaction(async (rows) => {
      for (const projection of projections()) {
        await projection.apply(recorded, rows);
        const { name, version } = projection;
        await rows.save(Checkpoint, { projection: name, version, position: this.position, computedAt: new Date() });
      }
    });
    return this.position;
  }

  async tell(advanced: ReadModelsAdvanced): Promise<void> {
    await lastValueFrom(this.bus.emit(readModelsAdvanced, advanced), { defaultValue: undefined });
  }

  /** A person with a key, whose words can be sealed and who can be named by pseudonym. */
  async person(accountId: string = randomUUID()) {
    const keys = this.app.get(SubjectKeys);
    await keys.create([accountId]);
    return {
      accountId,
      pseudonym: (context: string) => keys.pseudonym(accountId, context),
      seal: async (context: string, text: string) => ({ sealed: await keys.seal(accountId, context, { event: randomUUID(), field: 'text' }, text) }),
    };
  }

  private recorded(event: DomainEvent): Recorded {
    const at = new Date().toISOString();
    const id = randomUUID();
    this.position += 1;
    return { ...event, id, stream: `test-${id}`, revision: 0, position: this.position, recordedAt: at, metadata: { schema: 1, at, correlationId: id } };
  }
}
