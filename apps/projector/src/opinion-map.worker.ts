import 'reflect-metadata';
import { workerData } from 'node:worker_threads';
import { DataSource } from 'typeorm';
import { refreshOpinionMap } from '@isegoria/consultations/read-models';
import { readModels } from '@isegoria/read-models';
import type { MapToCompute } from './compute-in-worker';

const { databaseUrl, activityId, schema } = workerData as MapToCompute;
const dataSource = await new DataSource({ type: 'postgres', url: databaseUrl, poolSize: 1, ...readModels }).initialize();
try {
  await refreshOpinionMap(dataSource, activityId, schema);
} finally {
  await dataSource.destroy();
}
