import { hash } from 'node:crypto';
import { getMetadataStorage } from 'class-validator';
import type { Request } from 'express';
import { Rejection, type CommandContract, type Shape } from '@isegoria/kernel';

/** One entity tag in a list of them (RFC 9110 section 8.8.3). A proxy that packs an answer makes its tag a weak one. */
const entityTag = /^(?:W\/)?"(?:(?<versions>\d{1,15}(?:\+\d{1,15})*)(?:\.[\x21\x23-\x7e]*)?|[\x21\x23-\x7e]*)"$/;
/** Nothing ever has it. */
const noVersion = -1;

/** Whether an answer says its version, which a command may then be based on: a number. What tells one content from another is none. */
export function hasVersion(view: Shape<object>): boolean {
  const checks = getMetadataStorage().getTargetValidationMetadatas(view, '', true, false);
  return checks.some(({ propertyName, name }) => propertyName === 'version' && name === 'isInt');
}

/**
 * The entity tag of an answer that says its version: the version, those of its parts, and a digest of the rest, so that no cache takes an
 * answer for another one in which only that changed. Whatever a command changes of it, the tag holds the version that was read.
 */
export function entityTagOf(view: { readonly version: number }): string {
  return `"${versionsOf(view).join('+')}.${hash('sha256', JSON.stringify(view), 'base64url').slice(0, 22)}"`;
}

/** Versions are positions in the log, so that of one part is never taken for that of another. What is null is not there yet: 0. */
function versionsOf(view: { readonly version: number }): number[] {
  const ofParts = Object.entries(view).map(([name, value]: [string, unknown]) => {
    if (name.endsWith('Version')) return value;
    return value === null ? 0 : (value as { readonly version?: unknown }).version;
  });
  return [...new Set([view.version, ...ofParts.filter((version) => typeof version === 'number')])];
}

/**
 * The versions that a request may be based on (`If-Match`): tags of answers, or versions alone in quotes. Undefined where it does not say,
 * or says that any will do (`*`). A tag that holds no version is that of no version.
 * @throws Rejection VALIDATION_FAILED for something else than tags, and for a command that knows no versions: nothing would be kept safe
 */
export function versionsIn(request: Request, { versionedBy }: Pick<CommandContract, 'versionedBy'>): readonly number[] | undefined {
  const asked = request.get('If-Match')?.trim();
  if (asked === undefined) return undefined;
  const tags = asked.split(',').map((tag) => entityTag.exec(tag.trim()));
  const isReadable = asked === '*' || tags.every((tag) => tag !== null);
  if (!versionedBy || !isReadable) throw new Rejection('VALIDATION_FAILED', { field: 'If-Match', params: { constraint: 'other' } });
  return asked === '*' ? undefined : tags.flatMap((tag) => tag?.groups?.['versions']?.split('+').map(Number) ?? [noVersion]);
}
