import { Finding } from '@isegoria/audit-kit';
import { eventCatalogue } from '@isegoria/contracts';
import { Credentials, Erasures } from '@isegoria/identity/recount';
import type { ActKeys } from '../acts/act-keys';
import { StaffActs } from '../acts/staff-acts';
import type { RebuiltLog } from '../tree/rebuilt-log';
import type { TakenEntry } from '../tree/taken-entry';
import { Authority } from './authority';
import { OwnStreams } from './own-streams';
import { rooms } from './rooms';
import { Rules } from './rules';
import { Times } from './times';
import { UnknownEvents } from './unknown-events';

/** What can be judged only if the log is read from its beginning. */
interface OfWhole {
  readonly credentials: Credentials;
  readonly authority: Authority;
  readonly erasures: Erasures;
  readonly rules: Rules;
  readonly staffActs: StaffActs;
}

/**
 * Everything that judges the events of the log one by one, in its order, until one objects. The objection waits until the log was read and
 * held against its checkpoint: what somebody altered on the way is no event that the log has.
 */
export class Judges {
  private readonly ofEach = [new OwnStreams(), new Times()];
  private readonly unknown = new UnknownEvents();
  readonly ofWhole: OfWhole | undefined;
  private found: Finding | undefined;

  /**
   * @param pending people who were erased, as the site says, and of whom the log does not tell yet
   * @param actKeys those that the log vouches for
   */
  constructor(log: RebuiltLog, isWhole: boolean, pending: number, actKeys: ActKeys) {
    if (!isWhole) return;
    this.ofWhole = {
      credentials: new Credentials(log.revisions, (type) => eventCatalogue.of(type) !== undefined),
      authority: new Authority(),
      erasures: new Erasures(
        rooms.flatMap(({ texts }) => texts.map((begin) => begin())),
        pending,
      ),
      rules: new Rules(),
      staffActs: new StaffActs(actKeys),
    };
  }

  /** Whether nobody has objected so far: what comes after an event that must not be is not judged. */
  get areContent(): boolean {
    return this.found === undefined;
  }

  /** Whether the objection is about the signature of an act. */
  get doubtAnAct(): boolean {
    return this.found?.kind === 'act';
  }

  take(entry: TakenEntry): void {
    if (this.found) return;
    try {
      this.judge(entry);
    } catch (error) {
      if (!(error instanceof Finding)) throw error;
      this.found = error;
    }
  }

  /** @throws Finding what the first of them found */
  refuse(): void {
    if (this.found) throw this.found;
  }

  /** What could not be judged, in one sentence each. */
  notChecked(): string[] {
    return [...this.unknown.inWords(), ...(this.ofWhole?.rules.inWords() ?? [])];
  }

  private judge(entry: TakenEntry): void {
    for (const judge of this.ofEach) judge.take(entry);
    this.unknown.take(entry);
    if (!this.ofWhole) return;
    const { credentials, authority, erasures, rules, staffActs } = this.ofWhole;
    for (const judge of [credentials, authority, erasures, rules, staffActs]) judge.take(entry);
  }
}
