import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyFolder } from '../operations';
import { acknowledgedBy, appendersOf, expectWhole, wholeLog } from './appenders.fixture';
import { storeProgram, type StoreProgram } from './store-process.fixture';

/** More of them are asked for with POWER_CUTS. */
const CUTS = Number(process.env['POWER_CUTS'] ?? 2);
const IMAGE_BYTES = 64 * 1024 * 1024;

const run = (command: string, ...args: string[]): string =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

let program: StoreProgram;

/** An ext4 file system in a file; what lies in the file is what has reached the device. */
class Image {
  private device: string | undefined;
  private readonly mountPoint: string;
  readonly folder: string;

  constructor(readonly file: string) {
    this.mountPoint = `${file}.mounted`;
    this.folder = join(this.mountPoint, 'store');
    mkdirSync(this.mountPoint);
  }

  static make(file: string): Image {
    writeFileSync(file, '');
    truncateSync(file, IMAGE_BYTES);
    run('mkfs.ext4', '-q', '-F', file);
    return new Image(file);
  }

  mount(): this {
    this.device = run('losetup', '--find', '--show', this.file);
    run('mount', this.device, this.mountPoint);
    return this;
  }

  unmount(): void {
    if (!this.device) return;
    run('umount', this.mountPoint);
    run('losetup', '--detach', this.device);
    this.device = undefined;
  }
}

beforeAll(() => {
  program = storeProgram();
});

afterAll(() => program.remove());

function canMountImages(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'event-store-'));
  try {
    Image.make(join(folder, 'image')).mount().unmount();
    return true;
  } catch {
    return false;
  } finally {
    spawnSync('umount', [join(folder, 'image.mounted')], { stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  }
}

const possible = canMountImages();
if (!possible)
  console.warn('Power cuts are left out: this machine lets nobody mount an image through a loop device (root, mkfs.ext4, losetup).');

(possible ? describe : describe.skip)('a power cut', () => {
  it(
    `leaves every acknowledged append on the device, ${CUTS} times`,
    async () => {
      const image = Image.make(join(program.folder, 'image')).mount();
      const store = await program.start(image.folder);
      try {
        const appenders = appendersOf(16, 'x'.repeat(300));
        let stopped = false;
        const appending = appenders.map((appender) => appender.appendUntil(() => stopped, store.client, store.gone));
        for (let cut = 0; cut < CUTS; cut += 1) {
          const enough = acknowledgedBy(appenders) + 100 + Math.random() * 100;
          while (acknowledgedBy(appenders) < enough) await new Promise((done) => setTimeout(done, 5 * Math.random()));
          // The store stands still while its device is copied, and is never asked to flush.
          process.kill(store.pid, 'SIGSTOP');
          const before = appenders.map(({ stream, acknowledged }) => ({ stream, acknowledged: [...acknowledged] }));
          copyFileSync(image.file, join(program.folder, `cut-${cut}`));
          process.kill(store.pid, 'SIGCONT');
          await expectOnDevice(join(program.folder, `cut-${cut}`), before);
        }
        stopped = true;
        await Promise.all(appending);
      } finally {
        await store.kill();
        image.unmount();
      }
    },
    60_000 + CUTS * 20_000,
  );
});

async function expectOnDevice(file: string, appenders: Parameters<typeof expectWhole>[1]): Promise<void> {
  // Mounting replays the file system's own journal, as after a real power cut.
  const image = new Image(file).mount();
  try {
    expect(await verifyFolder(image.folder)).toMatchObject({ findings: [] });
    const store = await program.start(image.folder);
    try {
      expectWhole(await wholeLog(store.client), appenders);
    } finally {
      await store.kill();
    }
  } finally {
    image.unmount();
    rmSync(file);
  }
}
