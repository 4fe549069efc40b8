import { plural } from '@isegoria/audit-kit';
import type { SentenceOnPage, ThingOnPage } from '../../method/method.recount';
import { saidOfUnanswered } from '../paper/unanswered/unanswered.recount';
import type { QuestionResult } from '../results/survey-results.contract';
import { apartChannels, type ApartChannel, type ChannelResult } from './channel.contract';

/** What is counted of a response; undefined where the auditor may not read it. */
type Choices = readonly string[] | undefined;

/** The responses that came by other ways than an account: the last with each key counts. */
export class ChannelBook {
  private readonly responses = new Map<ApartChannel, Map<string, Choices>>();

  /** @param isBeyond whether a response is beyond a quota: then it is in no answers */
  constructor(private readonly isBeyond: (who: string) => boolean) {}

  take(channel: ApartChannel, key: string, choices: Choices): void {
    const own = this.responses.get(channel) ?? new Map<string, Choices>();
    this.responses.set(channel, own.set(key, choices));
  }

  has(channel: ApartChannel, key: string): boolean {
    return this.responses.get(channel)?.has(key) ?? false;
  }

  get hasUnseen(): boolean {
    return [...this.responses.values()].some((own) => [...own.values()].includes(undefined));
  }

  /** Of each way, those that are counted. */
  counted(): readonly { readonly keys: readonly string[]; readonly said: readonly ReadonlySet<string>[] }[] {
    return [...this.responses].map(([channel, all]) => {
      const own = [...all].filter(([key]) => !this.isBeyond(`${channel} ${key}`));
      return { keys: own.map(([key]) => `${channel} ${key}`), said: own.map(([, choices]) => new Set(choices)) };
    });
  }

  /** How many came each way, and nothing of what they say. */
  withoutAnswers(): readonly ChannelResult[] {
    return apartChannels.flatMap((channel): ChannelResult[] => {
      const responses = this.responses.get(channel)?.size ?? 0;
      return responses === 0 ? [] : [{ channel, responses, answers: [] }];
    });
  }

  /**
   * @param questions the results of each question, from what each response says
   * @param least of how many responses answers are shown
   * @param hasQuotas whether the survey has quotas
   */
  results(
    questions: (said: readonly ReadonlySet<string>[], channel: ApartChannel) => readonly QuestionResult[],
    least: number,
    hasQuotas: boolean,
  ): readonly ChannelResult[] {
    return apartChannels.flatMap((channel): ChannelResult[] => {
      const all = [...(this.responses.get(channel) ?? [])];
      if (all.length === 0) return [];
      const own = all.flatMap(([key, choices]) => (this.isBeyond(`${channel} ${key}`) ? [] : [new Set(choices)]));
      const answers = own.length < least ? [] : questions(own, channel);
      const isTold = hasQuotas && own.length >= least;
      return [{ channel, responses: all.length, answers, ...(isTold && { beyondQuota: all.length - own.length }) }];
    });
  }
}

/** In the words of the report. */
export function channelsInWords(channels: readonly ChannelResult[]): string[] {
  return channels.map(({ channel, responses }) => `    apart, by ${channel}: ${plural(responses, 'response', 'responses')}`);
}

/** What the page of results must say of a question. @param least how many must have answered it @param others who are not counted */
export function saidOfQuestion(
  { kind, answered, choices, mean, unanswered, ends }: QuestionResult,
  { least, others }: { readonly least: number; readonly others: number },
): SentenceOnPage[] {
  if (answered === null) return [{ says: 'survey.questionTooFew', values: { least } }];
  const isUnlisted = choices.length === 0 && (kind === 'number' || kind === 'date');
  return [
    { says: 'survey.answeredBy', values: { count: answered } },
    ...(others > 0 ? [{ says: 'survey.answeredBeside', values: { count: others } }] : []),
    ...(mean === null ? [] : [{ says: 'survey.mean', values: { mean } }]),
    ...saidOfUnanswered(unanswered, least),
    ...saidOfEnds(ends),
    ...(isUnlisted ? [{ says: 'survey.valuesTooFew', values: { least } }] : []),
  ];
}

function saidOfEnds(ends: QuestionResult['ends']): SentenceOnPage[] {
  if (!ends) return [];
  const { from, to, fromLabel, toLabel } = ends;
  if (toLabel === null) return [{ says: 'scale.from', values: { from, fromLabel: fromLabel! } }];
  if (fromLabel === null) return [{ says: 'scale.to', values: { to, toLabel } }];
  return [{ says: 'scale.ends', values: { from, fromLabel, to, toLabel } }];
}

/** What the page of results must say of responses beyond a quota. */
export function saidOfQuota(count = 0): SentenceOnPage[] {
  return count > 0 ? [{ says: 'quota.beyond', values: { count } }] : [];
}

const cameBy: Readonly<Record<ApartChannel, string>> = { paper: 'channel.paper', link: 'channel.link' };

/** What the page of results must say of them. */
export function channelsOnPage(
  channels: readonly ChannelResult[],
  { least, isOpen }: { readonly least: number; readonly isOpen: boolean },
): { sentences: SentenceOnPage[]; things: ThingOnPage[] } {
  const sentences = channels.flatMap(({ channel, responses, answers, beyondQuota }): SentenceOnPage[] => [
    { says: cameBy[channel], values: { count: responses } },
    ...(answers.length === 0 && !isOpen ? [{ says: 'survey.tooFew', values: { least } }] : []),
    ...saidOfQuota(beyondQuota),
    ...answers.flatMap((question) => saidOfQuestion(question, { least, others: 0 })),
  ]);
  const things = channels.flatMap(({ answers }) =>
    answers.flatMap(({ kind, answered, choices }) => {
      const of = { says: kind === 'place' ? 'place.elsewhere' : 'answer.own' };
      return choices.flatMap(({ text, votes }) => (text === null ? [{ of, figures: [votes], wholes: [answered!] }] : []));
    }),
  );
  return { sentences, things };
}
