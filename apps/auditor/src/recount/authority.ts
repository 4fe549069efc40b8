import { CompactTable, Finding, saltedHash, type EventBody, type OtherPermission } from '@isegoria/audit-kit';
import {
  accountsErased,
  credentialReissued,
  eventCatalogue,
  isWithin,
  needsNoPermission,
  rolesWith,
  rootUnit,
  type EventContract,
  type RolePermission,
} from '@isegoria/contracts';
import type { TakenEntry } from '../tree/taken-entry';
import { rooms } from './rooms';
import { Units } from './units';

interface Acting {
  readonly by: unknown;
  readonly units: readonly string[];
  readonly isRecordedLater?: boolean;
}

/** Clocks of honest machines differ by less, and a command takes a while to its decision (milliseconds). */
const grace = 60_000;
/** Stands for a role whose name and unit only auditors with an account can read. */
const unknown = 'unknown';
/** The third event of an account, behind its registration and confirmation, before which nobody can have given it anything. */
const asTheAccountBegins = 2;

/**
 * Whether each act of an official is by an account that had the permission at that place in the log, through a role held in the unit of the
 * thing or above it: publications, moderation, answers, exports, settings, drafts, imports, units, roles and erasures, as their contracts
 * say. Who gave which role and who erased whom is in the bodies of account events, which auditors with an account get; that it happened,
 * everybody sees in the leaves.
 */
export class Authority {
  /** Roles by the streams of accounts, each with when it ends by itself (milliseconds since 1970): `moderator root.1f0c22aa`. */
  private readonly rolesOf = new Map<string, Map<string, number>>();
  /** Those that ended since erasures were told last: what is recorded later may have been done while they were held. */
  private readonly ended = new Map<string, Set<string>>();
  private readonly units = new Units();
  /** Accounts that begin with a credential that another one had before: one event more. */
  private readonly reissued = new CompactTable();
  private readonly others: readonly OtherPermission[] = rooms.flatMap(({ permissions }) => permissions.map((begin) => begin()));
  acts = 0;

  /** @throws Finding authority, naming the act that nobody had the right to */
  take(entry: TakenEntry): void {
    const { leaf, body } = entry;
    const contract = eventCatalogue.of(leaf.type);
    if (!contract) return;
    if (body?.metadata.imported) this.refuseWithout('import', { by: body.metadata.imported.by, units: [rootUnit] }, entry);
    if (contract.may && body && !needsNoPermission(contract, body.data)) this.checkAct(contract, entry, body);
    this.remember(entry);
  }

  private checkAct({ may, isRecordedLater }: EventContract, entry: TakenEntry, { data }: EventBody): void {
    this.acts += 1;
    if (this.isNamedByTheOperator(entry, data)) return;
    const other = this.others.map((one) => one.for(entry)).find((permission) => permission !== undefined);
    this.refuseWithout(other ?? may!, { by: data.by, units: this.units.of(entry), isRecordedLater }, entry);
  }

  private refuseWithout(permission: RolePermission, { by, units, isRecordedLater }: Acting, entry: TakenEntry): void {
    const allowed = rolesWith[permission];
    const stream = `account-${String(by)}`;
    const held = this.rolesOf.get(stream);
    const standing = [...(held ?? [])].filter(([, end]) => isRecordedLater || end > timeOf(entry) - grace).map(([role]) => role);
    const roles = held && new Set([...standing, ...((isRecordedLater && this.ended.get(stream)) || [])]);
    if (roles?.has(unknown)) return;
    const unit = units.find((one) => ![...(roles ?? [])].some((held) => counts(held, allowed, one)));
    if (unit === undefined) return;
    const which = `which had no role at that point that may do so in unit ${unit}: ${allowed.join(' or ')}`;
    const why = roles ? which : 'which no event before it gave a role';
    throw new Finding('authority', `Entry ${entry.seq} (${entry.leaf.type}) is by account ${String(by)}, ${why}.`, entry.seq);
  }

  private remember(entry: TakenEntry): void {
    const { leaf, body } = entry;
    if (leaf.type === 'RoleGranted') this.roles(leaf.stream).set(body ? heldRole(body) : unknown, endIn(body));
    if (leaf.type === 'RoleRevoked' && body) this.end(leaf.stream, heldRole(body));
    if (leaf.type === accountsErased.type && body) this.endWith(body);
    if (leaf.type === credentialReissued.type && leaf.revision === asTheAccountBegins) this.reissued.set(...saltedHash(leaf.stream), 1);
    this.units.take(entry);
    for (const other of this.others) other.take(entry);
  }

  /** Somebody has to give the first role: the operator names administrators, whose accounts get that role when they begin. */
  private isNamedByTheOperator({ leaf }: TakenEntry, { by, accountId, role, unit }: EventBody['data']): boolean {
    const begun = asTheAccountBegins + this.reissued.get(...saltedHash(leaf.stream));
    const isFirstOfItsOwn = leaf.type === 'RoleGranted' && leaf.revision === begun && by === accountId;
    return isFirstOfItsOwn && role === 'administrator' && unit === rootUnit;
  }

  private end(stream: string, role: string): void {
    this.roles(stream).delete(role);
    this.ended.set(stream, (this.ended.get(stream) ?? new Set()).add(role));
  }

  /** The roles of an account end with it. */
  private endWith({ data }: EventBody): void {
    this.ended.clear();
    for (const accountId of data.staff as readonly unknown[]) this.rolesOf.get(`account-${String(accountId)}`)?.clear();
  }

  private roles(stream: string): Map<string, number> {
    let roles = this.rolesOf.get(stream);
    if (!roles) this.rolesOf.set(stream, (roles = new Map()));
    return roles;
  }
}

/** When the platform took the command; what came to the log later was decided then. */
function timeOf({ leaf, body }: TakenEntry): number {
  const [received, recorded] = [Date.parse(body?.metadata.at ?? ''), new Date(leaf.time).getTime()];
  return Number.isNaN(received) ? recorded : Math.min(received, recorded);
}

function endIn(body: EventBody | undefined): number {
  const until = body?.data['until'];
  return typeof until === 'string' ? Date.parse(until) : Infinity;
}

function heldRole({ data: { role, unit } }: EventBody): string {
  return `${String(role)} ${String(unit)}`;
}

function counts(held: string, allowed: readonly string[], unit: string): boolean {
  const [role = '', where = ''] = held.split(' ');
  return allowed.includes(role) && isWithin(unit, where);
}
