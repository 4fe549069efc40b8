import { Inject, Injectable } from '@nestjs/common';
import { Rejection, permitted, type Actor, type CommandContext, type Language, type Origin, type Role } from '@isegoria/kernel';
import { metadataOf } from '@isegoria/messaging';
import { SubjectKeys, keyedHash } from '@isegoria/privacy';
import { secrets } from '@isegoria/service-host';
import { PassingKeys } from '../account/profile/passing-keys.service';
import { Addresses } from '../address/addresses.service';
import { messages } from '../mail/messages';
import { Post } from '../mail/post.service';
import { publicLink } from '../mail/public-link.service';
import { tokenHash } from '../session/tokens';
import { Tables } from '../tables.service';
import type { FollowedInvitation, InvitationView, InviteStaff } from './invitation.contract';

const validFor = 7 * 86_400_000;
/** How long after its end people can still ask what became of a link. */
const kept = '5 days';

/** What is sealed: whom it is for, and the command of the administrator of which the role will come. */
interface Sealed {
  readonly email: string;
  readonly language: Language;
  readonly origin: Origin;
}

interface Row {
  readonly id: string;
  readonly sealed: string;
  readonly unit: string;
  readonly role: Role;
  readonly until: Date | null;
  readonly invitedBy: string;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly ended: 'used' | 'replaced' | null;
  readonly usedBy: string | null;
  readonly expired: boolean;
  /** Whether the link that is asked about was replaced by that of a later message. */
  readonly outdated?: boolean;
}

export type Invitation = Omit<Row, 'sealed' | 'expired' | 'outdated'> & Sealed & { readonly state: FollowedInvitation['state'] };

const columns = `id, sealed, unit, role, until, invited_by AS "invitedBy", sent_at AS "sentAt", expires_at AS "expiresAt", ended,
  used_by AS "usedBy", expires_at <= now() AS expired`;
const placeOf = (id: string) => ({ personId: id, purpose: 'invitation' });

/**
 * Invitations to roles. They are in no event: the log has the role once it is held, as an act of the administrator who invited. Whom they
 * are for is sealed under a key of their own, which goes with them; whether the address has an account makes no difference here.
 */
@Injectable()
export class InvitationsOfStaff {
  private readonly key = secrets.emailHashKey();

  constructor(
    @Inject(Tables) private readonly tables: Tables,
    @Inject(SubjectKeys) private readonly keys: SubjectKeys,
    @Inject(Addresses) private readonly addresses: Addresses,
    @Inject(PassingKeys) private readonly passing: PassingKeys,
    @Inject(Post) private readonly post: Post,
  ) {}

  /** One to the same role takes the place of an earlier one. @returns its id */
  async invite({ email, unit, role, until, language }: InviteStaff, actor: Actor, context: CommandContext): Promise<string> {
    const id = context.commandId;
    const { origin } = metadataOf(context, new Date());
    await this.keys.create([id]);
    const sealed = await this.keys.sealKept(placeOf(id), JSON.stringify({ email, language, origin } satisfies Sealed));
    const token = this.tokenOf(context);
    await this.tables.query(
      `WITH issued AS (INSERT INTO identity.invitation (id, token_hash, address, sealed, unit, role, until, invited_by, sent_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9) ON CONFLICT DO NOTHING RETURNING 1)
       UPDATE identity.invitation SET ended = 'replaced', expires_at = least(expires_at, now())
         WHERE address = $3 AND unit = $5 AND role = $6 AND id <> $1 AND ended IS NULL AND EXISTS (SELECT FROM issued)`,
      [id, tokenHash(token), this.addresses.nameOf(email), sealed, unit, role, until ?? null, actor.accountId, end()],
    );
    await this.mail(id, { email, language, role }, token, context);
    return id;
  }

  /** Whether this command has sent one, whatever became of it. */
  async isSent(commandId: string): Promise<boolean> {
    return (await this.tables.query(`SELECT 1 FROM identity.invitation WHERE id = $1`, [commandId])).length > 0;
  }

  /** @throws Rejection NOT_FOUND for one that was accepted, withdrawn or replaced, or is to a role elsewhere */
  async resend(id: string, actor: Actor, context: CommandContext): Promise<void> {
    const invitation = await this.ofAdministrator(id, actor);
    const token = this.tokenOf(context);
    await this.tables.query(
      `UPDATE identity.invitation SET earlier_hashes = earlier_hashes || token_hash, token_hash = $2, sent_at = now(), expires_at = $3
         WHERE id = $1 AND ended IS NULL AND token_hash <> $2 AND $2 <> ALL (earlier_hashes)`,
      [id, tokenHash(token), end()],
    );
    await this.mail(id, invitation, token, context);
  }

  /** May be repeated. @throws Rejection NOT_FOUND for one that was accepted, or is to a role elsewhere */
  async withdraw(id: string, actor: Actor): Promise<void> {
    await this.ofAdministrator(id, actor, 'replaced');
    const [withdrawn] = await this.tables.query(
      `WITH withdrawn AS (UPDATE identity.invitation SET ended = 'replaced', expires_at = least(expires_at, now())
         WHERE id = $1 AND (ended IS NULL OR ended = 'replaced') RETURNING 1) SELECT 1 FROM withdrawn`,
      [id],
    );
    if (!withdrawn) throw new Rejection('NOT_FOUND');
  }

  /** Those to roles in these units and below, newest first. */
  async open(units: readonly string[]): Promise<InvitationView[]> {
    const rows = await this.tables.query<Row>(
      `SELECT ${columns} FROM identity.invitation WHERE ended IS NULL
         AND EXISTS (SELECT FROM unnest($1::text[]) AS above WHERE unit = above OR starts_with(unit, above || '.'))
         ORDER BY sent_at DESC LIMIT 500`,
      [units],
    );
    const opened = await Promise.all(rows.map((row) => this.opened(row)));
    return opened.flatMap((one) => (one ? viewOf(one) : []));
  }

  /** Undefined for a token that never existed, or whose invitation was forgotten. */
  async find(token: string): Promise<Invitation | undefined> {
    const [row] = await this.tables.query<Row>(
      `SELECT ${columns}, token_hash <> $1 AS outdated FROM identity.invitation WHERE token_hash = $1 OR $1 = ANY (earlier_hashes)`,
      [tokenHash(token)],
    );
    return row && this.opened(row);
  }

  /** @returns whether this command is the one that accepted it, now or before */
  async use({ id }: Invitation, token: string, commandId: string): Promise<boolean> {
    const used = await this.tables.query(
      `WITH used AS (UPDATE identity.invitation SET ended = 'used', used_by = $3, expires_at = now()
         WHERE id = $1 AND token_hash = $2 AND ended IS NULL AND expires_at > now() RETURNING 1)
       SELECT 1 FROM used UNION ALL SELECT 1 FROM identity.invitation WHERE id = $1 AND used_by = $3`,
      [id, tokenHash(token), commandId],
    );
    return used.length > 0;
  }

  /** Takes back {@link use}, where the role could not be given. */
  async reopen({ id, expiresAt }: Invitation, commandId: string): Promise<void> {
    await this.tables.query(
      `UPDATE identity.invitation SET ended = NULL, used_by = NULL, expires_at = $3 WHERE id = $1 AND used_by = $2 AND ended = 'used'`,
      [id, commandId, expiresAt.toISOString()],
    );
  }

  /** Forgets what ended some time ago, and makes unreadable whom it was for. May be repeated. */
  async putAway(): Promise<void> {
    const ended = await this.tables.query<{ id: string }>(
      `SELECT id FROM identity.invitation WHERE expires_at < now() - $1::interval LIMIT 1000`,
      [kept],
    );
    for (const { id } of ended) {
      await this.passing.destroy(id);
      await this.tables.query(`DELETE FROM identity.invitation WHERE id = $1`, [id]);
    }
  }

  /** @param also how it may have ended */
  private async ofAdministrator(id: string, actor: Actor, also: Row['ended'] = null): Promise<Invitation> {
    const [row] = await this.tables.query<Row>(
      `SELECT ${columns} FROM identity.invitation WHERE id = $1 AND (ended IS NULL OR ended = $2)`,
      [id, also],
    );
    const invitation = row && (await this.opened(row));
    if (!invitation) throw new Rejection('NOT_FOUND');
    permitted(actor, 'administer', invitation.unit);
    return invitation;
  }

  private async opened({ sealed, expired, outdated, ...row }: Row): Promise<Invitation | undefined> {
    const kept = await this.keys.openKept(placeOf(row.id), sealed);
    if (kept.state !== 'open') return undefined;
    const hasEnded = expired || (row.until !== null && row.until.getTime() <= Date.now());
    const state = row.ended ?? (outdated ? 'replaced' : hasEnded ? 'expired' : 'open');
    return { ...row, ...(JSON.parse(kept.text) as Sealed), state };
  }

  private async mail(
    id: string,
    { email, language, role }: Pick<Invitation, 'email' | 'language' | 'role'>,
    token: string,
    { commandId }: CommandContext,
  ): Promise<void> {
    const message = messages.invitation(language, { link: publicLink('/invitation', { token }) }, role);
    await this.post.send('invitation mail', commandId, { accountId: id, email }, message);
  }

  /** As in links: a keyed hash of the command, the same again where that is repeated. */
  private tokenOf({ commandId }: CommandContext): string {
    return Buffer.from(keyedHash(this.key, 'link invitation', commandId), 'hex').toString('base64url');
  }
}

const end = () => new Date(Date.now() + validFor).toISOString();

function viewOf({ id, email, unit, role, until, sentAt, expiresAt, state }: Invitation): InvitationView {
  const times = { until: until?.toISOString() ?? null, sentAt: sentAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { id, email, unit, role, ...times, expired: state === 'expired' };
}
