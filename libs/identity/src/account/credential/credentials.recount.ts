import { Finding, type Entry } from '@isegoria/audit-kit';
import { activityDrafted, assuranceRaised, consultationPublished, methods, type AssuranceRaised } from '@isegoria/consultations';
import { servicePublished } from '@isegoria/content';
import { Closings } from './closings.recount';
import { PeopleOfConsultations, general, scopeOf, servicePrefix, type BallotsOf } from './people-of-consultations.recount';

/** Streams are `ballot-<activity>-<pseudonym>`; ids of activities are UUIDs. */
const ballotStream = /^ballot-(.{36})-(.*)$/;
const castTypes: ReadonlySet<string> = new Set(methods.map(({ castEvent }) => castEvent));

/** What a person says, of whatever context: with how sure the platform is of them, and under their pseudonym in the consultation. */
interface Contribution {
  readonly consultationId?: unknown;
  /** Feedback on a service is about no consultation, and has pseudonyms of its own. */
  readonly serviceId?: unknown;
  readonly assurance?: unknown;
  readonly supporter?: string;
  readonly author?: string | null;
}

/** The streams of the log so far. */
export interface KnownStreams {
  /** Notes a stream; true if it was not noted before. */
  mark(stream: string): boolean;
}

/**
 * As many people as credentials: at no point in the log have more people taken part in a consultation, in all its activities and by what
 * they wrote and supported together, or given feedback on a service, than there were accounts; nor more by themselves than registered, nor
 * more of those at the level `email` or above than confirmed, less those on a credential that was reissued since the consultation or the
 * service was published; nor more at `attested` or above than offices vouched for, nor more imported ones than were imported. Nor have more
 * people been raised after voting than accounts were confirmed since the consultation was published. The types and streams of account
 * events are in the leaves, so that everybody can count them.
 */
export class Credentials {
  registered = 0;
  confirmed = 0;
  imported = 0;
  vouchedFor = 0;
  reissued = 0;
  private readonly people = new PeopleOfConsultations();
  /** People who voted, by activity. */
  private readonly voters = new Map<string, number>();
  private readonly consultationOf = new Map<string, string>();
  /** Credentials that had been reissued when a consultation was first published. */
  private readonly reissuedBefore = new Map<string, number>();
  /** Accounts that were confirmed by then. */
  private readonly confirmedBefore = new Map<string, number>();
  /** People who were raised to another level after voting, by consultation. */
  private readonly raised = new Map<string, number>();
  /** What there was when each consultation closed. */
  private readonly atClosing = new Map<string, BallotsOf>();
  private readonly closings = new Closings();

  /** @param isKnown whether this program knows a type of events: what a newer one says outside of ballots counts nobody */
  constructor(
    private readonly streams: KnownStreams,
    private readonly isKnown: (type: string) => boolean = () => true,
  ) {}

  /** @throws Finding credentials, naming the ballot that is one too many */
  take(entry: Entry): void {
    const { type, stream } = entry.leaf;
    if (type === 'AccountRegistered') this.registered += 1;
    else if (type === 'AccountImported') this.imported += 1;
    else if (type === 'AccountVouchedFor' && this.streams.mark(stream)) this.vouchedFor += 1;
    else if (type === 'EmailConfirmed' && this.streams.mark(stream)) this.confirmed += 1;
    else if (type === 'CredentialReissued') this.reissued += 1;
    else if (type === activityDrafted.type) this.drafted(entry);
    else if (type === consultationPublished.type) this.published(stream.slice('consultation-'.length));
    else if (type === servicePublished.type) this.published(servicePrefix + stream.slice('public-service-'.length));
    else if (type === assuranceRaised.type) this.countRaised(entry);
    else this.countPerson(entry);
    const closed = this.closings.take(entry);
    if (closed !== undefined && !this.atClosing.has(closed)) this.atClosing.set(closed, this.standingOf(closed));
  }

  /** The most people who voted in one activity. */
  get mostVoters(): number {
    return [...this.voters.values()].reduce((most, voters) => Math.max(most, voters), 0);
  }

  /** Of every consultation that was published. */
  get byConsultation(): BallotsOf[] {
    const consultations = [...this.reissuedBefore.keys()].filter((scope) => !scope.startsWith(servicePrefix));
    return consultations.map((consultation) => this.atClosing.get(consultation) ?? this.standingOf(consultation));
  }

  private standingOf(consultation: string): BallotsOf {
    const { all, email, attested, imported } = this.people.of(consultation);
    const accounts = { registered: this.registered, confirmed: this.confirmed - this.reissuedSince(consultation) };
    return { consultation, people: all, email, attested, imported, ...accounts, accounts: this.accounts, vouchedFor: this.vouchedFor };
  }

  /** Whatever event a ballot begins with, even one that only a newer program knows, it is the ballot of one more person. */
  private countPerson({ seq, leaf, body }: Entry): void {
    const [, activity, voter] = ballotStream.exec(leaf.stream) ?? [];
    const { assurance, supporter, author, ...about } = (body?.data ?? {}) as Contribution;
    const person = voter ?? (assurance && this.isKnown(leaf.type) ? (supporter ?? author) : undefined);
    if (person === undefined || person === null) return;
    if (activity !== undefined && leaf.revision === 0) this.voters.set(activity, (this.voters.get(activity) ?? 0) + 1);
    const consultation = activity === undefined ? scopeOf(about) : (this.consultationOf.get(activity) ?? activity);
    const level = voter === undefined || castTypes.has(leaf.type) ? assurance : undefined;
    if (level === undefined && leaf.revision > 0) return;
    const hasGrown = this.people.count(consultation, person, level, body?.metadata.imported !== undefined);
    if (hasGrown) this.mustBeCovered(consultation, `Entry ${seq} is of`, seq);
  }

  /** Nobody is raised who was not confirmed after the publication: whoever was before has voted at that level from the start. */
  private countRaised({ seq, body }: Entry): void {
    const { consultationId, voters } = (body?.data ?? { voters: [] }) as AssuranceRaised['data'];
    const confirmedBefore = this.confirmedBefore.get(consultationId);
    if (confirmedBefore === undefined) return;
    const raised = (this.raised.get(consultationId) ?? 0) + voters.length;
    this.raised.set(consultationId, raised);
    const most = this.confirmed - confirmedBefore - this.reissuedSince(consultationId);
    if (raised > most)
      throw new Finding(
        'credentials',
        `Entry ${seq} raises person ${raised} in consultation ${consultationId}, and the log has ${most} accounts confirmed since it was published.`,
        seq,
      );
    for (const voter of voters) this.people.raise(consultationId, voter);
    this.mustBeCovered(consultationId, `Entry ${seq} raises`, seq);
  }

  private mustBeCovered(consultation: string, does: string, seq: number): void {
    const { all, own, email, attested, imported } = this.people.of(consultation);
    const reissued = this.reissuedSince(consultation);
    const without = reissued === 0 ? '' : `, without ${reissued} on credentials that were reissued since it was published`;
    const bounds: readonly (readonly [people: number, most: number, who: string, what: string])[] = [
      [all, this.accounts, 'person', 'accounts before it'],
      [own, this.registered, 'person who was not imported', 'accounts registered before it'],
      [email, this.confirmed - reissued, 'person at level email or above who was not imported', `confirmed accounts before it${without}`],
      [attested, this.vouchedFor, 'person at level attested or above', 'accounts that an office vouched for before it'],
      [imported, this.imported, 'imported person', 'imported accounts before it'],
    ];
    for (const [people, most, who, what] of bounds) {
      if (people <= most) continue;
      const where = inWords(consultation);
      throw new Finding('credentials', `${does} ${who.replace('person', `person ${people}`)} ${where}, and the log has ${most} ${what}.`, seq);
    }
  }

  /** An activity stays in the consultation that it was first drafted in. */
  private drafted({ leaf: { stream }, body }: Entry): void {
    const activity = stream.slice('activity-'.length);
    if (body && !this.consultationOf.has(activity)) this.consultationOf.set(activity, String(body.data.consultationId));
  }

  /** The first publication counts: new dates are no new consultation. */
  private published(consultation: string): void {
    if (!this.reissuedBefore.has(consultation)) {
      this.reissuedBefore.set(consultation, this.reissued);
      this.confirmedBefore.set(consultation, this.confirmed);
    }
  }

  private get accounts(): number {
    return this.registered + this.imported;
  }

  /**
   * If a ballot comes before any publication, every reissued credential is one too many. Questions about no consultation are put at any
   * time, so that of them none is.
   */
  private reissuedSince(consultation: string): number {
    return consultation === general ? 0 : this.reissued - (this.reissuedBefore.get(consultation) ?? 0);
  }
}

function inWords(scope: string): string {
  if (scope === general) return 'in questions about no consultation';
  return scope.startsWith(servicePrefix) ? `in feedback on ${scope}` : `in consultation ${scope}`;
}
