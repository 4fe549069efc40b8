import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rootUnit, type Actor, type CommandContext } from '@isegoria/kernel';
import { actor, actorIn } from '@isegoria/testing';
import { by, startContent, type TestService } from '../content.fixture';
import { fileStream } from '../file/file.contract';
import { changeSettings } from './settings.contract';

describe('settings over the bus', () => {
  let service: TestService;
  const administrator = actor('administrator');
  beforeAll(async () => void (service = await startContent()));
  afterAll(() => service?.stop());

  const change = (settings: object, context: CommandContext = by(administrator)) => service.send(changeSettings.subject, settings, context);
  const history = () => service.store.readStream('settings');
  /** What a change recorded; all tests share the one stream, so it may have a past. */
  async function recordedBy(work: () => Promise<unknown>) {
    const before = (await history()).length;
    await work();
    return (await history()).slice(before).map(({ type, data }) => ({ type, data }));
  }

  it('are recorded as a whole, with the administrator', async () => {
    await change({});
    const settings = {
      institution: { en: 'Ministry of Works', ar: 'وزارة الأشغال' },
      contactEmail: 'contact@ministry.example',
      notice: { en: null, ar: 'مغلق' },
    };
    const data = {
      institution: { en: 'Ministry of Works', ar: 'وزارة الأشغال' },
      contactEmail: 'contact@ministry.example',
      contributionsPerPerson: null,
      editMinutes: null,
      answerWithinDays: null,
      staffNeedSecondFactor: null,
      timeZone: null,
      colour: null,
      crest: null,
      notice: { ar: 'مغلق' },
      by: administrator.accountId,
    };
    expect(await recordedBy(() => change(settings))).toEqual([{ type: 'SettingsChanged', data }]);
    expect(await recordedBy(() => change({ institution: {}, contactEmail: null, notice: { en: 'Closed' } }))).toEqual([
      {
        type: 'SettingsChanged',
        data: {
          institution: null,
          contactEmail: null,
          contributionsPerPerson: null,
          editMinutes: null,
          answerWithinDays: null,
          staffNeedSecondFactor: null,
          timeZone: null,
          colour: null,
          crest: null,
          notice: { en: 'Closed' },
          by: administrator.accountId,
        },
      },
    ]);
  });

  it('that stay as they are record nothing, and a command is recorded once', async () => {
    const settings = { institution: { en: `Ministry ${Date.now()}` } };
    const context = by(administrator);
    const [first, second] = await Promise.all([change(settings, context), change(settings, context)]);
    expect(second).toEqual(first);
    expect(first).toEqual({ id: 'settings', position: (await history()).at(-1)!.position });
    expect(await recordedBy(() => change(settings))).toEqual([]);
    expect(await recordedBy(() => change(settings, by(actor('administrator'))))).toEqual([]);
  });

  const facts = { unit: rootUnit, mediaType: 'image/png', size: 900, name: 'Crest.png', alt: 'A heron', width: 300, height: 400 };
  async function addedFile(more: object = {}, ...then: object[]): Promise<string> {
    const file = createHash('sha256').update(randomUUID()).digest('hex');
    const data = { file, ...facts, ...more, by: administrator.accountId };
    const metadata = { at: new Date().toISOString(), correlationId: 'spec' };
    const events = [{ type: 'FileAdded', data }, ...then.map((one) => ({ type: 'FileWithdrawn', data: { file, ...one } }))];
    await service.store.append(
      fileStream(file),
      events.map((event) => ({ ...event, id: randomUUID(), metadata })),
      'any',
    );
    return file;
  }

  it('have a crest with what is known of the file, described as here', async () => {
    const file = await addedFile();
    const crest = (await recordedBy(() => change({ crest: { file, alt: 'The heron of the ministry' } })))[0]?.data;
    const { unit: _, ...known } = facts;
    expect(crest).toMatchObject({ crest: { ...known, file, alt: 'The heron of the ministry' } });
    expect(await recordedBy(() => change({ crest: { file, alt: 'The heron of the ministry' } }))).toEqual([]);
    expect((await recordedBy(() => change({})))[0]?.data).toMatchObject({ crest: null });
  });

  it('refuse a crest that is no picture, was never added or was withdrawn, and name the field', async () => {
    const document = { mediaType: 'application/pdf', name: 'Crest.pdf', alt: null, width: null, height: null };
    for (const [file, code] of [
      [await addedFile(document), 'PICTURE_EXPECTED'],
      ['0'.repeat(64), 'FILE_NOT_FOUND'],
      [await addedFile({}, { by: administrator.accountId, reason: 'Another ministry’s.' }), 'FILE_WITHDRAWN'],
    ] as const) {
      const refused = { code, details: { field: 'crest' } };
      expect(await recordedBy(() => expect(change({ crest: { file } })).rejects.toMatchObject(refused))).toEqual([]);
    }
  });

  it('are for administrators of the root only', async () => {
    const cases: [Actor | undefined, string][] = [
      [undefined, 'SIGN_IN_REQUIRED'],
      [actor(), 'FORBIDDEN_ROLE'],
      [actor('official', 'moderator', 'analyst', 'auditor'), 'FORBIDDEN_ROLE'],
      [actorIn('root.aaaaaaaa', 'administrator'), 'FORBIDDEN_ROLE'],
    ];
    for (const [who, code] of cases) {
      expect(await recordedBy(() => expect(change({ notice: { en: 'Forged' } }, by(who))).rejects.toMatchObject({ code }))).toEqual([]);
    }
  });

  it.each([
    ['a blank name', { institution: { en: ' ' } }, 'VALIDATION_FAILED', 'institution.en'],
    ['a name with NUL', { institution: { ar: 'a\u0000' } }, 'VALIDATION_FAILED', 'institution.ar'],
    ['a name that is too long', { institution: { ar: 'a', fr: 'a'.repeat(121) } }, 'VALIDATION_FAILED', 'institution.fr'],
    ['an address that is none', { contactEmail: 'ministry' }, 'VALIDATION_FAILED', 'contactEmail'],
    ['an address with a line break', { contactEmail: 'a@ministry.example\nBcc: b@evil.example' }, 'VALIDATION_FAILED', 'contactEmail'],
    ['an address that is no text', { contactEmail: { $ne: 1 } }, 'VALIDATION_FAILED', 'contactEmail'],
    ['a notice with half a surrogate pair', { notice: { en: 'a\ud800' } }, 'VALIDATION_FAILED', 'notice.en'],
    ['a notice that is too long', { notice: { ar: 'ا'.repeat(501) } }, 'VALIDATION_FAILED', 'notice.ar'],
    ['a language that there is not', { notice: { xx: 'Closed' } }, 'UNKNOWN_FIELD', 'notice.xx'],
    ['a notice in no language', { notice: 'Closed' }, 'VALIDATION_FAILED', 'notice'],
    ['notices as a list', { notice: [{ en: 'Closed' }] }, 'VALIDATION_FAILED', 'notice'],
    ['a notice with a prototype', { notice: JSON.parse('{ "__proto__": { "en": "Closed" } }') }, 'UNKNOWN_FIELD', '__proto__'],
    ['a zone that there is not', { timeZone: 'Middle-earth/Shire' }, 'VALIDATION_FAILED', 'timeZone'],
    ['a zone that is an offset', { timeZone: '+02:00' }, 'VALIDATION_FAILED', 'timeZone'],
    ['a colour with styles behind it', { colour: '#0b5c6b;}' }, 'VALIDATION_FAILED', 'colour'],
    ['a colour that is hard to read', { colour: '#ffff00' }, 'COLOUR_HARD_TO_READ', 'colour'],
    ['a crest that is no file', { crest: { file: '../etc/passwd' } }, 'VALIDATION_FAILED', 'crest.file'],
    ['a crest with a size of its own', { crest: { file: '0'.repeat(64), width: 9 } }, 'UNKNOWN_FIELD', 'crest.width'],
    ['a forged account', { by: 'somebody' }, 'UNKNOWN_FIELD', 'by'],
  ])('refuse %s', async (_, settings, code, field) => {
    expect(await recordedBy(() => expect(change(settings)).rejects.toMatchObject({ code, details: { field } }))).toEqual([]);
  });
});
