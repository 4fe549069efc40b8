import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import type { PlatformSettings } from './settings.contract';
import { platformSettings } from './settings.read-model';

describe('the settings of the platform', () => {
  let stage: ReadModelStage;
  beforeAll(async () => (stage = await readModelStage()));
  afterAll(() => stage.stop());

  const by = randomUUID();
  type Set = Omit<PlatformSettings, 'version'>;
  const nothing: Set = {
    institution: null,
    contactEmail: null,
    notice: null,
    contributionsPerPerson: null,
    editMinutes: null,
    staffNeedSecondFactor: null,
    timeZone: null,
    colour: null,
  };
  const settings: Set = {
    institution: { en: 'Ministry of Works', ar: 'وزارة الأشغال' },
    contactEmail: 'contact@ministry.example',
    notice: { en: 'Closed on Friday.' },
    contributionsPerPerson: 12,
    editMinutes: null,
    staffNeedSecondFactor: null,
    timeZone: null,
    colour: null,
  };
  const record = (...changes: Set[]) =>
    stage.record(
      'settings',
      changes.map((change) => ({ type: 'SettingsChanged', data: { ...change, by } })),
    );
  const known = async () => (await stage.projected(), platformSettings(stage.dataSource));

  it('are none while nothing was set', async () => {
    await stage.pause();
    await stage.dataSource.query('TRUNCATE settings');
    expect(await platformSettings(stage.dataSource)).toEqual({ ...nothing, version: 0 });
    stage.resume();
  });

  it('are what was set last, as a whole', async () => {
    await record(settings);
    expect(await known()).toMatchObject(settings);
    await record(settings, { ...nothing, notice: { ar: 'مغلق' } });
    expect(await known()).toMatchObject({ ...nothing, notice: { ar: 'مغلق' } });
    await record(nothing);
    expect(await known()).toMatchObject(nothing);
  });
});
