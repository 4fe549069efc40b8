import type { RecordedText } from '@isegoria/kernel';

/** The words of a citizen are never plain in the log. */
export function isSealed(text: RecordedText): boolean {
  return 'sealed' in text && typeof text.sealed === 'string';
}
