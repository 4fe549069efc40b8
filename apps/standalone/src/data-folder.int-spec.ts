import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

(process.platform === 'win32' ? describe.skip : describe)('a data folder that others could read', () => {
  let parent: string;
  let path: string;
  const inside = (...names: string[]) => join(path, ...names);
  const modeOf = (name: string) => statSync(name).mode & 0o777;
  const written = (name: string, mode: number) => {
    writeFileSync(name, '{}');
    chmodSync(name, mode);
  };
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'isegoria-folder-'));
    path = join(parent, 'data');
    mkdirSync(path);
    chmodSync(path, 0o755);
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  it('is closed with its secrets when it is opened', () => {
    written(inside('secrets.json'), 0o644);
    written(inside('log-signing-key.pem'), 0o640);
    mkdirSync(inside('key-epochs'), { mode: 0o755 });
    written(inside('key-epochs', '2026-11.key'), 0o664);

    DataFolder.open(path).release();

    expect([path, inside('key-epochs')].map(modeOf)).toEqual([0o700, 0o700]);
    const files = [inside('secrets.json'), inside('log-signing-key.pem'), inside('key-epochs', '2026-11.key')];
    expect(files.map(modeOf)).toEqual([0o600, 0o600, 0o600]);
  });

  it('keeps what its owner made stricter', () => {
    written(inside('secrets.json'), 0o400);
    DataFolder.open(path).release();
    expect(modeOf(inside('secrets.json'))).toBe(0o400);
  });

  it('is used and closed when it is empty', () => {
    mkdirSync(inside('lost+found'));
    DataFolder.open(path).release();
    expect(modeOf(path)).toBe(0o700);
  });

  it("is refused and left alone when it holds somebody's own files and nothing of an installation", () => {
    written(inside('letter.txt'), 0o644);
    expect(() => DataFolder.open(path)).toThrow(/is open to other accounts of this machine and holds other files/);
    expect([path, inside('letter.txt')].map(modeOf)).toEqual([0o755, 0o644]);
    expect(existsSync(inside('isegoria.pid'))).toBe(false);
  });
});
