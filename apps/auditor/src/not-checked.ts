import type { OpenedLog } from './checkpoint/opened-log';
import type { AuditOptions } from './command-line';
import type { AuditReport } from './report';
import type { Source } from './source/source';
import type { ServedTiles } from './tree/served-tiles';

interface Checked {
  readonly source: Source;
  readonly options: AuditOptions;
  readonly opened: OpenedLog;
  readonly tiles: ServedTiles | undefined;
  readonly files: number | null;
  readonly recounted: Pick<AuditReport, 'figures'>;
}

/** What an audit with these options leaves out, in one sentence each. */
export function notChecked({ source, options, opened, tiles, files, recounted }: Checked): string[] {
  return [
    ...(opened.witnesses ? [] : ['witnesses: the site names none, so that a log shown to you alone would not come out here']),
    ...(opened.witnesses?.policy.quorum === 'none' ? ['witnesses: the policy asks for none'] : []),
    ...(tiles && tiles.areServed === false ? ['tiles: the log serves none'] : []),
    ...(tiles || options.since !== undefined ? [] : ['tiles: a bundle holds none']),
    ...(files === null && !source.isLive ? ['files: a bundle holds none'] : []),
    ...(options.token === undefined && source.isLive
      ? ['the bodies of account and staff events, and so who gave roles and imported accounts: only auditors get them (--token)']
      : []),
    ...(recounted.figures === null ? ['figures, credentials, acts of officials and rules: --since reads a part of the log only'] : []),
  ];
}
