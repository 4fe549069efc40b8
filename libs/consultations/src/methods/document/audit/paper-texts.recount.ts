import { eventIn, timeSaid, type Entry } from '@isegoria/audit-kit';
import type { ConsultationsEvent } from '../../../contract';
import type { DocumentVersionView, DocumentWritten } from '../document.contract';
import type { DocumentRevised } from '../revision/revision.contract';

/** A version of a text, and the entry of the log by which it stands. */
export interface PaperVersion extends Pick<DocumentVersionView, 'version' | 'writtenAt' | 'reason' | 'follows'> {
  readonly seq: number;
  readonly position: number;
  /** The rule by which annotations are carried over to it; null for the first. */
  readonly carriedBy: DocumentRevised['data']['carriedBy'] | null;
  readonly blocks: DocumentWritten['data']['blocks'];
}

export const paperEvents = ['DocumentWritten', 'DocumentRevised'] as const satisfies ConsultationsEvent['type'][];

/** Every version of every text that stands or stood. */
export class PaperTexts {
  private readonly standing = new Map<string, PaperVersion[]>();
  private readonly coming = new Map<string, DocumentWritten['data']['blocks']>();

  take(entry: Entry): void {
    const event = eventIn<ConsultationsEvent>(entry);
    if (event?.type !== 'DocumentWritten' && event?.type !== 'DocumentRevised') return;
    const { activityId, version } = event.data;
    const { seq, position } = entry;
    const place = { seq, position, writtenAt: timeSaid(entry) };
    const versions = this.standing.get(activityId) ?? [];
    this.standing.set(activityId, versions);
    if (event.type === 'DocumentRevised') {
      const { reason, follows, carriedBy } = event.data;
      versions.push({ version, ...place, reason, follows, carriedBy, blocks: this.coming.get(activityId) ?? [] });
    } else if (version > 1) {
      const before = event.data.part === 1 ? [] : (this.coming.get(activityId) ?? []);
      this.coming.set(activityId, [...before, ...event.data.blocks]);
    } else {
      const [before] = versions;
      const blocks = [...(before?.blocks ?? []), ...event.data.blocks];
      const first = { reason: null, follows: [], carriedBy: null, blocks };
      versions[0] = { version, ...place, ...(before && { seq: before.seq, writtenAt: before.writtenAt }), ...first };
    }
  }

  /** The versions of one text, the first one first; undefined where there is none. */
  of(activityId: string): readonly PaperVersion[] | undefined {
    return this.standing.get(activityId);
  }
}
