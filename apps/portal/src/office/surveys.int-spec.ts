import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { official, portalOnFakeApi, session } from '../testing/portal.fixture';
import { sentBlank, unescaped } from '../testing/forms-of-the-portal.fixture';
import { hostile, ids } from '../testing/sample-data.fixture';

const at = 'phases[0].activities[0].';
const questionAt = (section: number, question: number) => `${at}questionnaire.sections[${section}].questions[${question}].`;
const change = (what: string) => `in ${at} ${what}`;

interface SentDraft {
  readonly phases: readonly { readonly activities: readonly { readonly questionnaire?: unknown }[] }[];
}

describe('the questions of a survey', () => {
  const { api, get, post, start, stop } = portalOnFakeApi();

  beforeAll(start);
  beforeEach(() => void (api.account = official));
  afterAll(stop);

  const about = { summary: '', contact: '', decidedBy: '', decidedWhen: '', pictureAlt: '', answerWithinDays: '60' };
  const words = { title: 'Ways', description: 'How do you get around?', language: 'en', countsFrom: 'email', ...about };
  const survey = { ...words, 'phases[0].title': '', [`${at}method`]: 'survey', [`${at}title`]: '' };
  const single = { id: 'q1', kind: 'single', text: 'How do you travel?', options: 'By bus\r\nBy car' };
  const blank = { isRequired: '', hasOther: '', isShuffled: '' };
  const fields = (section: number, question: number, said: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries({ ...blank, ...said }).map(([name, value]) => [questionAt(section, question) + name, value]));

  /** The form as the page brings it back, with what a browser would send of it. */
  async function pressed(form: Readonly<Record<string, string>>, what: string) {
    const { status, text } = await post('/office/consultations', { ...form, change: change(what) });
    return { status, text, form: sentBlank('/office/consultations', text) };
  }
  /** The form with every field that its page has. */
  async function saved(form: Readonly<Record<string, string>>) {
    const page = await pressed(form, 'show 0 0');
    return post('/office/consultations', { ...page.form, ...form });
  }
  const questionnaireSent = () => (api.lastWrite?.body as SentDraft).phases[0]!.activities[0]!.questionnaire;

  it('are added by buttons, with the fields of their kind, and keep what was typed', async () => {
    const page = await pressed(survey, 'add-section');
    expect(page.status).toBe(200);
    const { text } = await pressed(
      {
        ...survey,
        ...page.form,
        [`${at}questionnaire.sections[0].title`]: `Page ${hostile}`,
        [`${at}questionnaire.sections[0].add`]: 'matrix',
      },
      'add 0',
    );
    expect(unescaped(text)).toContain(`value="Page ${hostile}"`);
    expect(text).not.toContain(hostile);
    for (const name of ['text', 'rows', 'options', 'isRequired', 'kind', 'fact'])
      expect(text).toContain(`name="${questionAt(0, 0)}${name}"`);
    for (const name of ['scale.from', 'hasOther', 'earliest']) expect(text).not.toContain(`name="${questionAt(0, 0)}${name}"`);
  });

  it('are sent as the API has them, options and questions with ids that nobody typed', async () => {
    const scale = { id: 'q2', kind: 'scale', text: 'And how is it?', 'scale.style': 'stars', 'scale.from': '1', 'scale.to': '5' };
    const asked = { when: 'any', 'when.0': 'q1 = 2', 'when.1': '', 'when.2': '' };
    await saved({
      ...survey,
      ...fields(0, 0, { ...single, isRequired: 'yes', hint: ' Most days ' }),
      ...fields(1, 0, { ...scale, ...asked }),
    });
    expect(questionnaireSent()).toEqual({
      sections: [
        {
          questions: [
            {
              ...{ id: 'q1', kind: 'single', text: 'How do you travel?', isRequired: true, hint: 'Most days' },
              options: [
                { id: '1', text: 'By bus' },
                { id: '2', text: 'By car' },
              ],
            },
          ],
        },
        {
          questions: [
            {
              ...{ id: 'q2', kind: 'scale', text: 'And how is it?', isRequired: false },
              scale: { style: 'stars', from: 1, to: 5 },
              when: { question: 'q1', isAnyOf: ['2'] },
            },
          ],
        },
      ],
    });
  });

  it('offer what earlier questions may be answered, and nothing of later ones', async () => {
    const form = { ...survey, ...fields(0, 0, single), ...fields(0, 1, { id: 'q2', kind: 'date', text: 'Since when?', when: 'all' }) };
    const { text } = await pressed(form, 'show 0 1');
    expect(text).toContain('value="q1 = 1"');
    expect(text).toContain('value="q1 -"');
    expect(text).not.toContain('value="q2 +"');
    expect(text).not.toContain(`name="${questionAt(0, 0)}when.0"`);
  });

  it('say everything that is wrong at once, at the fields that hold it', async () => {
    api.refusal = {
      code: 'VALIDATION_FAILED',
      field: `${at}questionnaire.sections[0].questions[0].options[1].text`,
      params: { constraint: 'maxLength', limit: 300 },
    };
    const form = { ...survey, ...fields(0, 0, single) };
    const { text } = await saved(form);
    api.refusal = undefined;
    expect(text).toContain(`href="#draft-${questionAt(0, 0)}options"`);
    const one = await saved({ ...survey, title: '', ...fields(0, 0, { ...single, options: 'One' }) });
    expect(one.text).toContain(`id="draft-${questionAt(0, 0)}options"`);
  });

  it('say of each thing that is wrong in which question it is, and in which activity where there are several', async () => {
    const poll = (index: number) => ({
      ...Object.fromEntries(['title', 'options', 'maxChoices'].map((name) => [`phases[0].activities[${index}].${name}`, ''])),
      [`phases[0].activities[${index}].method`]: 'poll',
    });
    const form = { ...survey, ...fields(0, 0, { ...single, text: '' }), ...fields(1, 0, { ...single, id: 'q2', options: 'By bus' }) };
    const summaryOf = ({ text }: { text: string }) =>
      [...text.matchAll(/<a class="ds-link" href="#draft-phases[^"]*">([^<]*)/g)].map(([, said]) => unescaped(said!));
    const alone = await saved(form);
    const several = await saved({ ...form, ...poll(1), ...poll(2) });
    const wrong = [/^Question 1: Write something/, /^Question 2: Write at least two/].map((one) => expect.stringMatching(one) as unknown);
    expect(summaryOf(alone)).toEqual(wrong);
    for (const said of summaryOf(several)) expect(said).toMatch(/^(?:Survey: Question [12]|Poll [12]): Write /);
    expect(several.text).toMatch(/Poll 1<\/legend>[\s\S]*Poll 2<\/legend>/);
  });

  it('are imported in place of those that are there, and wrong files are told field by field', async () => {
    const wrong = { sections: [{ questions: [{ id: 'Q', kind: 'quiz', text: 'x', isRequired: false }] }] };
    const name = `${at}questionnaire.import`;
    const form = { ...survey, ...fields(0, 0, single) };
    const refused = await pressed({ ...form, [name]: JSON.stringify(wrong) }, 'import');
    expect(refused.status).toBe(422);
    for (const field of ['sections[0].questions[0].id', 'sections[0].questions[0].kind']) expect(refused.text).toContain(`${field} (“x”): `);
    expect(refused.text).toContain('How do you travel?');
    expect(unescaped(refused.text)).toContain('"kind":"quiz"');
    for (const other of ['[]', 'null', '"x"'])
      expect((await pressed({ ...form, [name]: other }, 'import')).text).toContain('This is no questionnaire: ');
    expect((await pressed({ ...form, [name]: '{' }, 'import')).text).toContain('ends in line 1, column 2 before it is complete');
    expect((await pressed({ ...form, [name]: '{,' }, 'import')).text).toContain('cannot be read from line 1, column 2 on');
    const deep = `{"sections":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
    const tooDeep = await pressed({ ...form, [name]: deep }, 'import');
    expect([tooDeep.status, tooDeep.text]).toEqual([422, expect.stringContaining('sections: ')]);
    expect((await pressed({ ...form, [name]: '' }, 'import')).status).toBe(422);
    const right = { $schema: 'x', sections: [{ title: 'P', questions: [{ id: 'day', kind: 'date', text: 'When?', isRequired: true }] }] };
    const imported = await pressed({ ...form, [name]: JSON.stringify(right) }, 'import');
    expect(imported.status).toBe(200);
    expect(imported.text).toContain('Imported: 1 question.');
    expect(imported.text).not.toContain('How do you travel?');
    await post('/office/consultations', {
      ...imported.form,
      ...words,
      ...fields(0, 0, { text: 'When?', isRequired: 'yes' }),
      [`${at}questionnaire.sections[0].title`]: 'P',
    });
    expect(questionnaireSent()).toEqual({ sections: right.sections });
  });

  it('are imported where the draft is saved with a file of them, and not emptied where a field did not come', async () => {
    const form = { ...survey, ...fields(0, 0, { ...single, hint: 'Most days' }) };
    const page = await pressed(form, 'show 0 0');
    const { [`${questionAt(0, 0)}hint`]: _, ...without }: Record<string, string> = { ...page.form, ...form };
    const before = api.requests.length;
    expect((await post('/office/consultations', without)).status).toBe(400);
    const typed = { ...page.form, ...form, [`${at}questionnaire.import`]: '{"sections":[]}' };
    expect((await post('/office/consultations', typed)).text).toContain('sections: it must have at least 1 entry');
    expect(api.requests.slice(before).filter(({ method }) => method === 'POST')).toEqual([]);
  });

  it('come back on paper: what is not confirmed is told where forms are entered, and before the survey is closed', async () => {
    const path = `/office/consultations/${ids.surveyed}`;
    const forms = await get(`${path}/activities/${ids.survey}/paper`, session);
    expect(forms.text).toMatch(/It closes on[\s\S]*<time[\s\S]*\d forms on paper are not confirmed. They count for nothing if the survey closes now/);
    expect((await get(path, session)).text).toMatch(/Close[\s\S]*\d forms on paper are not confirmed/);
  });

  it('are taken along on paper with their codes, and as a file that can be imported again', async () => {
    const questions = [
      {
        id: 'mode',
        kind: 'single',
        text: `How? ${hostile}`,
        isRequired: true,
        options: [
          { id: 'bus', text: 'Bus' },
          { id: 'car', text: 'Car' },
        ],
      },
      { id: 'why', kind: 'long-text', text: 'Why?', isRequired: false, when: { question: 'mode', isAnyOf: ['car'] } },
    ];
    const questionnaire = { sections: [{ questions }] };
    api.said = (field, value) => (field === 'settings' ? { questionnaire } : value);
    const path = `/consultations/${ids.deliberation}/activities/${ids.statements}`;
    const { status, text } = await get(`${path}/paper`);
    expect(status).toBe(200);
    expect(text).toMatch(/Answer this only if .*Car/);
    expect(text).not.toContain(hostile);
    for (const code of ['mode', 'bus', 'why']) expect(text).toContain(`>${code}</code>`);
    const file = await get(`${path}/questionnaire.json`);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="questions-/);
    expect(JSON.parse(file.text)).toMatchObject(questionnaire);
    expect((await get('/office/consultations/' + ids.deliberation, session)).status).toBe(200);
    api.said = (_, value) => value;
    expect((await get(`${path}/paper`)).status).toBe(404);
  });
});
