import { Finding, type Entry } from '@isegoria/audit-kit';
import { activityDrafted, consultationPublished, methods } from '@isegoria/consultations';
import { Closings } from './closings.recount';
import { isVerified, type AssuranceLevel } from '@isegoria/kernel';

/** Streams are `ballot-<activity>-<pseudonym>`; ids of activities are UUIDs. */
const ballotStream = /^ballot-(.{36})-/;
const castTypes: ReadonlySet<string> = new Set(methods.map(({ castEvent }) => castEvent));

/** People who voted in a consultation, beside the accounts that there were before it closed. */
export interface BallotsOf {
  readonly consultation: string;
  /** In the activity where most did. */
  readonly ballots: number;
  readonly verified: number;
  readonly accounts: number;
  /** Confirmed or imported, without those on a credential that was reissued since the publication. */
  readonly sure: number;
}

interface Voters {
  all: number;
  verified: number;
}

/**
 * As many ballots as credentials: at no point in the log have more people voted in an activity than there were accounts, nor more verified
 * people than accounts that were confirmed or vouched for, less those on a credential that was reissued since the consultation was
 * published. The types and streams of account events are in the leaves, so that everybody can count them.
 */
export class Credentials {
  registered = 0;
  confirmed = 0;
  imported = 0;
  reissued = 0;
  /** By activity. */
  private readonly voters = new Map<string, Voters>();
  private readonly consultationOf = new Map<string, string>();
  /** Credentials that had been reissued when a consultation was first published. */
  private readonly reissuedBefore = new Map<string, number>();
  /** What there was when each consultation closed. */
  private readonly atClosing = new Map<string, Pick<BallotsOf, 'accounts' | 'sure'>>();
  private readonly closings = new Closings();

  /** @param mark notes a stream; true if it was not noted before */
  constructor(private readonly mark: (stream: string) => boolean) {}

  /** @throws Finding credentials, naming the ballot that is one too many */
  take(entry: Entry): void {
    const { type, stream } = entry.leaf;
    if (type === 'AccountRegistered') this.registered += 1;
    else if (type === 'AccountImported') this.imported += 1;
    else if (type === 'EmailConfirmed' && this.mark(stream)) this.confirmed += 1;
    else if (type === 'CredentialReissued') this.reissued += 1;
    else if (type === activityDrafted.type) this.drafted(entry);
    else if (type === consultationPublished.type) this.published(stream);
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
      return { consultation, ballots: most('all'), verified: most('verified'), ...issued };
    });
  }

  private issuedFor(consultation: string): Pick<BallotsOf, 'accounts' | 'sure'> {
    const reissued = this.reissued - (this.reissuedBefore.get(consultation) ?? 0);
    return { accounts: this.registered + this.imported, sure: this.confirmed + this.imported - reissued };
  }

  private countVoter({ seq, leaf, body }: Entry): void {
    const [, activity = leaf.stream] = ballotStream.exec(leaf.stream) ?? [];
    const voters = this.votersOf(activity);
    // Whatever event a ballot begins with, even one that only a newer program knows, it is the ballot of one more person.
    if (leaf.revision === 0) voters.all += 1;
    const assurance = castTypes.has(leaf.type) ? body?.data.assurance : undefined;
    if (assurance !== undefined && isVerified(assurance as AssuranceLevel) && this.mark(leaf.stream)) voters.verified += 1;
    const accounts = this.registered + this.imported;
    const reissued = this.reissued - this.reissuedBeforeThe(activity);
    const sure = this.confirmed + this.imported - reissued;
    if (voters.all > accounts) {
      const which = `person ${voters.all} in activity ${activity}`;
      throw new Finding('credentials', `Entry ${seq} is the ballot of ${which}, and the log has ${accounts} accounts before it.`, seq);
    }
    if (voters.verified > sure) {
      const without = reissued === 0 ? '' : `, without ${reissued} on credentials that were reissued since it was published`;
      const which = `verified person ${voters.verified} in activity ${activity}`;
      const has = `${sure} confirmed or imported accounts before it${without}`;
      throw new Finding('credentials', `Entry ${seq} is the ballot of ${which}, and the log has ${has}.`, seq);
    }
  }

  /** An activity stays in the consultation that it was first drafted in. */
  private drafted({ leaf: { stream }, body }: Entry): void {
    const activity = stream.slice('activity-'.length);
    if (body && !this.consultationOf.has(activity)) this.consultationOf.set(activity, String(body.data.consultationId));
  }

  /** The first publication counts: new dates are no new consultation. */
  private published(stream: string): void {
    const consultation = stream.slice('consultation-'.length);
    if (!this.reissuedBefore.has(consultation)) this.reissuedBefore.set(consultation, this.reissued);
  }

  /** If a ballot comes before any publication, every reissued credential is one too many. */
  private reissuedBeforeThe(activity: string): number {
    return this.reissuedBefore.get(this.consultationOf.get(activity) ?? '') ?? 0;
  }

  private votersOf(activity: string): Voters {
    let voters = this.voters.get(activity);
    if (!voters) this.voters.set(activity, (voters = { all: 0, verified: 0 }));
    return voters;
  }
}
