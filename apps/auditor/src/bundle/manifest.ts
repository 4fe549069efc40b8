/** The first line of a bundle. */
export interface Manifest {
  readonly format: 'isegoria-audit-bundle';
  readonly version: 1;
  /** The site that was read, and when that began (UTC). */
  readonly url: string;
  readonly at: string;
}

/** The path of what an auditor noted beside the answers; no path of a site begins so. */
export const noteCalled = (name: string): string => `note: ${name}`;

/** What the site answered at one path; null if nothing is served there. */
export interface RecordedAnswer {
  readonly path: string;
  readonly body: string | null;
}

/** @returns undefined for a line that is not a manifest of this version */
export function readManifest(line: string | undefined): Manifest | undefined {
  try {
    const manifest = JSON.parse(line ?? '') as Manifest;
    return manifest.format === 'isegoria-audit-bundle' && manifest.version === 1 && typeof manifest.url === 'string' ? manifest : undefined;
  } catch {
    return undefined;
  }
}
