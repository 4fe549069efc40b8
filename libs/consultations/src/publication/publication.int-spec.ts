import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actor } from '@isegoria/testing';
import { publishConsultation } from '../consultation/consultation.contract';
import { by, startConsultations, type TestService } from '../consultations.fixture';

describe('what a publication says besides its dates', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startConsultations();
  });
  afterAll(() => service?.stop());

  const official = actor('official');
  const polling = { method: 'poll', options: ['Red', 'Blue'] };

  it('draws the seed of its lots when it is published, once, and takes none from an office', async () => {
    const seeds = async (id: string) =>
      (await service.read(`consultation-${id}`)).flatMap(({ type, data }) =>
        type === 'ConsultationPublished' ? [(data as { lotsSeed?: string }).lotsSeed] : [],
      );
    const chosen = '0'.repeat(32);
    const drawn = await Promise.all(
      ['p-1', 'p-2'].map(async () => {
        const { id } = await service.draft(polling);
        const phases = [{ opensAt: '2026-05-10T00:00:00Z', closesAt: '2026-05-20T00:00:00Z' }];
        await service.send(publishConsultation.subject, { consultationId: id, phases, lotsSeed: chosen }, by(official)).catch(() => null);
        if ((await seeds(id)).length === 0) await service.publish(id);
        await service.publish(id).catch(() => null);
        const [seed, ...more] = await seeds(id);
        expect(more).toEqual([]);
        expect(seed).toMatch(/^[0-9a-f]{32}$/);
        return seed;
      }),
    );
    expect(new Set([...drawn, chosen]).size).toBe(3);
  });

  it('counts days of the zone of the site at its publication, and takes none from an office', async () => {
    const zoneOf = async (id: string) => {
      const events = await service.read(`consultation-${id}`);
      return events.flatMap(({ type, data }) => (type === 'ConsultationPublished' ? [(data as { timeZone?: string }).timeZone] : []));
    };
    const { id } = await service.draft(polling);
    const phases = [{ opensAt: '2026-05-10T00:00:00Z', closesAt: '2026-05-20T00:00:00Z' }];
    const asked = { consultationId: id, phases, timeZone: 'Asia/Tokyo' };
    await service.send(publishConsultation.subject, asked, by(official)).catch(() => null);
    if ((await zoneOf(id)).length === 0) await service.publish(id);
    expect(await zoneOf(id)).toEqual(['UTC']);
    process.env['TIME_ZONE'] = 'Europe/Brussels';
    try {
      const later = await service.draft(polling);
      const confirmed = (shownIn: string) =>
        service.send(publishConsultation.subject, { consultationId: later.id, phases, shownIn }, by(official));
      await expect(confirmed('UTC')).rejects.toMatchObject({ code: 'ZONE_CHANGED' });
      await confirmed('Europe/Brussels');
      expect(await zoneOf(later.id)).toEqual(['Europe/Brussels']);
    } finally {
      delete process.env['TIME_ZONE'];
    }
  });
});
