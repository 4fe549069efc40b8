import { Finding } from '../finding';
import type { TakenEntry } from '../tree/taken-entry';
import type { PublishedConsultation } from './published';

/** Events by which something that was said is shown no longer, a ballot counts no longer (or again), or a consultation ends early. */
const exclusions = new Set(['StatementRejected', 'CommentHidden', 'BallotExcluded', 'BallotReinstated', 'PageWithdrawn', 'ConsultationClosed']);
/** Roles that may exclude. */
const mayExclude = ['official', 'moderator', 'administrator'];
/** An event that says that the key of a person was destroyed. */
const isErasure = /(Erased|KeyDestroyed)$/;

/**
 * Whether each exclusion is by somebody who was given a role, and each text that is gone was erased by an event. Which role an account was
 * given is in the bodies of account events; that it was given one, everybody sees in the leaves.
 */
export class Authority {
  private readonly rolesOf = new Map<string, Set<string>>();
  exclusions = 0;
  erasures = 0;

  /** @throws Finding authority, naming the exclusion that nobody with a role made */
  take(entry: TakenEntry): void {
    const { leaf } = entry;
    if (leaf.type === 'RoleGranted') this.roles(leaf.stream).add(String(entry.body?.data.role ?? 'unknown'));
    if (leaf.type === 'RoleRevoked' && entry.body) this.roles(leaf.stream).delete(String(entry.body.data.role));
    if (isErasure.test(leaf.type)) this.erasures += 1;
    if (exclusions.has(leaf.type)) this.checkExclusion(entry);
  }

  /**
   * Texts that the site shows no longer although their statements stand.
   * @throws Finding authority where there are more of them than erasures in the log
   */
  checkMissingTexts({ id, results }: PublishedConsultation): void {
    const gone = (results.statements ?? []).filter(({ status, text }) => status === 'accepted' && text === null);
    if (gone.length > 0 && this.erasures === 0) {
      throw new Finding('authority', `Consultation ${id}: the text of statement ${gone[0]!.id} is gone, and the log has no event that erased it.`);
    }
  }

  private checkExclusion({ seq, leaf, body }: TakenEntry): void {
    const by = body?.data.by;
    // Closed by its date, not by a person.
    if (leaf.type === 'ConsultationClosed' && by === null) return;
    this.exclusions += 1;
    const roles = this.rolesOf.get(`account-${String(by)}`);
    if (!roles) throw new Finding('authority', `Entry ${seq} (${leaf.type}) is by account ${String(by)}, which no event before it gave a role.`, seq);
    if (roles.has('unknown') || mayExclude.some((role) => roles.has(role))) return;
    throw new Finding('authority', `Entry ${seq} (${leaf.type}) is by account ${String(by)}, which had no role at that point that may exclude anything.`, seq);
  }

  private roles(stream: string): Set<string> {
    let roles = this.rolesOf.get(stream);
    if (!roles) this.rolesOf.set(stream, (roles = new Set()));
    return roles;
  }
}
