import { rule, ruleBook, type Judged, type Rule, type RuleBook } from '@isegoria/audit-kit';
import type { KnownActivities } from '../../activity/audit/activity-facts.recount';
import type { RecountedMethod } from '../../methods/method/method.recount';
import type { CastEvent } from '../../methods/methods.contract';
import type { BallotsRevealed, HiddenChoice, MayBeHidden } from '../hidden-results.contract';
import { StillHidden } from './hidden-ballots.recount';
import { commitmentTo, keyIn } from './opened-by-auditor';

type Cast = Judged<CastEvent>;

interface Kept {
  readonly hidden: HiddenChoice;
  readonly type: string;
}

const hiddenIn = ({ data }: Cast): HiddenChoice | undefined => (data as MayBeHidden).hidden;

/**
 * Ballots that are hidden until the closing keep to the rules of their method like others, which can be told once they are opened: until
 * then they are kept, some hundred bytes a person.
 */
export class HiddenBallotsJudged {
  private readonly hidden = new Map<string, StillHidden<Kept>>();
  private readonly keys = new Map<string, string>();
  private readonly revealed = new Set<string>();
  private readonly rulesOf = new Map<string, readonly Rule<CastEvent>[]>();

  constructor(private readonly activities: KnownActivities) {}

  /** The rules of a method, for open and for hidden ballots. @param ballots those of them that every ballot keeps to */
  around({ contract: { castEvent, hides } }: RecountedMethod, book: RuleBook, ballots: readonly Rule<CastEvent>[]): RuleBook {
    const all = book.rules[castEvent] as readonly Rule<CastEvent>[] | undefined;
    if (!hides || !all) return book;
    const own = all.filter((each) => !ballots.includes(each));
    this.rulesOf.set(castEvent, own);
    const unlessHidden = own.map((each): Rule<CastEvent> => ({
      ...each,
      isKeptBy: (event) => hiddenIn(event) !== undefined || each.isKeptBy(event),
    }));
    const asSet = rule<CastEvent>(
      'hidden-as-set',
      'What a ballot says is hidden where results are hidden until the closing, and nowhere else: under one key, and with nothing open.',
      (event) => this.isAsSet(event, hides),
      (event) => this.keep(event),
    );
    return { ...book, rules: { ...book.rules, [castEvent]: [...ballots, asSet, ...unlessHidden] } as RuleBook['rules'] };
  }

  readonly book: RuleBook = ruleBook<BallotsRevealed>({
    BallotsRevealed: [
      rule(
        'revealed-where-hidden',
        'Ballots are revealed in an activity whose results were hidden, and that belongs to the consultation.',
        ({ stream, data: { activityId, consultationId } }) => {
          const activity = this.activities.of(activityId);
          const isHidden = activity?.settings.resultsHidden === true;
          return stream === `activity-${activityId}` && isHidden && activity.consultationId === consultationId;
        },
      ),
      rule('revealed-once', 'Ballots are revealed once.', ({ data: { activityId } }) => !this.revealed.has(activityId)),
      rule('revealed-after-closing', 'Ballots are revealed when the log has the closing.', ({ data: { activityId } }) => {
        const { consultation, phaseId } = this.activities.of(activityId)!;
        return consultation.isClosed(phaseId);
      }),
      rule(
        'revealed-by-their-key',
        'The key that reveals ballots is the one that they name.',
        ({ data: { activityId, key } }) => {
          const bytes = keyIn(key);
          return bytes !== undefined && commitmentTo(bytes) === (this.keys.get(activityId) ?? commitmentTo(bytes));
        },
      ),
      rule(
        'revealed-ballots-keep-rules',
        'What a ballot says that was hidden can be opened, and is what a ballot by its method may say.',
        ({ data: { activityId, key } }) => this.areRight(activityId, key),
        ({ data: { activityId } }) => void this.revealed.add(activityId),
      ),
    ],
  });

  private isAsSet(event: Cast, hides: object): boolean {
    const { activityId } = event.data;
    const hidden = hiddenIn(event);
    const mustBe = this.activities.of(activityId)?.settings.resultsHidden === true;
    if (!hidden || !mustBe) return !hidden && !mustBe;
    const data = event.data as unknown as Readonly<Record<string, unknown>>;
    const saysNothing = Object.entries(hides).every(([member, nothing]) => JSON.stringify(data[member]) === JSON.stringify(nothing));
    return saysNothing && hidden.key === (this.keys.get(activityId) ?? hidden.key);
  }

  /** What stands behind the closing is in no count, whatever it says. */
  private keep(event: Cast): void {
    const { activityId, voter } = event.data;
    const hidden = hiddenIn(event);
    const { consultation, phaseId } = this.activities.of(activityId)!;
    if (!hidden || consultation.isClosed(phaseId)) return;
    if (!this.keys.has(activityId)) this.keys.set(activityId, hidden.key);
    const inActivity = this.hidden.get(activityId) ?? new StillHidden<Kept>();
    inActivity.keep(voter, { hidden: { ...hidden, key: this.keys.get(activityId)! }, type: event.type });
    this.hidden.set(activityId, inActivity);
  }

  private areRight(activityId: string, key: string): boolean {
    for (const [voter, { type }, said] of this.hidden.get(activityId)?.opened(key, activityId) ?? []) {
      if (!said) return false;
      const opened = { type, data: { ...said, activityId, voter } } as unknown as Cast;
      if (!this.rulesOf.get(type)?.every((each) => each.isKeptBy(opened))) return false;
    }
    return true;
  }
}
