import { rmSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { ApiClient } from '@isegoria/api-client';
import { draftConsultation, publishConsultation, showConsultation, showDocument, submitStatement } from '@isegoria/contracts';
import { startPlatform } from '@isegoria/testing';
import { towards, type Figure } from '../figure';
import { sized } from '../load';
import { sessionsOf } from './public-api';

type Say = (sentence: string) => void;

const paragraphs = 500;
/** As many as the aim is for. */
const mostAnnotations = 5_000;
/** As many as one person may write without a change of the settings. */
const perPerson = 30;

const vocabulary = {
  en: `the air quality of a city is measured at each station and published every day by authority which may order that traffic heating or
    industry be limited where values exceed those in annex for more than three consecutive days unless exception has been granted because
    public interest requires it and no other means are available; owner shall report emissions within thirty days after request`,
  ar: `تقاس جودة الهواء في كل مدينة عند المحطات وتنشر يوميا من قبل السلطة المختصة التي يجوز لها أن تأمر بالحد من حركة المرور أو التدفئة
    أو الصناعة إذا تجاوزت القيم الحدود المبينة في الملحق لأكثر من ثلاثة أيام متتالية ما لم يمنح استثناء لأن المصلحة العامة تقتضي ذلك ولا
    تتوفر وسائل أخرى وعلى المالك أن يبلغ عن الانبعاثات خلال ثلاثين يوما من الطلب`,
};
const languages = Object.keys(vocabulary) as (keyof typeof vocabulary)[];

/**
 * Texts of 500 paragraphs with 5,000 annotations, in a script of one byte a character and in one of two. Where loads are short,
 * fewer annotations are written.
 */
export async function measureDocuments(seconds: number, say: Say): Promise<Figure[]> {
  const annotations = sized(mostAnnotations, seconds);
  process.env['RATE_LIMIT_FACTOR'] = '100000';
  say('starting the platform ...');
  const platform = await startPlatform();
  try {
    const office = await new ApiClient(platform.origin).signIn(platform.operator.email, platform.operator.password);
    const tokens = await sessionsOf(platform.origin, Math.ceil(annotations / perPerson));
    const figures = [{ name: 'a page about the site itself', ...inMilliseconds(await read(`${platform.origin}/privacy`)) }] as Figure[];
    for (const language of languages) {
      say(`a text (${language}) with ${annotations.toLocaleString('en')} annotations ...`);
      const path = await discussed(office, platform.origin, { tokens, annotations, language });
      const page = await read(`${platform.origin}${path}?lang=${language}`);
      const of = `the page of ${paragraphs} paragraphs (${language}) and ${annotations.toLocaleString('en')} annotations`;
      figures.push(
        towards({ name: of, ...inMilliseconds(page) }, 300, true),
        towards({ name: `${of}, as sent unpacked`, value: page.bytes / 1_000, unit: 'KB' }, 200, true),
        { name: `${of}, packed`, value: page.packed / 1_000, unit: 'KB' },
      );
    }
    return figures;
  } finally {
    await platform.stop();
    rmSync(platform.folder, { recursive: true, force: true });
  }
}

const inMilliseconds = ({ milliseconds }: { milliseconds: number }) => ({ value: milliseconds, unit: 'ms' });

interface Discussion {
  readonly tokens: readonly string[];
  readonly annotations: number;
  readonly language: keyof typeof vocabulary;
}

/** @returns the path of the consultation */
async function discussed(office: ApiClient, origin: string, { tokens, annotations, language }: Discussion): Promise<string> {
  const draft = { method: 'document', moderation: 'after', document: textIn(language) } as const;
  const words = { title: 'Load', description: 'Load', language } as const;
  const { id: consultationId } = await office.do(draftConsultation, { ...words, phases: [{ activities: [draft] }] });
  const dates = { opensAt: new Date().toISOString(), closesAt: new Date(Date.now() + 86_400_000).toISOString() };
  const { position } = await office.do(publishConsultation, { consultationId, phases: [dates] });
  const reader = office.as({ after: position });
  const [activity] = (await reader.ask(showConsultation, { consultationId })).activities;
  const activityId = activity!.id;
  const { blocks } = await reader.ask(showDocument, { activityId });
  const names = blocks.filter(({ kind }) => kind === 'paragraph').map(({ id }) => id);
  let last = 0;
  await Promise.all(
    tokens.map(async (token, person) => {
      const writer = new ApiClient(origin).as({ token });
      for (let at = person; at < annotations; at += tokens.length) {
        const text = `Annotation ${at + 1}: this should be clearer.`;
        last = Math.max(last, (await writer.do(submitStatement, { activityId, paragraph: names[at % names.length]!, text })).position);
      }
    }),
  );
  await office.as({ after: last }).ask(showDocument, { activityId });
  return `/consultations/${consultationId}`;
}

/** Paragraphs of some 190 characters, as many as a text may have, of words in a different order each, so that they pack as prose does. */
function textIn(language: keyof typeof vocabulary): string {
  const words = vocabulary[language].split(/\s+/);
  let seed = 1;
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647);
  const paragraph = () => {
    let text = '';
    while (text.length < 187) text += `${text && ' '}${words[chance() % words.length]}`;
    return `${text}.`;
  };
  return Array.from({ length: paragraphs }, paragraph).join('\n\n');
}

/** The quickest of several readings, once everything is warm, and what is sent. */
async function read(url: string) {
  const times: number[] = [];
  for (let reading = 0; reading < 40; reading++) {
    const began = performance.now();
    await sent(url);
    times.push(performance.now() - began);
  }
  const [bytes, packed] = [await sent(url), await sent(url, { 'accept-encoding': 'gzip' })];
  return { milliseconds: Math.min(...times), bytes, packed };
}

function sent(url: string, headers: IncomingHttpHeaders = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => (response.statusCode === 200 ? resolve(bytes) : reject(new Error(`${url}: ${response.statusCode}`))));
    }).on('error', reject);
  });
}
