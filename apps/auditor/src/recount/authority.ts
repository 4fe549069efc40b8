import { eventCatalogue, needsNoPermission, rolesWith, type EventContract, type Permission } from '@isegoria/contracts';
import { Finding } from '../finding';
import type { EventBody, TakenEntry } from '../tree/taken-entry';

/** Stands for a role whose name only auditors with an account can read. */
const unknown = 'unknown';
/** The third event of an account, before which nobody can have given it anything. */
const asTheAccountBegins = 2;

/**
 * Whether each act of an official is by an account that had the permission at that place of the log: publications, moderation, answers,
 * exports, settings, drafts, imports, roles and erasures, as their contracts say. Who gave which role and who erased whom is in the bodies
 * of account events, which auditors with an account get; that it happened, everybody sees in the leaves.
 */
export class Authority {
  private readonly rolesOf = new Map<string, Set<string>>();
  /** Statements that the office put and nobody accepted yet. */
  private readonly putByTheOffice = new Set<string>();
  acts = 0;

  /** @throws Finding authority, naming the act that nobody had the right to */
  take(entry: TakenEntry): void {
    const { leaf, body } = entry;
    const contract = eventCatalogue.of(leaf.type);
    if (!contract) return;
    if (body?.metadata.imported) this.refuseWithout('import', body.metadata.imported.by, entry);
    if (contract.may && body && !needsNoPermission(contract, body.data)) this.checkAct(contract, entry, body);
    this.remember(entry);
  }

  private checkAct(contract: EventContract, entry: TakenEntry, { data }: EventBody): void {
    this.acts += 1;
    if (isNamedByTheOperator(entry, data)) return;
    this.refuseWithout(this.permissionFor(contract, entry), data.by, entry);
  }

  /** What the office puts first, whoever drafts the consultation accepts at once; everything else moderators judge. */
  private permissionFor({ type, may }: EventContract, { leaf }: TakenEntry): Permission {
    const isPutByTheOffice = type === 'StatementAccepted' && leaf.revision === 1 && this.putByTheOffice.delete(leaf.stream);
    return isPutByTheOffice ? 'consult' : may!;
  }

  private refuseWithout(permission: Permission, by: unknown, { seq, leaf }: TakenEntry): void {
    const allowed = rolesWith[permission];
    const roles = this.rolesOf.get(`account-${String(by)}`);
    if (roles?.has(unknown) || allowed.some((role) => roles?.has(role))) return;
    const why = roles ? `which had no role at that point that may do so: ${allowed.join(' or ')}` : 'which no event before it gave a role';
    throw new Finding('authority', `Entry ${seq} (${leaf.type}) is by account ${String(by)}, ${why}.`, seq);
  }

  private remember({ leaf, body }: TakenEntry): void {
    if (leaf.type === 'RoleGranted') this.roles(leaf.stream).add(String(body?.data.role ?? unknown));
    if (leaf.type === 'RoleRevoked' && body) this.roles(leaf.stream).delete(String(body.data.role));
    // The roles of an account end with it.
    if (leaf.type === 'AccountErased') this.rolesOf.get(leaf.stream)?.clear();
    if (leaf.type === 'StatementSubmitted' && body?.data.author === null) this.putByTheOffice.add(leaf.stream);
  }

  private roles(stream: string): Set<string> {
    let roles = this.rolesOf.get(stream);
    if (!roles) this.rolesOf.set(stream, (roles = new Set()));
    return roles;
  }
}

/** Somebody has to give the first role: whoever runs the platform names administrators, whose accounts take that role as they begin. */
function isNamedByTheOperator({ leaf }: TakenEntry, { by, accountId, role }: EventBody['data']): boolean {
  return leaf.type === 'RoleGranted' && leaf.revision === asTheAccountBegins && by === accountId && role === 'administrator';
}
