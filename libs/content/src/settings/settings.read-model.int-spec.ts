import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readModelStage, type ReadModelStage } from '@isegoria/read-models/stage.fixture';
import { fileStream } from '../file/file.contract';
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
    answerWithinDays: null,
    staffNeedSecondFactor: null,
    timeZone: null,
    colour: null,
    crest: null,
  };
  const settings: Set = {
    institution: { en: 'Ministry of Works', ar: 'وزارة الأشغال' },
    contactEmail: 'contact@ministry.example',
    notice: { en: 'Closed on Friday.' },
    contributionsPerPerson: 12,
    editMinutes: null,
    answerWithinDays: null,
    staffNeedSecondFactor: null,
    timeZone: null,
    colour: null,
    crest: null,
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

  it('show a crest until its file is withdrawn, and then that it was and why', async () => {
    const facts = { name: 'Crest.png', mediaType: 'image/png', size: 9, alt: 'A heron', width: 3, height: 4 };
    const crest = { file: randomBytes(32).toString('hex'), ...facts };
    const withdrawn = async (file: string) => {
      await stage.record(fileStream(file), [{ type: 'FileWithdrawn', data: { file, by, reason: 'Another ministry’s.' } }]);
      return (await known()).crest;
    };
    const stands = { ...crest, withdrawn: false, withdrawnReason: null };
    await record({ ...nothing, crest } as unknown as Set);
    expect((await known()).crest).toEqual(stands);
    expect(await withdrawn(randomBytes(32).toString('hex'))).toEqual(stands);
    expect(await withdrawn(crest.file)).toEqual({ ...crest, withdrawn: true, withdrawnReason: 'Another ministry’s.' });
    const { crest: _, ...older } = nothing;
    await record(older as Set);
    expect((await known()).crest).toBeNull();
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
