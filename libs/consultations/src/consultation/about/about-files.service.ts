import { isPicture } from '@isegoria/content';
import type { EventStore } from '@isegoria/event-sourcing';
import { Rejection } from '@isegoria/kernel';
import { attachedFile, attachedFiles } from '@isegoria/service-host';
import type { AboutDraft, WithFiles } from './about.contract';

/**
 * The files that a command names, as the log has them; nothing for a command that names none.
 * @throws Rejection FILE_NOT_FOUND, FILE_WITHDRAWN, ALTERNATIVE_TEXT_MISSING or PICTURE_EXPECTED
 */
export async function withFiles(store: EventStore, { picture, documents }: Pick<AboutDraft, 'picture' | 'documents'>): Promise<WithFiles> {
  if (!picture && !documents?.length) return {};
  const shown = picture ? await attachedFile(store, picture, 'picture') : null;
  if (shown && !isPicture(shown.mediaType)) throw new Rejection('PICTURE_EXPECTED', { field: 'picture' });
  return { attached: { picture: shown, documents: await attachedFiles(store, documents ?? [], 'documents') } };
}
