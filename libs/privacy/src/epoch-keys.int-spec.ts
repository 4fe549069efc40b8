import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EpochKeyFiles } from './epoch-keys';

describe('the keys of epochs in files', () => {
  let folder: string;
  let keys: EpochKeyFiles;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'isegoria-epochs-'));
    keys = new EpochKeyFiles(join(folder, 'made', 'when missing'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const files = () => readdir(join(folder, 'made', 'when missing'));

  it('are another one for each epoch, and the same for whoever reads one', async () => {
    const [one, other] = [randomUUID(), randomUUID()];
    for (const id of [one, other]) await keys.make(id);
    expect(await keys.read(one)).toHaveLength(32);
    expect(await new EpochKeyFiles(join(folder, 'made', 'when missing')).read(one)).toEqual(await keys.read(one));
    expect(await keys.read(one)).not.toEqual(await keys.read(other));
    expect((await files()).sort()).toEqual([`${one}.key`, `${other}.key`].sort());
  });

  it('are destroyed once or often, and none is there where none was made', async () => {
    const id = randomUUID();
    expect(await keys.read(id)).toBeUndefined();
    await keys.destroy(id);
    await keys.make(id);
    for (const time of ['once', 'again']) {
      await keys.destroy(id);
      expect([time, await keys.read(id), await files()]).toEqual([time, undefined, []]);
    }
  });

  it('are destroyed by whoever comes next when the one before was killed in the middle', async () => {
    const id = randomUUID();
    await keys.make(id);
    const [file] = await files();
    await rename(join(folder, 'made', 'when missing', file!), join(folder, 'made', 'when missing', `${file}.doomed`));
    expect(await keys.read(id)).toBeUndefined();
    await keys.destroy(id);
    expect(await files()).toEqual([]);
  });

  it('never leave their folder, and are refused when they are cut short', async () => {
    for (const id of ['../../etc/passwd', '', `${randomUUID()}/..`]) await expect(keys.read(id)).rejects.toThrow('id of an epoch');
    const id = randomUUID();
    await keys.make(id);
    const path = join(folder, 'made', 'when missing', `${id}.key`);
    await writeFile(path, (await readFile(path)).subarray(0, 31));
    await expect(keys.read(id)).rejects.toThrow('32 bytes');
  });
});
