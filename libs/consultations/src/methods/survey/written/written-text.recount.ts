import {
  CompactTable,
  NotCompared,
  rule,
  ruleBook,
  saltedHash,
  sha256Of,
  wordsSaid,
  type ActsInWords,
  type Judged,
  type JudgedLeaf,
  type MustBe,
  type RuleBook,
} from '@isegoria/audit-kit';
import { moderationRules } from '@isegoria/content';
import { limits } from '@isegoria/kernel';
import type { KnownActivities } from '../../../activity/audit/activity-facts.recount';
import { stances, type AnswerInShort, type OfficialAnswerPublished, type Stance } from '../../../official-answer/official-answer.contract';
import type { Participation } from '../../../results/participation/participation.recount';
import type { AskedView } from '../../method/method.recount';
import type { Questionnaire } from '../questionnaire/questionnaire.contract';
import { AskedQuestions } from '../recount/questions.recount';
import type { AnswersGiven, RecordedAnswers } from '../response/response.contract';
import { noTexts } from './answered/text-coverage.contract';
import {
  textDecisions,
  writtenTexts,
  type TextDecidedOn,
  type TextDecision,
  type WrittenText,
  type WrittenTexts,
} from './written-text.contract';

export const actsOfWrittenTexts: ActsInWords<TextDecidedOn> = {
  TextDecidedOn: ({ by, text, decision, reason }) =>
    `text ${text} of a survey ${inWords[decision]} by account ${by}${reason === null ? '' : `: "${reason}"`}`,
};
const inWords: Record<TextDecision, string> = { listed: 'listed', heldBack: 'held back', waiting: 'made to wait again' };

const withheld = new NotCompared('which texts of surveys are listed: only auditors get what people answered (--token)');

interface Written {
  readonly question: string;
  readonly name: string;
  readonly sealed: string;
  readonly voter: string;
  readonly consultationId: string;
}

interface Around {
  readonly people: Pick<Participation, 'included' | 'isCounted'>;
  /** Of each other way than an account, the responses that are counted and the questions that are told. */
  readonly apart: readonly { readonly keys: readonly string[]; readonly told: ReadonlySet<string> }[];
  readonly least: number;
  readonly isUnseen: boolean;
  /** Of accounts. */
  readonly told: ReadonlySet<string>;
}

/** The texts of one survey: what was written, and what moderators decided. Written for auditors apart from the platform. */
export class WrittenTextBook {
  private readonly given = new Map<string, readonly Written[]>();
  /** Of each person, by number: the texts of the last response. */
  private readonly standing = new Map<number, readonly Written[]>();
  /** Of each form on paper and each link. */
  private readonly apart = new Map<string, readonly Written[]>();
  private readonly listed = new Set<string>();
  /** What the office answered, by the names of texts. */
  private readonly answers = new Map<string, AnswerInShort>();

  constructor(private readonly questionnaire: Questionnaire) {}

  give({ consultationId, voter, commitment, answers }: AnswersGiven['data']): void {
    const written = textsIn(this.questionnaire, answers).map(({ question, sealed }) => {
      return { question, sealed, voter, consultationId, name: sha256Of(sealed) };
    });
    if (written.length > 0) this.given.set(`${voter} ${commitment}`, written);
  }

  cast(voter: number, response: string): void {
    const written = this.given.get(response);
    if (written) this.standing.set(voter, written);
    else this.standing.delete(voter);
  }

  /** @param key names the form or the link, with how it came */
  castApart(key: string, response: string): void {
    this.apart.set(key, this.given.get(response) ?? []);
  }

  decide({ text, decision }: TextDecidedOn['data']): void {
    if (decision === 'listed') this.listed.add(text);
    else this.listed.delete(text);
  }

  answer({ about, aboutId, named, stance, group }: OfficialAnswerPublished['data']): void {
    if (about === 'text' && named !== undefined) this.answers.set(named, { aboutId, stance, theme: group?.theme?.title ?? null });
  }

  /**
   * @param least how many have to have responded
   * @param told the questions of which anything is told
   */
  shown({ path, cursor, isClosed }: AskedView, around: Around): MustBe<object> {
    const none = { texts: 0, items: [], next: null, count: 0, answered: 0 };
    if (!isClosed) return { state: 'open', ...none };
    if (around.isUnseen) return { ...withheldAll(none), state: withheld };
    const question = path.split('?', 1)[0]!.split('/').at(-1)!;
    const told = this.ways(around).filter((way) => way.told.has(question));
    if (told.length === 0) return { state: 'tooFew', ...none };
    const texts = told.flatMap((way) => way.texts).filter((one) => one.question === question);
    const listed = texts.filter(({ name }) => this.listed.has(name)).sort((one, other) => (one.name < other.name ? -1 : 1));
    const before = Number(cursor ?? 0);
    const items = listed.slice(before, before + limits.pageSize).map((one) => this.viewOf(one));
    const next = listed.length > before + items.length ? String(before + items.length) : null;
    const answered = listed.filter(({ name }) => this.answers.has(name)).length;
    const shown = { state: 'shown', texts: texts.length, items, next, count: listed.length, answered } as const;
    return shown satisfies MustBe<Omit<WrittenTexts, 'position'>>;
  }

  /** How many of the listed texts are answered, and how. */
  covered({ activityId, isClosed }: AskedView, around: Around): MustBe<object> {
    const of = { activityId };
    if (!isClosed) return { ...of, state: 'open', ...noTexts };
    if (around.isUnseen) return { ...of, ...withheldAll(noTexts), state: withheld };
    const ways = this.ways(around);
    if (ways.length === 0) return { ...of, state: 'tooFew', ...noTexts };
    const told = ways.flatMap((way) => way.texts.filter(({ question }) => way.told.has(question)));
    const listed = told.filter(({ name }) => this.listed.has(name));
    const having = (stance?: Stance) => listed.filter(({ name }) => this.answers.get(name)?.stance === stance).length;
    const byStance = Object.fromEntries(stances.map((stance) => [stance, having(stance)]));
    return { ...of, state: 'shown', listed: listed.length, open: having(), ...byStance };
  }

  /** With an account, on paper and by links: what came in each way by which enough responded. */
  private ways({ people, apart, least, told }: Around) {
    const counted = [...people.included()].filter((person) => people.isCounted(person));
    const byAccount = { told, responses: counted.map((person) => this.standing.get(person) ?? []) };
    const others = apart.map((way) => ({ told: way.told, responses: way.keys.map((key) => this.apart.get(key) ?? []) }));
    const enough = [byAccount, ...others].filter(({ responses }) => responses.length >= least);
    return enough.map((way) => ({ told: way.told, texts: way.responses.flat() }));
  }

  /** What the words commit to stands with the answers, which auditors have; what opens it, the site gives them. */
  private viewOf({ name, sealed, voter, consultationId }: Written): MustBe<WrittenText> {
    const of = { what: `text ${name}`, author: voter, within: consultationId, group: 'consultations', place: 0 };
    return { text: name, words: wordsSaid({ sealed }, of), answer: this.answers.get(name) ?? null };
  }
}

const withheldAll = (members: object) => Object.fromEntries(Object.keys(members).map((member) => [member, withheld]));

function textsIn(questionnaire: Questionnaire, answers: RecordedAnswers): { question: string; sealed: string }[] {
  const asked = new AskedQuestions(questionnaire, answers, false);
  return asked.list().flatMap(({ id, kind }) => {
    const answer = asked.answerTo(id) as { readonly sealed?: unknown; readonly other?: { readonly sealed?: unknown } } | undefined;
    const own = kind === 'single' || kind === 'multiple' ? answer?.other?.sealed : undefined;
    const sealed = kind === 'short-text' || kind === 'long-text' ? answer?.sealed : own;
    return typeof sealed === 'string' ? [{ question: id, sealed }] : [];
  });
}

/** The names of the texts in all answers that were seen, in a few bytes each. What is only seen by its leaf may have any. */
export class NamesOfTexts {
  private readonly names = new CompactTable();
  private unseen = false;

  take(leaf: JudgedLeaf): void {
    const { data } = leaf as Partial<Judged<AnswersGiven>>;
    if (!data) this.unseen = true;
    else for (const sealed of sealedIn(data.answers)) this.names.set(...saltedHash(`${data.activityId} ${sha256Of(sealed)}`), 1);
  }

  mayHave({ activityId, text }: TextDecidedOn['data']): boolean {
    return this.unseen || this.names.get(...saltedHash(`${activityId} ${text}`)) === 1;
  }
}

function sealedIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) => (name === 'sealed' && typeof value === 'string' ? [value] : sealedIn(value)));
}

/** What decisions about texts keep to. Whether there is such a text is told by auditors who see the answers. */
export function rulesOfWrittenTexts(activities: KnownActivities, names: NamesOfTexts): RuleBook {
  const stands = new CompactTable();
  const standing = (stream: string) => textDecisions[stands.get(...saltedHash(stream))]!;
  return ruleBook<TextDecidedOn>({
    TextDecidedOn: [
      rule<TextDecidedOn>('text-of-a-survey', 'Texts are of a survey that was drafted, and name its consultation.', ({ data }) => {
        const activity = activities.of(data.activityId);
        return activity?.method === 'survey' && activity.consultationId === data.consultationId;
      }),
      rule<TextDecidedOn>('text-decided-once-closed', 'Texts of a survey are decided about once the log has closed it.', ({ data }) => {
        const { consultation, phaseId } = activities.of(data.activityId)!;
        return consultation.isClosed(phaseId);
      }),
      rule<TextDecidedOn>(
        'text-was-written',
        'A text that is decided about stands in answers to that survey, under its own name.',
        ({ stream, data }) => stream === writtenTexts.nameFor(data) && names.mayHave(data),
      ),
      rule<TextDecidedOn>(
        'text-held-back-with-reason',
        'A text is listed, held back or made to wait again; it is held back with a reason, and nothing else has one.',
        ({ data: { decision, reason, rule: of } }) => {
          const isRule = of === undefined || (decision === 'heldBack' && moderationRules.includes(of));
          return textDecisions.includes(decision) && (decision === 'heldBack') === !!reason && isRule;
        },
      ),
      rule<TextDecidedOn>(
        'text-decided-anew',
        'What is decided about a text differs from what was decided before.',
        ({ stream, data: { decision } }) => standing(stream) !== decision,
        ({ stream, data: { decision } }) => stands.set(...saltedHash(stream), textDecisions.indexOf(decision)),
      ),
    ],
  });
}
