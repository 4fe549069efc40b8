import type { Context, Span } from '@opentelemetry/api';
import { Rejection, type RejectionCode } from '@isegoria/kernel';
import type { Tracing } from './exporting';
import { tracing } from './tracing';

/**
 * All that a span may say beside its name. The list is closed, and holds figures and codes alone: traces go to others than the log does,
 * and neither an id of a person nor the name of a stream (which holds a pseudonym) may go with them.
 */
export interface Facts {
  /** The log position of what was appended. A batch of a projection that spans it is where it went from there. */
  'isegoria.log.position'?: number;
  /** The first and last log position of a batch, and how many events it holds. */
  'isegoria.log.first'?: number;
  'isegoria.log.last'?: number;
  'isegoria.events'?: number;
  'isegoria.rejection'?: RejectionCode;
  'http.response.status_code'?: number;
}

/** How far a span says more once the work has come to it. */
export type Tell = (facts: Facts) => void;

export interface SpanPlan {
  /** What is done, in few different words: a route or a subject, never a path or a name. */
  readonly name: string;
  readonly kind?: 'INTERNAL' | 'CLIENT' | 'SERVER' | 'CONSUMER';
  /** Where the work was asked for, as {@link traceparent} gave it there. What is going on here when absent. */
  readonly parent?: string | undefined;
  /** What is known before. */
  readonly facts?: Facts;
}

const untold: Tell = () => {};

/**
 * Does the work, as a span when tracing is on. A rejection is an answer, not a failure; for a failure the span has its kind, not its
 * message.
 */
export function traced<Result>(plan: SpanPlan, work: (tell: Tell) => Promise<Result>): Promise<Result> {
  const on = tracing();
  return on ? asSpan(on, plan, work) : work(untold);
}

async function asSpan<Result>(on: Tracing, plan: SpanPlan, work: (tell: Tell) => Promise<Result>): Promise<Result> {
  const { span, context } = begin(on, plan);
  try {
    return await on.api.context.with(context, () => work((facts) => void span.setAttributes({ ...facts })));
  } catch (error) {
    tellFailure(on, span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Begins a span that is to be ended by hand, for work that is no promise. */
export function begin({ api, tracer }: Tracing, { name, kind = 'INTERNAL', parent, facts }: SpanPlan): { span: Span; context: Context } {
  const around = parent === undefined ? api.context.active() : api.propagation.extract(api.ROOT_CONTEXT, { traceparent: parent });
  const span = tracer.startSpan(name, { kind: api.SpanKind[kind], attributes: { ...facts } }, around);
  return { span, context: api.trace.setSpan(around, span) };
}

function tellFailure({ api }: Tracing, span: Span, error: unknown): void {
  if (error instanceof Rejection) span.setAttributes({ 'isegoria.rejection': error.code } satisfies Facts);
  else span.setStatus({ code: api.SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'unknown' });
}

/** The span that is going on, as W3C Trace Context writes it (`traceparent`), to be carried to another process; undefined without one. */
export function traceparent(): string | undefined {
  const on = tracing();
  if (!on) return undefined;
  const carrier: { traceparent?: string } = {};
  on.api.propagation.inject(on.api.context.active(), carrier);
  return carrier.traceparent;
}
