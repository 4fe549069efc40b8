import {
  Allowance,
  CompactTable,
  OwnWords,
  leafRule,
  leeway,
  rule,
  ruleBook,
  saltedHash,
  type Judged,
  type JudgedLeaf,
  type Rule,
  type RuleBook,
  type RulesOf,
} from '@isegoria/audit-kit';
import { minutesToEdit, mostContributions, settingsChanged, type SettingsChanged } from '@isegoria/content';
import type { ActivityFacts } from '../../../../activity/audit/activity-facts.recount';
import type { RulesOfMethod } from '../../../method/method.recount';
import type { MethodSettings } from '../../../methods.contract';
import { ruleOfAnnotations } from '../../../document/audit/known-papers.recount';
import { document } from '../../../document/document.contract';
import { deliberation, moderationModes, type DeliberationSettings } from '../../deliberation.contract';
import type { StatementDecisionUndone } from '../../moderation/undone-decision.contract';
import type { StatementEdited, StatementWithdrawn } from '../../own-statement/own-statement.contract';
import { voteChoices, type StatementVoteCast } from '../../vote/statement-vote.contract';
import type { StatementAccepted, StatementEvent, StatementRejected, StatementStatus, StatementSubmitted } from '../statement.contract';
import { statementStatuses } from '../statement.contract';

type Moderated = StatementAccepted | StatementRejected | StatementDecisionUndone;
type ByAuthor = StatementEdited | StatementWithdrawn;

/** What statements, and votes on them, keep to. */
export function rulesOfDeliberations({ activities, papers, contributions, ballots }: RulesOfMethod): RuleBook {
  const statements = new Statements();
  const allowance = new Allowance(mostContributions());
  const own = new OwnWords(minutesToEdit());
  const hasStatements = (activity: ActivityFacts | undefined) =>
    activity?.method === deliberation.method || activity?.method === document.method;
  const inItsActivity: Rule<Moderated> = rule(
    'moderated-in-its-activity',
    'A statement is judged in the activity and consultation where it was put.',
    ({ stream, data: { activityId, consultationId } }: Judged<Moderated>) => {
      const activity = activities.of(activityId);
      return activity?.consultationId === consultationId && statements.activityOf(stream) === activity.number;
    },
  );
  const ownInItsActivity: Rule<ByAuthor> = rule(
    'changed-in-its-activity',
    'A statement is changed and withdrawn in the activity and consultation where it was put.',
    ({ stream, data: { activityId, consultationId } }: Judged<ByAuthor>) => {
      const activity = activities.of(activityId);
      return activity?.consultationId === consultationId && statements.activityOf(stream) === activity.number;
    },
  );
  const rules: RulesOf<StatementEvent | StatementVoteCast> = {
    StatementSubmitted: [
      leafRule('statement-begins', 'A statement is the first event of its stream.', ({ revision }) => revision === 0),
      rule<StatementSubmitted>(
        'statement-in-deliberation',
        'A statement is put in a deliberation, or a document, that was drafted, and names its consultation.',
        ({ data: { activityId, consultationId } }) => {
          const activity = activities.of(activityId);
          return hasStatements(activity) && activity!.consultationId === consultationId;
        },
      ),
      ruleOfAnnotations(activities, papers),
      rule<StatementSubmitted>(
        'office-statement-before-publication',
        'The office puts its statements before the consultation is published, in plain words.',
        ({ data: { activityId, author, text } }) =>
          author !== null || ('plain' in text && !activities.of(activityId)!.consultation.isPublished),
      ),
      ...contributions.map(ofPeople),
      rule<StatementSubmitted>(
        'statement-sealed',
        'The words of people are sealed.',
        ({ data: { author, text } }) => author === null || 'sealed' in text,
      ),
      allowance.rule<StatementSubmitted>(
        'statements-allowed',
        'One person adds no more statements to a consultation than the settings allow.',
        ({ data: { author }, metadata }) => (metadata.imported ? undefined : (author ?? undefined)),
      ),
      rule<StatementSubmitted>(
        'external-id-imported',
        'Only a statement that was brought in from elsewhere has an id from there.',
        ({ data: { externalId }, metadata }) => externalId === null || metadata.imported !== undefined,
        (event) => {
          const { stream, data, time } = event;
          statements.set(stream, 'pending', { of: activities.of(data.activityId)!.number, time });
          own.begins(event);
        },
      ),
    ],
    StatementEdited: [
      ownInItsActivity,
      ...contributions,
      ...own.rules<StatementEdited>('statement'),
      statements.whileWaiting(),
      rule<StatementEdited>(
        'changed-statement-sealed',
        'The new words of a statement are sealed.',
        ({ data: { text } }) => 'sealed' in text,
      ),
    ],
    StatementWithdrawn: [
      ownInItsActivity,
      rule<StatementWithdrawn>('statement-withdrawn-by-its-author', 'A statement is withdrawn by whoever added it.', (event) =>
        own.isAuthor(event),
      ),
      statements.withdraw(),
    ],
    StatementAccepted: [inItsActivity, statements.become('accepted')],
    StatementRejected: [inItsActivity, statements.become('rejected')],
    StatementDecisionUndone: [inItsActivity, statements.undo()],
    StatementVoteCast: [
      ...ballots,
      rule<StatementVoteCast>('known-choice', 'A vote agrees, disagrees or passes.', ({ data: { choice } }) =>
        voteChoices.includes(choice),
      ),
      rule<StatementVoteCast>(
        'vote-on-its-statement',
        'A vote is on a statement of its own deliberation.',
        ({ data: { activityId, statementId } }) => statements.activityOf(`statement-${statementId}`) === activities.of(activityId)!.number,
      ),
      rule<StatementVoteCast>(
        'vote-on-accepted',
        'A vote is on a statement that is accepted, or waits where votes come first, or it was brought in from elsewhere.',
        ({ data: { activityId, statementId }, metadata, time }) => {
          const { moderation } = activities.of(activityId)!.settings as DeliberationSettings;
          return metadata.imported !== undefined || statements.mayBeVotedOn(`statement-${statementId}`, moderation, time);
        },
      ),
    ],
  };
  return ruleBook<StatementEvent | StatementVoteCast>(rules, {
    [settingsChanged.type]: ({ data, time }: Judged<SettingsChanged>) => {
      allowance.become(mostContributions(data), time);
      own.become(minutesToEdit(data), time);
    },
  });
}

/** The office puts its statements before anything opens; no other event can say that it is the office's. */
function ofPeople(kept: Rule<StatementSubmitted>): Rule<StatementSubmitted> {
  return { ...kept, isKeptBy: (event) => event.data.author === null || kept.isKeptBy(event) };
}

export function mayBeOfDeliberation(settings: MethodSettings): boolean {
  return moderationModes.includes((settings as DeliberationSettings).moderation);
}

/** What became of each statement, and when, in some 32 bytes. */
class Statements {
  /** The number of its activity and its status. */
  private readonly stood = new CompactTable();
  /** When that was recorded (seconds since 1970). */
  private readonly since = new CompactTable();
  /** Who decided on one that waited (32 bits), where that is the last word. */
  private readonly firstWords = new CompactTable();
  /** When such a word was taken back (seconds since 1970). */
  private readonly undone = new CompactTable();
  /** Those that their authors took back. */
  private readonly gone = new CompactTable();

  /** @param of the number of its activity */
  set(stream: string, status: StatementStatus, { of, time }: { readonly of: number; readonly time: number }): void {
    const key = saltedHash(stream);
    this.stood.set(...key, of * statementStatuses.length + statementStatuses.indexOf(status));
    this.since.set(...key, Math.max(1, Math.floor(time / 1000)));
  }

  /** The number of its activity; 0 where there is no such statement. */
  activityOf(stream: string): number {
    return Math.floor(this.stood.get(...saltedHash(stream)) / statementStatuses.length);
  }

  /** The rule of a judgement, which is not made twice. */
  become(status: StatementStatus): Rule<Moderated> {
    return rule<Moderated>(
      'moderated-once',
      'A statement that stands is accepted or rejected, and not twice in the same way.',
      ({ stream }) => this.stands(stream) && this.statusOf(stream) !== status,
      ({ stream, time, data: { by } }) => {
        const isFirst = this.statusOf(stream) === 'pending';
        const isKnown = this.firstWords.get(...saltedHash(stream)) > 0;
        if (isFirst || isKnown) this.firstWords.set(...saltedHash(stream), isFirst ? wordOf(by) : noWord);
        this.set(stream, status, { of: this.activityOf(stream), time });
      },
    );
  }

  /** The rule of taking such a judgement back. */
  undo(): Rule<StatementDecisionUndone> {
    return rule<StatementDecisionUndone>(
      'undone-by-who-decided',
      'What a moderator decided on a statement that waited is undone by the same moderator, while it stands and nobody has decided since.',
      ({ stream, data: { by } }) => this.stands(stream) && this.firstWords.get(...saltedHash(stream)) === wordOf(by),
      ({ stream, time }) => {
        this.firstWords.set(...saltedHash(stream), noWord);
        this.undone.set(...saltedHash(stream), Math.max(1, Math.floor(time / 1000)));
        this.set(stream, 'pending', { of: this.activityOf(stream), time });
      },
    );
  }

  whileWaiting(): Rule {
    return leafRule(
      'statement-changed-while-waiting',
      'The words of a statement change while it waits for a moderator.',
      ({ stream }) => this.stands(stream) && this.statusOf(stream) === 'pending',
    );
  }

  /** The rule of a withdrawal. */
  withdraw(): Rule {
    return leafRule(
      'statement-withdrawn-once',
      'Only a statement that stands is withdrawn.',
      ({ stream }) => this.stands(stream),
      ({ stream, time }: JudgedLeaf) => {
        this.gone.set(...saltedHash(stream), 1);
        if (this.statusOf(stream) !== 'rejected') this.set(stream, 'withdrawn', { of: this.activityOf(stream), time });
      },
    );
  }

  /** Whether it was put, and not withdrawn. */
  private stands(stream: string): boolean {
    return this.activityOf(stream) > 0 && this.gone.get(...saltedHash(stream)) === 0;
  }

  mayBeVotedOn(stream: string, moderation: DeliberationSettings['moderation'], time: number): boolean {
    const status = this.statusOf(stream);
    if (status === 'accepted' || (status === 'pending' && moderation === 'after')) return true;
    const since = status === 'pending' ? this.undone : this.since;
    return time <= since.get(...saltedHash(stream)) * 1000 + leeway;
  }

  private statusOf(stream: string): StatementStatus | undefined {
    return statementStatuses[this.stood.get(...saltedHash(stream)) % statementStatuses.length];
  }
}

/** What stands for nobody in a table of whose word it was. */
const noWord = 1;
const wordOf = (by: string) => Math.max(noWord + 1, saltedHash(by)[0]);
