import { Finding, type Entry } from '@isegoria/audit-kit';
import { activityDrafted, assuranceRaised, consultationPublished, methods, type AssuranceRaised } from '@isegoria/consultations';
import { Closings } from './closings.recount';
import { isAtLeast, type AssuranceLevel } from '@isegoria/kernel';

/** Streams are `ballot-<activity>-<pseudonym>`; ids of activities are UUIDs. */
const ballotStream = /^ballot-(.{36})-/;
const castTypes: ReadonlySet<string> = new Set(methods.map(({ castEvent }) => castEvent));

/** People who voted in a consultation, beside the accounts that there were before it closed. */
export interface BallotsOf {
  readonly consultation: string;
  /** In the activity where most did. */
  readonly ballots: number;
  /** At the level `email` or above. */
  readonly email: number;
  /** At the level `attested` or above. */
  readonly attested: number;
  readonly accounts: number;
  /** Confirmed or vouched for, without those on a credential that was reissued since the publication. */
  readonly sure: number;
  /** Those for which an office vouches. */
  readonly vouchedFor: number;
}

/** The streams of the log so far. */
export interface KnownStreams {
  has(stream: string): boolean;
  /** Notes a stream; true if it was not noted before. */
  mark(stream: string): boolean;
}

type Issued = Pick<BallotsOf, 'accounts' | 'sure' | 'vouchedFor'>;

interface Voters {
  all: number;
  email: number;
  attested: number;
  /** Brought in by an office. */
  imported: number;
}

/**
 * As many ballots as credentials: at no point in the log have more people voted in an activity than there were accounts, nor more at the
 * level `email` or above than accounts that were confirmed or vouched for, less those on a credential that was reissued since the
 * consultation was published, nor more at `attested` or above than offices vouched for, nor more imported ones than were imported. Nor
 * have more people been raised after voting than accounts were confirmed since the consultation was published. The
 * types and streams of account events are in the leaves, so that everybody can count them.
 */
export class Credentials {
  registered = 0;
  confirmed = 0;
  imported = 0;
  vouchedFor = 0;
  reissued = 0;
  /** By activity. */
  private readonly voters = new Map<string, Voters>();
  private readonly consultationOf = new Map<string, string>();
  /** Credentials that had been reissued when a consultation was first published. */
  private readonly reissuedBefore = new Map<string, number>();
  /** Accounts that were confirmed by then. */
  private readonly confirmedBefore = new Map<string, number>();
  /** People who were raised to another level after voting, by consultation. */
  private readonly raised = new Map<string, number>();
  /** What there was when each consultation closed. */
  private readonly atClosing = new Map<string, Issued>();
  private readonly closings = new Closings();

  constructor(private readonly streams: KnownStreams) {}

  /** @throws Finding credentials, naming the ballot that is one too many */
  take(entry: Entry): void {
    const { type, stream } = entry.leaf;
    if (type === 'AccountRegistered') this.registered += 1;
    else if (type === 'AccountImported') this.imported += 1;
    else if (type === 'AccountVouchedFor' && this.streams.mark(stream)) this.vouchedFor += 1;
    else if (type === 'EmailConfirmed' && this.streams.mark(stream)) this.confirmed += 1;
    else if (type === 'CredentialReissued') this.reissued += 1;
    else if (type === activityDrafted.type) this.drafted(entry);
    else if (type === consultationPublished.type) this.published(stream);
    else if (type === assuranceRaised.type) this.countRaised(entry);
    else if (stream.startsWith('ballot-')) this.countVoter(entry);
    const closed = this.closings.take(entry);
    if (closed !== undefined && !this.atClosing.has(closed)) this.atClosing.set(closed, this.issuedFor(closed));
  }

  /** The most people who voted in one activity. */
  get mostVoters(): number {
    return [...this.voters.values()].reduce((most, { all }) => Math.max(most, all), 0);
  }

  /** Of every consultation that was published. */
  get byConsultation(): BallotsOf[] {
    return [...this.reissuedBefore.keys()].map((consultation) => {
      const activities = [...this.consultationOf].filter(([, of]) => of === consultation).map(([activity]) => this.voters.get(activity));
      const most = (which: keyof Voters) => Math.max(0, ...activities.map((voters) => voters?.[which] ?? 0));
      const issued = this.atClosing.get(consultation) ?? this.issuedFor(consultation);
      return { consultation, ballots: most('all'), email: most('email'), attested: most('attested'), ...issued };
    });
  }

  private issuedFor(consultation: string): Issued {
    const reissued = this.reissued - (this.reissuedBefore.get(consultation) ?? 0);
    const { vouchedFor } = this;
    return { accounts: this.registered + this.imported, sure: this.confirmed + vouchedFor - reissued, vouchedFor };
  }

  private countVoter({ seq, leaf, body }: Entry): void {
    const [, activity = leaf.stream] = ballotStream.exec(leaf.stream) ?? [];
    const voters = this.votersOf(activity);
    // Whatever event a ballot begins with, even one that only a newer program knows, it is the ballot of one more person.
    if (leaf.revision === 0) voters.all += 1;
    if (body && castTypes.has(leaf.type)) this.countLevels(voters, leaf.stream, body);
    this.mustBeCovered(activity, voters, `Entry ${seq} is the ballot of`, seq);
  }

  /** Nobody is raised who was not confirmed after the publication: whoever was before has voted at that level from the start. */
  private countRaised({ seq, body }: Entry): void {
    const { consultationId, voters } = (body?.data ?? { voters: [] }) as AssuranceRaised['data'];
    const confirmedBefore = this.confirmedBefore.get(consultationId);
    if (confirmedBefore === undefined) return;
    const raised = (this.raised.get(consultationId) ?? 0) + voters.length;
    this.raised.set(consultationId, raised);
    const reissued = this.reissued - this.reissuedBefore.get(consultationId)!;
    const most = this.confirmed - confirmedBefore - reissued;
    if (raised > most)
      throw new Finding(
        'credentials',
        `Entry ${seq} raises person ${raised} in consultation ${consultationId}, and the log has ${most} accounts confirmed since it was published.`,
        seq,
      );
    for (const [activity, of] of this.consultationOf) if (of === consultationId) this.raiseIn(activity, voters, seq);
  }

  private raiseIn(activity: string, people: readonly string[], seq: number): void {
    const voters = this.votersOf(activity);
    for (const stream of people.map((voter) => `ballot-${activity}-${voter}`))
      if (this.streams.has(stream) && this.streams.mark(stream)) voters.email += 1;
    this.mustBeCovered(activity, voters, `Entry ${seq} raises`, seq);
  }

  private mustBeCovered(activity: string, voters: Voters, does: string, seq: number): void {
    const accounts = this.registered + this.imported;
    const reissued = this.reissued - this.reissuedBeforeThe(activity);
    const sure = this.confirmed + this.vouchedFor - reissued;
    const without = reissued === 0 ? '' : `, without ${reissued} on credentials that were reissued since it was published`;
    const bounds: readonly (readonly [people: number, most: number, who: string, what: string])[] = [
      [voters.all, accounts, 'person', 'accounts before it'],
      [voters.email, sure, 'person at level email or above', `confirmed accounts or ones vouched for before it${without}`],
      [voters.attested, this.vouchedFor, 'person at level attested or above', 'accounts that an office vouched for before it'],
      [voters.imported, this.imported, 'imported person', 'imported accounts before it'],
    ];
    for (const [people, most, who, what] of bounds) {
      if (people <= most) continue;
      const which = `${who.replace('person', `person ${people}`)} in activity ${activity}`;
      throw new Finding('credentials', `${does} ${which}, and the log has ${most} ${what}.`, seq);
    }
  }

  /** A person counts at a level from the first ballot at it on, whatever follows. */
  private countLevels(voters: Voters, stream: string, { data, metadata }: NonNullable<Entry['body']>): void {
    const assurance = data.assurance as AssuranceLevel;
    if (isAtLeast(assurance, 'email') && this.streams.mark(stream)) voters.email += 1;
    if (isAtLeast(assurance, 'attested') && this.streams.mark(`attested ${stream}`)) voters.attested += 1;
    if (metadata.imported !== undefined && this.streams.mark(`imported ${stream}`)) voters.imported += 1;
  }

  /** An activity stays in the consultation that it was first drafted in. */
  private drafted({ leaf: { stream }, body }: Entry): void {
    const activity = stream.slice('activity-'.length);
    if (body && !this.consultationOf.has(activity)) this.consultationOf.set(activity, String(body.data.consultationId));
  }

  /** The first publication counts: new dates are no new consultation. */
  private published(stream: string): void {
    const consultation = stream.slice('consultation-'.length);
    if (!this.reissuedBefore.has(consultation)) {
      this.reissuedBefore.set(consultation, this.reissued);
      this.confirmedBefore.set(consultation, this.confirmed);
    }
  }

  /** If a ballot comes before any publication, every reissued credential is one too many. */
  private reissuedBeforeThe(activity: string): number {
    return this.reissuedBefore.get(this.consultationOf.get(activity) ?? '') ?? 0;
  }

  private votersOf(activity: string): Voters {
    let voters = this.voters.get(activity);
    if (!voters) this.voters.set(activity, (voters = { all: 0, email: 0, attested: 0, imported: 0 }));
    return voters;
  }
}
