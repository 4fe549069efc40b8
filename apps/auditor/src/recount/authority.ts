import { Finding } from '../finding';
import type { TakenEntry } from '../tree/taken-entry';

const [offices, moderation] = [['official', 'administrator'], ['moderator', 'administrator']];
/**
 * Events by which something that was said is shown no longer, a ballot or an event counts no longer (or again), or a consultation ends
 * early, and the roles that may.
 */
const exclusions: ReadonlyMap<string, readonly string[]> = new Map([
  ['StatementRejected', moderation],
  ['CommentHidden', moderation],
  ['BallotExcluded', moderation],
  ['BallotReinstated', moderation],
  ['ProjectionEventSkipped', ['administrator']],
  ['PageWithdrawn', offices],
  ['ConsultationClosed', offices],
]);
/** The role that may erase others. */
const mayErase = 'administrator';
/** Stands for a role whose name only auditors with an account can read. */
const unknown = 'unknown';

/**
 * Whether each exclusion is by somebody who was given a role, and each erasure of an account by the account itself or by an administrator.
 * Which role an account was given, and who erased whom, is in the bodies of account events; that it happened, everybody sees in the leaves.
 */
export class Authority {
  private readonly rolesOf = new Map<string, Set<string>>();
  exclusions = 0;

  /** @throws Finding authority, naming the exclusion or the erasure that nobody had the right to */
  take(entry: TakenEntry): void {
    const { leaf } = entry;
    if (leaf.type === 'RoleGranted') this.roles(leaf.stream).add(String(entry.body?.data.role ?? unknown));
    if (leaf.type === 'RoleRevoked' && entry.body) this.roles(leaf.stream).delete(String(entry.body.data.role));
    const mayDoIt = exclusions.get(leaf.type);
    if (mayDoIt) this.checkExclusion(entry, mayDoIt);
    if (leaf.type !== 'AccountErased') return;
    this.checkErasure(entry);
    // The roles of an account end with it.
    this.rolesOf.get(leaf.stream)?.clear();
  }

  private checkExclusion({ seq, leaf, body }: TakenEntry, mayDoIt: readonly string[]): void {
    const by = body?.data.by;
    // Closed by its date, not by a person.
    if (leaf.type === 'ConsultationClosed' && by === null) return;
    this.exclusions += 1;
    const roles = this.rolesOf.get(`account-${String(by)}`);
    if (!roles) throw new Finding('authority', `Entry ${seq} (${leaf.type}) is by account ${String(by)}, which no event before it gave a role.`, seq);
    if (roles.has(unknown) || mayDoIt.some((role) => roles.has(role))) return;
    throw new Finding('authority', `Entry ${seq} (${leaf.type}) is by account ${String(by)}, which had no role at that point that may do so.`, seq);
  }

  private checkErasure({ seq, leaf, body }: TakenEntry): void {
    if (!body) return;
    const { accountId, by } = body.data;
    if (`account-${String(accountId)}` !== leaf.stream) throw new Finding('authority', `Entry ${seq} erases account ${String(accountId)} in the stream of another.`, seq);
    if (by === accountId || this.rolesOf.get(`account-${String(by)}`)?.has(mayErase)) return;
    throw new Finding('authority', `Entry ${seq} erases ${leaf.stream} by account ${String(by)}, which is neither that account nor was an administrator at that point.`, seq);
  }

  private roles(stream: string): Set<string> {
    let roles = this.rolesOf.get(stream);
    if (!roles) this.rolesOf.set(stream, (roles = new Set()));
    return roles;
  }
}
