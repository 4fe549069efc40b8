import type { ExportContents } from '../consultations/events';
import type { Role } from '../roles';
import type { OfficialActionKind } from './act-of-office';

/** One thing that an official did, on record in the log. */
export interface OfficialAction {
  /** Names the entry in the log: `/log/receipts/{eventId}` gives its leaf and the proof. */
  readonly eventId: string;
  /** The log position of the event. */
  readonly position: number;
  /** When the log recorded it. */
  readonly at: string;
  readonly kind: OfficialActionKind;
  /** The first eight digits of the account's id, which the entry in the log has in full: names of officials are not published. Null for
   * what whoever runs the platform did. */
  readonly official: string | null;
  /**
   * The id of the page, consultation, statement, comment, question or export, or `settings`; the pseudonym whose ballot it is; for roles
   * and erasures the first eight digits of the account that they are for; for keys of the log their name and id.
   */
  readonly subject: string;
  readonly consultationId: string | null;
  /** Of the consultation or page that it was about, as it is now; null where there is none for everybody to read. */
  readonly title: string | null;
  /** For roles. */
  readonly role: Role | null;
  /** For exports: what was taken out. */
  readonly contents: ExportContents | null;
  /** What the official gave as reason, where one is asked for; for exports the purpose. */
  readonly reason: string | null;
}
