import { DraftConsultation, ImportAccounts, Rejection, SubmitStatement, sentenceOf, validated, type Language } from '@isegoria/contracts';
import type { Conversation } from './conversation';
import { differing, noVotes, talliesOf, type Tallies } from './tallies';

/** Any activity: what is checked is what is said in it. */
const someActivity = '00000000-0000-4000-8000-000000000000';

export const sourceOf = ({ name }: Pick<Conversation, 'name'>): string => `polis/${name}`;
export const peopleOf = ({ statements, votes }: Conversation): string[] => [
  ...new Set([...statements.map(({ author }) => author), ...votes.map(({ voter }) => voter)]),
];

/** The consultation that the conversation becomes. */
export function draftOf(conversation: Conversation, language: string): DraftConsultation {
  const { topic, description, url } = conversation;
  return {
    title: topic,
    description: description || `Imported from ${url}`,
    // Checked with all else.
    language: language as Language,
    phases: [{ activities: [{ method: 'deliberation', moderation: 'after' }] }],
    // Nobody knows who the people of such a conversation were: its figures count everybody.
    countsFrom: 'anonymous',
    externalId: sourceOf(conversation),
  };
}

/**
 * Everything that would end an import half way or give it other figures than the source, in sentences, before anything is sent: what the
 * platform would refuse, by the platform's own rules, and votes that do not add up.
 */
export function faultsOf(conversation: Conversation, language: string, published: Tallies | undefined): string[] {
  return [...refusals(conversation, language), ...wrongSums(conversation, published)];
}

function refusals(conversation: Conversation, language: string): string[] {
  const source = sourceOf(conversation);
  const statements = conversation.statements.flatMap(({ id, text, line }) =>
    refusal(`comments.csv line ${line}`, () => validated(SubmitStatement, { activityId: someActivity, text, externalId: id })),
  );
  const people = peopleOf(conversation).flatMap((person) =>
    refusal(`person ${person}`, () => validated(ImportAccounts, { source, externalIds: [person] })),
  );
  const numbers = new Map<string, number>();
  const repeated = conversation.statements.flatMap(({ id, line }) => {
    const earlier = numbers.get(id);
    numbers.set(id, line);
    return earlier === undefined ? [] : [`comments.csv line ${line}: statement ${id} is on line ${earlier} already`];
  });
  const summary = refusal('summary.csv', () => validated(DraftConsultation, draftOf(conversation, language)));
  return [...summary, ...statements, ...repeated, ...people];
}

function refusal(place: string, check: () => unknown): string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return [`${place}: ${sentenceOf(error.code, error.details, 'en')}`];
  }
}

function wrongSums({ statements, votes }: Conversation, published: Tallies | undefined): string[] {
  const counted = talliesOf(votes);
  const differences = published ? differing(published, counted, 'by votes.csv') : [];
  const everyVote = talliesOf(votes, true);
  const said = new Map(statements.flatMap(({ id, counted }) => (counted ? [[id, { ...counted, passes: 0 }] as const] : [])));
  const isInverted = areInverted(published ?? said, published ? counted : everyVote);
  return isInverted ? [`votes.csv: agree and disagree are exchanged (1 must be agree, -1 disagree)`, ...differences] : differences;
}

/** Whether exchanging agree and disagree makes more statements right than leaving them as they are. */
function areInverted(source: Tallies, found: Tallies): boolean {
  const telling = [...source].filter(([, { agrees, disagrees }]) => agrees !== disagrees);
  const equal = (exchanged: boolean) =>
    telling.filter(([id, { agrees, disagrees }]) => {
      const here = found.get(id) ?? noVotes;
      const [yes, no] = exchanged ? [here.disagrees, here.agrees] : [here.agrees, here.disagrees];
      return yes === agrees && no === disagrees;
    }).length;
  return equal(true) > equal(false);
}
