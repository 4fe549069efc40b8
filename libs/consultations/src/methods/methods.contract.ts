import { deliberation, type DeliberationSettings } from './deliberation/deliberation.contract';
import type { ConsultationMethod } from './method.contract';
import { poll, type PollSettings } from './poll/poll.contract';

/** The ways of taking part. */
export const methods = [deliberation, poll] as const;
type AnyMethod = (typeof methods)[number];

/** What the methods together let an office set; each leaves those of the others null. */
export type MethodSettings = DeliberationSettings & PollSettings;

export type ConsultationKind = AnyMethod['kind'];
export const consultationKinds: readonly ConsultationKind[] = methods.map(({ kind }) => kind);

/** What can be taken out of a consultation as one file. */
export type ExportContents = AnyMethod['exports'][number];
export const exportContents: readonly ExportContents[] = [
  ...new Set(methods.flatMap((method): readonly ExportContents[] => method.exports)),
];

/** The files that can be taken out of a consultation of this kind; none where the kind is not known here. */
export function exportsOf(kind: string): readonly ExportContents[] {
  return methods.find((method) => method.kind === kind)?.exports ?? [];
}

/** The settings that an event or row has, with those that it lacks as another method leaves them; no field but those of known methods. */
export function settingsIn(from: object, known: readonly ConsultationMethod[] = methods): MethodSettings {
  const none: Readonly<Record<string, unknown>> = Object.assign({}, ...known.map(({ noSettings }) => noSettings));
  const given = from as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(none).map(([name, value]) => [name, given[name] ?? value])) as unknown as MethodSettings;
}
