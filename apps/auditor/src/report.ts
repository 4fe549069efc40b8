import { plural } from '@isegoria/audit-kit';
import type { BallotsOf } from '@isegoria/identity/recount';
import { ago, type Freshness } from './checkpoint/freshness';
import type { KeyTrust } from './checkpoint/trusted-keys';
import type { Witnessed } from './checkpoint/witnesses';
import type { StoodAsOf } from './recount/as-of';

/** What an audit verified. */
export interface AuditReport {
  readonly url: string;
  readonly origin: string;
  readonly key: string;
  readonly keyTrust: KeyTrust;
  /** Entries, all of them covered by the checkpoint. */
  readonly entries: number;
  /** The first entry that was read: after --since, not the first of the log. */
  readonly readFrom: number;
  readonly root: string;
  readonly streams: number;
  /** Entries whose bodies were given and checked against their leaves. */
  readonly bodies: number;
  /** The size of the last audit's checkpoint, which this one continues; null at a first audit. */
  readonly continues: number | null;
  /** Checkpoints of this log that were ever seen, this one included. */
  readonly checkpointsSeen: number;
  readonly witnessed: Witnessed;
  /** Tiles that match the entries; null if none are served, or none were requested. */
  readonly tiles: number | null;
  readonly consultations: number;
  /** Figures recounted and found equal; null if nothing was recounted. */
  readonly figures: number | null;
  /** The answers besides the figures, recounted and found equal: how many of each name. */
  readonly views: Readonly<Record<string, number>>;
  /**
   * What everybody may read, compared word for word: how many answers, the values in them, and how many texts of citizens were opened;
   * null if nothing was compared.
   */
  readonly words: { readonly answers: number; readonly values: number; readonly opened: number } | null;
  /** Pages that visibly say what the site answers, read as a browser without scripts shows them; null as above. */
  readonly pages: number | null;
  /** Pictures and documents that have the hash that the log names; null if none were fetched. */
  readonly files: number | null;
  /** Of people, in answer to surveys, sealed; null where they were not looked at. */
  readonly answerFiles: number | null;
  /** Events that the site's figures leave out, as the log says: in one sentence each. */
  readonly leftOut: readonly string[];
  /** What people contributed behind a closing, by activity: in one sentence each. It is in the log, and in no figure. */
  readonly late: readonly string[];
  /** The place of --as-of, and the state of consultations then. */
  readonly asOf: { readonly place: string; readonly position: number; readonly consultations: readonly StoodAsOf[] } | null;
  /** Null if the log was not read from its beginning. */
  readonly credentials: {
    readonly registered: number;
    readonly confirmed: number;
    readonly imported: number;
    /** Imported accounts for which an office vouches. */
    readonly vouchedFor: number;
    /** Accounts on a credential that another one had before. */
    readonly reissued: number;
    readonly mostVoters: number;
    readonly byConsultation: readonly BallotsOf[];
  } | null;
  readonly acts: number | null;
  /** Acts of staff whose signatures were verified: those and what offices brought in. Null as above. */
  readonly signedActs: number | null;
  /** Events that keep the rules of the platform, as docs/reference/rules.md has them; null as above. */
  readonly judged: number | null;
  /** How old what was read is. */
  readonly freshness: Freshness;
  readonly erasures: number | null;
  /** Receipts that were given and whose events are in the log. */
  readonly receipts: number;
  /** What was not checked, and why. */
  readonly notChecked: readonly string[];
  readonly seconds: number;
  readonly entriesPerSecond: number;
}

const trusts: Readonly<Record<KeyTrust, string>> = {
  pinned: 'the key that you named',
  remembered: 'the key of your last audit',
  'first-use': 'the key that the site shows now (first audit: compare it with the one published elsewhere, or name that with --key)',
};

/** The report in lines for people. */
export function summary(report: AuditReport): string {
  const { witnessed, credentials, tiles, receipts, asOf } = report;
  return [
    `VERIFIED: ${report.url}`,
    `  log            ${report.origin}`,
    `  key            ${report.key}`,
    `                 trusted as ${trusts[report.keyTrust]}`,
    `  entries        ${report.entries}${report.readFrom > 0 ? `, read from ${report.readFrom} on,` : ''} in ${counted(report.streams, 'stream')}, no gap; ${bodiesOf(report)}`,
    `  tree root      ${report.root}, as signed`,
    `  history        ${historyOf(report)}`,
    ...(witnessed
      ? [
          `  witnesses      ${witnessed.cosigned.length} of ${witnessed.of} cosigned, which is the quorum of the ${witnessed.policy}'s policy`,
        ]
      : []),
    `  age            ${agesOf(report.freshness)}`,
    ...(tiles === null ? [] : [`  tiles          ${tiles}, as the entries make them`]),
    ...(report.files ? [`  files          ${counted(report.files, 'file')}, each with the hash that the log names`] : []),
    ...(report.answerFiles
      ? [`  answer files   ${counted(report.answerFiles, 'file')} of people, sealed, each with the hash that its answer names`]
      : []),
    ...(credentials ? [`  credentials    ${credentialsOf(credentials)}`] : []),
    ...(credentials?.byConsultation ?? []).map(ballotsOf),
    ...(report.judged === null ? [] : [`  rules          kept by all ${counted(report.judged, 'event')} that this version knows`]),
    ...(report.acts === null
      ? []
      : [
          `  acts           ${counted(report.acts, 'act')} of officials, each by an account with a role for it; ${report.signedActs} signatures verified; ${counted(report.erasures ?? 0, 'erasure')}`,
        ]),
    ...(receipts > 0 ? [`  receipts       ${receipts} kept`] : []),
    ...(report.figures === null
      ? []
      : [
          `  recount        ${counted(report.consultations, 'consultation')}: ${counted(report.figures, 'figure')} equal${viewsOf(report.views)}`,
        ]),
    ...(report.words ? [`  words          ${wordsIn(report.words)}`] : []),
    ...(report.pages ? [`  pages          ${report.pages} show what the site answers`] : []),
    ...(asOf?.consultations ?? []).map(stood),
    ...report.late.map((sentence) => `  LATE           ${sentence}`),
    ...report.leftOut.map((sentence) => `  INCOMPLETE     ${sentence}`),
    ...report.notChecked.map((sentence) => `  NOT CHECKED    ${sentence}`),
    `  took           ${report.seconds} s, ${report.entriesPerSecond} entries a second`,
  ].join('\n');
}

function agesOf({ checkpoint, cosignatures, figures, words }: Freshness): string {
  return [
    checkpoint === null ? 'the checkpoint does not say when it was signed' : `the checkpoint was signed ${ago(checkpoint)}`,
    ...(cosignatures === null ? [] : [`witnesses cosigned it ${ago(cosignatures)}`]),
    ...(figures === null ? [] : [figures === 0 ? 'the figures have all of it' : `the figures lack what came ${ago(figures)}`]),
    ...(words ? [`the words lack what came ${ago(words)}`] : []),
  ].join('; ');
}

/** Stuffing with invented accounts shows here, if at all. */
function ballotsOf({ consultation, people, email, attested, imported, accounts, registered, confirmed, vouchedFor }: BallotsOf): string {
  const who = `${people} people voted, wrote or supported (${email} by themselves at level email or above, ${imported} imported, ${attested} at attested or above)`;
  const had = `${counted(accounts, 'account')} before it closed (${registered} registered, ${confirmed} confirmed, ${vouchedFor} vouched for)`;
  return `  people         consultation ${consultation}: ${who}, of ${had}`;
}

function credentialsOf({
  registered,
  confirmed,
  imported,
  vouchedFor,
  reissued,
  mostVoters,
}: NonNullable<AuditReport['credentials']>): string {
  const ofAccounts = `${counted(registered, 'account')} registered (${confirmed} confirmed, ${reissued} of them on a reissued credential)`;
  return `${ofAccounts} and ${imported} imported (${vouchedFor} vouched for); at most ${mostVoters} voted in one activity`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function bodiesOf({ bodies, entries, readFrom }: AuditReport): string {
  if (bodies === entries - readFrom) return 'all with their bodies, those of account and staff events among them';
  return `${bodies} with their bodies, the others as leaves`;
}

function historyOf({ continues, checkpointsSeen }: AuditReport): string {
  if (continues === null && checkpointsSeen <= 1) return 'first audit: nothing earlier to compare with';
  return `continues ${continues === null ? '' : `the ${continues} entries of the last audit, and `}all ${checkpointsSeen} checkpoints that you ever saw`;
}

/** `, 1 opinion map equal to the last digit` */
function viewsOf(views: AuditReport['views']): string {
  const each = Object.entries(views).map(([name, count]) => `${count} ${count === 1 ? name : pluralOf(name)}`);
  return each.length === 0 ? '' : `, ${each.join(', ')} equal to the last digit`;
}

/** `lists of texts`: the noun is what has the plural, not the word at the end of what it is of. */
const pluralOf = (name: string): string => name.replace(/^(.*?)(?= of |$)/, '$1s');

function wordsIn({ answers, values, opened }: NonNullable<AuditReport['words']>): string {
  const sealed = opened === 0 ? '' : `, ${counted(opened, 'text')} by citizens opened`;
  return `${counted(answers, 'answer')} with ${counted(values, 'value')}, as the log says${sealed}`;
}

function stood({ id, activities, figures }: StoodAsOf): string {
  const compared = figures === null ? 'the site publishes nothing as of then' : `${counted(figures, 'published figure')} equal`;
  const each = activities.map(
    ({ id: activity, participants, votesCast }) => `activity ${activity}: ${plural(participants, 'person', 'people')}, ${counted(votesCast, 'vote')}`,
  );
  return `  as of then     consultation ${id}: ${[...each, compared].join('; ')}`;
}
