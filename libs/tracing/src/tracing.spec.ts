import { describe, expect, it } from '@jest/globals';
import { startTracing, traced, traceparent, tracing } from '.';

describe('without a collector', () => {
  it('nothing is started, and work is done as it is', async () => {
    delete process.env['OTEL_EXPORTER_OTLP_ENDPOINT'];
    await startTracing('test');
    expect(tracing()).toBeUndefined();
    const answer = Promise.resolve('done');
    expect(traced({ name: 'work' }, () => answer)).toBe(answer);
    expect(traceparent()).toBeUndefined();
  });
});
