import { underLock } from './group-lock';
import { fillRows, type RunGroup } from './run-group';
import { rebuiltSchema } from './schemas';
import { makeRows } from './versions';

/**
 * Fills the rows of a group again beside the live ones, from the start of the log, and swaps them in. A projector that runs meanwhile keeps
 * the live rows up to date, finds them moved, and goes on from the new ones.
 * @throws an Error when an event cannot be applied
 */
export async function rebuildGroup(run: Omit<RunGroup, 'onStopped'>): Promise<void> {
  const { dataSource, group, signal } = run;
  await underLock({ dataSource, name: rebuiltSchema(group.name), stopping: signal }, async (ending) => {
    const schema = rebuiltSchema(group.name);
    await makeRows(dataSource, group, schema);
    let failure: Error | undefined;
    const onStopped: RunGroup['onStopped'] = (poison) => {
      if (!poison) return;
      failure = new Error(`Event ${poison.eventId} (${poison.type}, position ${poison.position}) cannot be applied: ${poison.code}.`);
      ending.abort();
    };
    await fillRows({ ...run, signal: ending.signal, onStopped }, { schema, position: -1, isLive: false }, ({ visible }) => visible);
    if (failure) throw failure;
  });
}
