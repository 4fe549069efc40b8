import { isVerified, type AssuranceLevel, type CastEvent } from '@isegoria/contracts';
import { Finding } from '../finding';
import type { TakenEntry } from '../tree/taken-entry';

/** Streams are `ballot-<consultation>-<pseudonym>`; ids of consultations are UUIDs. */
const ballotStream = /^ballot-(.{36})-/;
const castTypes = new Set<string>(['StatementVoteCast', 'PollBallotCast'] satisfies CastEvent['type'][]);

interface Voters {
  all: number;
  verified: number;
  /** Credentials that had been reissued when the consultation was first published. */
  reissuedBefore: number;
}

/**
 * As many ballots as credentials: at no point of the log have more people voted in a consultation than accounts were there, nor more
 * verified ones than accounts were confirmed or vouched for, less those on a credential that was reissued since the consultation was
 * published. The types and streams of account events are in the leaves, so that everybody can count them.
 */
export class Credentials {
  registered = 0;
  confirmed = 0;
  imported = 0;
  reissued = 0;
  private readonly voters = new Map<string, Voters>();

  /** @param mark notes a stream. It says whether that was not done before */
  constructor(private readonly mark: (stream: string) => boolean) {}

  /** @throws Finding credentials, naming the ballot that is one too many */
  take(entry: TakenEntry): void {
    const { type, stream } = entry.leaf;
    if (type === 'AccountRegistered') this.registered += 1;
    else if (type === 'AccountImported') this.imported += 1;
    else if (type === 'EmailConfirmed' && this.mark(stream)) this.confirmed += 1;
    else if (type === 'CredentialReissued') this.reissued += 1;
    else if (type === 'ConsultationPublished') this.published(stream);
    else if (stream.startsWith('ballot-')) this.countVoter(entry);
  }

  /** The most people who voted in one consultation. */
  get mostVoters(): number {
    return [...this.voters.values()].reduce((most, { all }) => Math.max(most, all), 0);
  }

  private countVoter({ seq, leaf, body }: TakenEntry): void {
    const [, consultation = leaf.stream] = ballotStream.exec(leaf.stream) ?? [];
    const voters = this.votersOf(consultation);
    // Whatever a ballot begins with, also what only a newer program knows, it is the ballot of one person more.
    if (leaf.revision === 0) voters.all += 1;
    const assurance = castTypes.has(leaf.type) ? body?.data.assurance : undefined;
    if (assurance !== undefined && isVerified(assurance as AssuranceLevel) && this.mark(leaf.stream)) voters.verified += 1;
    const accounts = this.registered + this.imported;
    const reissued = this.reissued - voters.reissuedBefore;
    const sure = this.confirmed + this.imported - reissued;
    if (voters.all > accounts) {
      const which = `person ${voters.all} in consultation ${consultation}`;
      throw new Finding('credentials', `Entry ${seq} is the ballot of ${which}, and the log has ${accounts} accounts before it.`, seq);
    }
    if (voters.verified > sure) {
      const without = reissued === 0 ? '' : `, without ${reissued} on credentials that were reissued since it was published`;
      const which = `verified person ${voters.verified} in consultation ${consultation}`;
      const has = `${sure} confirmed or imported accounts before it${without}`;
      throw new Finding('credentials', `Entry ${seq} is the ballot of ${which}, and the log has ${has}.`, seq);
    }
  }

  /** The first publication counts: new dates are no new consultation. */
  private published(stream: string): void {
    const consultation = stream.slice('consultation-'.length);
    if (!this.voters.has(consultation)) this.voters.set(consultation, { all: 0, verified: 0, reissuedBefore: this.reissued });
  }

  /** Where a ballot comes before any publication, every reissued credential is one too many. */
  private votersOf(consultation: string): Voters {
    let voters = this.voters.get(consultation);
    if (!voters) this.voters.set(consultation, (voters = { all: 0, verified: 0, reissuedBefore: 0 }));
    return voters;
  }
}
