import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { eventCatalogue } from '@isegoria/contracts';
import { PlatformModule } from '@isegoria/service-host';
import { CheckpointController } from './checkpoint/checkpoint.controller';
import { EntriesController } from './entries/entries.controller';
import { Readers } from './entries/readers';
import { ProofsController } from './proofs/proofs.controller';
import { ReceiptsController } from './receipts/receipts.controller';
import { Sequencing } from './sequencing/sequencing';
import { StoredNodes } from './sequencing/stored-tree';
import { TilesController } from './tiles/tiles.controller';

/** Makes every event a leaf of a Merkle tree, signs its head, and gives everybody what they need to check that. */
@Module({
  imports: [PlatformModule.with({ eventStore: eventCatalogue, entities: [] })],
  providers: [
    Readers,
    Sequencing,
    { provide: StoredNodes, useFactory: (dataSource: DataSource) => new StoredNodes(dataSource), inject: [DataSource] },
  ],
  controllers: [CheckpointController, EntriesController, ProofsController, ReceiptsController, TilesController],
})
export class TransparencyLogModule {}
