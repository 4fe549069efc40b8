import type { RecountedResults } from '../recount/consultation-recount';
import { methodOf } from '../methods/methods';
import type { Chronicle, ConsultationThen, Words } from './chronicle';
import { plural } from './plural';

/** A statement or a question is told in so many characters, and so many of each: the whole is in --json. */
const longest = 160;
const most = 50;

const phases = {
  draft: 'a draft that nobody outside sees',
  scheduled: 'published, to be opened',
  open: 'open',
  closed: 'closed',
  decided: 'closed, with its outcome published',
};

/** A consultation as it was, in lines that an auditor reads. */
export function consultationInWords(consultation: ConsultationThen, results: RecountedResults): string[] {
  const { id, title, kind, phase, opensAt, closesAt, closedEarly, outcome, questions, hiddenComments } = consultation;
  const { verified, unverified } = results.participantsByAssurance;
  return [
    `"${title}" (${kind} ${id})`,
    `  It was ${phases[phase]}${opensAt === null ? '' : `; from ${opensAt} to ${closesAt}`}.`,
    ...(closedEarly === null ? [] : [`  It was closed before its date: "${closedEarly}"`]),
    `  ${plural(results.participants, 'person', 'people')} had cast ${plural(results.votesCast, 'vote', 'votes')} (${verified} verified, ${unverified} not), changed ones included.`,
    ...(results.excludedBallots === 0
      ? []
      : [`  ${plural(results.excludedBallots, 'ballot', 'ballots')} left out of the counts by moderators.`]),
    ...(methodOf(kind)?.inWords({ statements: consultation.statements, options: results.options }) ?? []),
    ...statementsInWords(consultation, results),
    `  ${plural(results.comments, 'comment', 'comments')}, ${hiddenComments} of them hidden; ${plural(questions.size, 'question', 'questions')}, ${results.questions.answered} of them answered.`,
    ...[...questions.values()]
      .slice(0, most)
      .map(({ words, answer }) => `    - ${inWords(words)} ${answer === null ? '(no answer yet)' : `Answer: ${cut(answer)}`}`),
    ...(outcome === null ? [] : [`  You said: ${cut(outcome.youSaid)}`, `  We did: ${cut(outcome.weDid)}`]),
  ];
}

/** Nothing where there were none. */
export function erasuresInWords(count: number): string[] {
  if (count === 0) return [];
  return [
    `${plural(count, 'account', 'accounts')} had been erased by then. Words of ${count === 1 ? 'that person' : 'those people'} can be read no longer, their votes count.`,
  ];
}

/** What changed from one state to the next; nothing where nothing did. */
export function changesInWords(
  before: ConsultationThen | undefined,
  after: ConsultationThen,
  at: { before: Chronicle; after: Chronicle },
): string[] {
  const now = at.after.resultsOf(after);
  const then = before && at.before.resultsOf(before);
  const more = (name: string, was: number | undefined, is: number) =>
    is === (was ?? 0) ? [] : [`  ${name}: ${was ?? 0} before, ${is} after`];
  const lines = [
    ...(before ? [] : ['  It was drafted in between.']),
    ...(before && before.phase !== after.phase ? [`  It was ${phases[before.phase]} before, and ${phases[after.phase]} after.`] : []),
    ...more('people who voted', then?.participants, now.participants),
    ...more('ballots left out of the counts', then?.excludedBallots, now.excludedBallots),
    ...more('votes cast', then?.votesCast, now.votesCast),
    ...now.options.flatMap(({ text, votes }, index) => more(`votes for "${text}"`, then?.options[index]?.votes, votes)),
    ...now.statements.flatMap((statement, index) => {
      const earlier = then?.statements[index];
      const { id, agrees, disagrees, passes } = statement;
      const name = `statement ${inWords(after.statements.get(id)?.words ?? { sealed: true })} (${id})`;
      return [
        ...(earlier ? [] : [`  ${name} was added`]),
        ...(earlier && earlier.status !== statement.status
          ? [`  ${name} was ${earlier.status} before, and ${statement.status} after`]
          : []),
        ...more(`agreed with ${name}`, earlier?.agrees, agrees),
        ...more(`disagreed with ${name}`, earlier?.disagrees, disagrees),
        ...more(`passed on ${name}`, earlier?.passes, passes),
      ];
    }),
    ...more('comments', then?.comments, now.comments),
    ...more('hidden comments', before?.hiddenComments, after.hiddenComments),
    ...more('open questions', then?.questions.open, now.questions.open),
    ...more('answered questions', then?.questions.answered, now.questions.answered),
    ...(after.outcome && after.outcome.weDid !== before?.outcome?.weDid ? [`  outcome: ${cut(after.outcome.weDid)}`] : []),
  ];
  return lines.length === 0 ? [] : [`"${after.title}" (${after.kind} ${after.id})`, ...lines];
}

function statementsInWords({ statements }: ConsultationThen, { statements: tallies }: RecountedResults): string[] {
  const lines = tallies.slice(0, most).map(({ id, status, agrees, disagrees, passes }) => {
    const { words = { sealed: true as const }, reason = null } = statements.get(id) ?? {};
    const why = reason === null ? '' : ` ("${cut(reason)}")`;
    return `    - ${inWords(words)} ${status}${why}: ${agrees} agreed, ${disagrees} disagreed, ${passes} passed`;
  });
  return tallies.length > most ? [...lines, `    ... and ${tallies.length - most} more (--json has all)`] : lines;
}

function inWords(words: Words): string {
  return typeof words === 'string' ? `"${cut(words)}"` : "[sealed under its author's key]";
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > longest ? `${line.slice(0, longest)}...` : line;
}
