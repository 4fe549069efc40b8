import { Body, Controller, HttpCode, Module, Put, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule, InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, Index, PrimaryGeneratedColumn, Repository } from 'typeorm';
import { IsUUID } from 'class-validator';
import { CastStatementVote } from '@isegoria/contracts';

/**
 * What most platforms do: one NestJS endpoint that inserts a row by TypeORM into PostgreSQL, with the same validation and a unique index
 * that keeps one vote a person and statement. No log, no receipt, no pseudonym: the bar for the votes of the platform.
 */
@Entity('vote')
@Index(['statementId', 'voter'], { unique: true })
class Vote {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id: string;

  @Column('uuid')
  activityId: string;

  @Column('uuid')
  statementId: string;

  @Column('uuid')
  voter: string;

  @Column('text')
  choice: string;

  @Column('timestamptz', { default: () => 'now()' })
  at: Date;
}

class CastVote extends CastStatementVote {
  @IsUUID()
  voter: string;
}

@Controller('votes')
class VoteController {
  constructor(@InjectRepository(Vote) private readonly votes: Repository<Vote>) {}

  @Put()
  @HttpCode(200)
  async cast(@Body(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, transform: true })) vote: CastVote) {
    const { identifiers } = await this.votes.insert(vote);
    return { id: identifiers[0]!['id'] };
  }
}

@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({ type: 'postgres', url: process.env['DATABASE_URL']!, entities: [Vote], synchronize: true, poolSize: 20 }),
    }),
    TypeOrmModule.forFeature([Vote]),
  ],
  controllers: [VoteController],
})
class ReferenceModule {}

/** Runs the reference in a process of its own; tells its parent the port. */
export async function runReference(): Promise<void> {
  const app = await NestFactory.create(ReferenceModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  process.send?.({ port: app.getHttpServer().address().port });
  process.on('disconnect', () => process.exit(0));
}
