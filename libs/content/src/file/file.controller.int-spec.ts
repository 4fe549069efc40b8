import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { actor } from '@isegoria/testing';
import { by, startContent, type TestService } from '../content.fixture';
import { bytesOf, keepBytes } from './file-bytes';
import { fileStream, recordFile, withdrawFile } from './file.contract';

describe('files over the bus', () => {
  let service: TestService;
  let database: DataSource;
  beforeAll(async () => {
    service = await startContent();
    database = await new DataSource({ type: 'postgres', url: process.env['DATABASE_URL'] }).initialize();
  });
  afterAll(async () => {
    await database?.destroy();
    await service?.stop();
  });

  const official = actor('official');
  const recording = (file: string) => ({ file, mediaType: 'application/pdf', size: 4, name: 'Plan.pdf', unit: 'root' });
  async function kept(): Promise<string> {
    const bytes = Buffer.from(randomUUID());
    const file = createHash('sha256').update(bytes).digest('hex');
    await keepBytes(database, file, bytes);
    return file;
  }
  const typesOf = async (file: string) => (await service.store.readStream(fileStream(file))).map(({ type }) => type);

  it('are recorded once their bytes are kept, and lose them when they are withdrawn', async () => {
    const file = await kept();
    await service.send(recordFile.subject, recording(file), by(official));
    await service.send(withdrawFile.subject, { file, reason: 'It named somebody.' }, by(official));
    expect(await typesOf(file)).toEqual(['FileAdded', 'FileWithdrawn']);
    expect(await bytesOf(database, file)).toBeUndefined();
  });

  it('that were withdrawn are not kept when somebody sends them again', async () => {
    const file = await kept();
    await service.send(recordFile.subject, recording(file), by(official));
    await service.send(withdrawFile.subject, { file, reason: 'It named somebody.' }, by(official));
    await keepBytes(database, file, Buffer.from('again'));
    await expect(service.send(recordFile.subject, recording(file), by(official))).rejects.toMatchObject({ code: 'FILE_WITHDRAWN' });
    expect(await bytesOf(database, file)).toBeUndefined();
  });

  it('that were withdrawn since are not kept for a late retry, which has its first answer', async () => {
    const file = await kept();
    const once = by(official);
    const first = await service.send(recordFile.subject, recording(file), once);
    await service.send(withdrawFile.subject, { file, reason: 'It named somebody.' }, by(official));
    expect(await service.send(recordFile.subject, recording(file), once)).toEqual(first);
    await keepBytes(database, file, Buffer.from('again'));
    expect(await service.send(recordFile.subject, recording(file), once)).toEqual(first);
    expect(await bytesOf(database, file)).toBeUndefined();
    expect(await typesOf(file)).toEqual(['FileAdded', 'FileWithdrawn']);
  });

  it('without bytes are not recorded', async () => {
    const file = createHash('sha256').update(randomUUID()).digest('hex');
    await expect(service.send(recordFile.subject, recording(file), by(official))).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect(await typesOf(file)).toEqual([]);
  });
});
