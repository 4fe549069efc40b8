import { needsNoPermission, type Act, type ActContract, type DomainEvent, type EventContract } from '@isegoria/kernel';
import { eventCatalogue, everyEvent } from '../every-event';

/** `BallotExcluded` becomes `ballot-excluded`. */
type KebabCase<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? Rest extends Uncapitalize<Rest>
    ? `${Lowercase<First>}${KebabCase<Rest>}`
    : `${Lowercase<First>}-${KebabCase<Rest>}`
  : Text;

/** What officials do that the public may see one by one. Sign-ins are on record too, for auditors: their times are the staff's own. */
export type OfficialActionKind = KebabCase<Extract<(typeof everyEvent)[number], ActContract>['type']>;

const acts = (everyEvent as readonly EventContract[]).filter((contract): contract is ActContract => contract.act !== undefined);
/** The types of the events that record them. */
export const officialActTypes: readonly string[] = acts.map(({ type }) => type);
export const officialActionKinds: readonly OfficialActionKind[] = acts.map(({ type }) => kindOf(type));

/** Whether the subject of such an act is an account, whose id is not published whole. */
export function isAboutAccount(kind: OfficialActionKind): boolean {
  return kindsAboutAccounts.has(kind);
}

const kindsAboutAccounts = new Set(acts.flatMap(({ type, act }) => (act.subject?.shownAs === 'account' ? [kindOf(type)] : [])));

/** An act of office as the event says it: ids are whole. */
export interface ActOfOffice {
  readonly kind: OfficialActionKind;
  /** The account that acted; null for the operator of the platform. */
  readonly by: string | null;
  readonly subject: string;
  readonly consultationId: string | null;
  readonly activityId: string | null;
  /** What kind of thing of the activity was answered. */
  readonly about: string | null;
  /** The name of a text, a question or a paragraph of the activity. */
  readonly named: string | null;
  /** Where the event itself says one. */
  readonly unit: string | null;
  readonly role: string | null;
  readonly contents: string | null;
  readonly reason: string | null;
  /** The rule of the site that it rests on. */
  readonly rule: string | null;
}

/** Undefined for what citizens do, what only prepares (drafts), what happens by itself (a closing date), and for unknown events. */
export function actOfOffice(event: DomainEvent, catalogue = eventCatalogue): ActOfOffice | undefined {
  const contract = catalogue.of(event.type);
  if (!contract?.act) return undefined;
  const text = memberOf(event.data);
  const { act } = contract;
  if (needsNoPermission(contract, event.data)) return undefined;
  return {
    kind: kindOf(event.type),
    by: text('by'),
    subject: subjectOf(contract, act, text),
    consultationId: text('consultationId'),
    activityId: text('activityId'),
    about: text('about'),
    named: text(act.named),
    unit: text('unit'),
    role: text('role'),
    contents: text('contents'),
    reason: text(act.reason),
    rule: text('rule'),
  };
}

function subjectOf({ stream }: EventContract, { subject }: Act, text: (member: string | undefined) => string | null): string {
  if (!subject) return stream.pattern;
  const value = text(subject.member) ?? '';
  return subject.shownAs === 'key' ? nameAndHash(value) : value;
}

/** Of a verifier key, without the key itself. */
const nameAndHash = (verifierKey: string) => verifierKey.split('+').slice(0, 2).join('+');

const memberOf = (data: object) => (member: string | undefined) => {
  const value = member === undefined ? undefined : (data as Record<string, unknown>)[member];
  return typeof value === 'string' ? value : null;
};

function kindOf(type: string): OfficialActionKind {
  return type.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase() as OfficialActionKind;
}
