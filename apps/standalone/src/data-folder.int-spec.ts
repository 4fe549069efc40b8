import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder';

describe('the secrets of a data folder', () => {
  let path: string;
  let folder: DataFolder;
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'isegoria-folder-'));
    folder = DataFolder.open(path);
  });
  afterEach(() => {
    folder.release();
    rmSync(path, { recursive: true, force: true });
  });

  it('are made once', () => {
    const made = folder.secrets();
    expect(folder.secrets()).toEqual(made);
    expect(Buffer.from(made.COMMAND_ID_KEY, 'base64')).toHaveLength(32);
  });

  it('get the key of command ids where they are from before there was one, and keep it', () => {
    const { COMMAND_ID_KEY: before, ...older } = folder.secrets();
    writeFileSync(join(path, 'secrets.json'), JSON.stringify(older));
    const completed = folder.secrets();
    expect(completed).toEqual({ ...older, COMMAND_ID_KEY: expect.any(String) });
    expect(completed.COMMAND_ID_KEY).not.toBe(before);
    expect(JSON.parse(readFileSync(join(path, 'secrets.json'), 'utf8'))).toEqual(completed);
    expect(folder.secrets()).toEqual(completed);
  });
});
