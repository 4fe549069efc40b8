import { describe, it } from '@jest/globals';
import { given } from '@isegoria/event-sourcing';
import type { Actor, Role } from '@isegoria/kernel';
import { noFiles } from '../file/attached/attached.contract';
import type { ContentEvent } from './page.contract';
import { pageDecider, type PageCommand } from './page.decider';

const pageId = '5f0c8f0e-2d5b-4b57-9d0f-1b7e3c0c9a11';
const by = '0f4d3f0a-6a6e-4ce5-8f62-7a2a0d3b8c22';
const unit = 'root.aaaaaaaa';
const holding = (where: string, role: Role = 'official'): Actor => ({
  accountId: by,
  roles: [{ role, unit: where }],
  assurance: 'email',
});
const actor = holding(unit);
const words = { title: 'Bridge closed', body: 'From **Monday** on.', language: 'en' as const };

const draft = {
  ...{ type: 'DraftPage' as const, pageId, unit, standing: 'open' as const, kind: 'announcement' as const },
  ...words,
  actor,
} satisfies PageCommand;
const publish = { type: 'PublishPage' as const, pageId, actor };
const withdraw = { type: 'WithdrawPage' as const, pageId, reason: 'The date was wrong.', actor };
const inArabic = { title: 'جسر مغلق', body: 'من يوم الاثنين.', language: 'ar' } as const;
const revise = { type: 'RevisePage' as const, pageId, ...inArabic, note: 'In Arabic.', actor } satisfies PageCommand;

const drafted: ContentEvent = { type: 'PageDrafted', data: { pageId, unit, kind: 'announcement', ...words, files: noFiles, by } };
const published: ContentEvent = { type: 'PagePublished', data: { pageId, by } };
const withdrawn: ContentEvent = { type: 'PageWithdrawn', data: { pageId, by, reason: 'The date was wrong.' } };
const revised: ContentEvent = {
  type: 'PageRevised',
  data: { pageId, title: 'جسر مغلق', body: 'من يوم الاثنين.', language: 'ar', files: noFiles, note: 'In Arabic.', by },
};

describe('a page', () => {
  it('is drafted once', () => {
    given(pageDecider).when(draft).then([drafted]);
    given(pageDecider, [drafted]).when(draft).thenRejected('ALREADY_DONE');
  });

  it('is drafted in a unit that is there and open', () => {
    given(pageDecider)
      .when({ ...draft, standing: 'closed' })
      .thenRejected('UNIT_CLOSED');
    given(pageDecider)
      .when({ ...draft, standing: 'unknown' })
      .thenRejected('UNIT_NOT_FOUND');
  });

  it('is in the hands of officials of its unit or of one above', () => {
    const changes: [Exclude<PageCommand, { type: 'FollowPlan' }>, ContentEvent, ContentEvent[]][] = [
      [draft, drafted, []],
      [revise, revised, [drafted]],
      [publish, published, [drafted]],
      [withdraw, withdrawn, [drafted, published]],
    ];
    for (const [command, event, history] of changes) {
      given(pageDecider, history)
        .when({ ...command, actor: holding('root') })
        .then([event]);
      for (const other of [holding('root.bbbbbbbb'), holding(`${unit}.cccccccc`), holding(unit, 'moderator')])
        given(pageDecider, history)
          .when({ ...command, actor: other })
          .thenRejected('FORBIDDEN_ROLE');
    }
  });

  it('is not found before it is drafted', () => {
    for (const command of [revise, publish, withdraw]) given(pageDecider).when(command).thenRejected('PAGE_NOT_FOUND');
  });

  it('is published from a draft; publishing twice changes nothing', () => {
    given(pageDecider, [drafted]).when(publish).then([published]);
    given(pageDecider, [drafted, published]).when(publish).thenNothing();
  });

  it('stays published when it is revised', () => {
    given(pageDecider, [drafted, published]).when(revise).then([revised]);
    given(pageDecider, [drafted, published, revised]).when(publish).thenNothing();
  });

  it('has the files beside it that the last words came with', () => {
    const picture = {
      file: 'a'.repeat(64),
      name: 'Bridge.png',
      mediaType: 'image/png',
      size: 9,
      alt: 'A bridge',
      width: 3,
      height: 3,
    } as const;
    const files = { picture, documents: [] };
    given(pageDecider)
      .when({ ...draft, attached: files })
      .then([{ ...drafted, data: { ...drafted.data, files } } as ContentEvent]);
    given(pageDecider, [{ ...drafted, data: { ...drafted.data, files } } as ContentEvent])
      .when(revise)
      .then([revised]);
  });

  it('is about topics and areas that are offered, and keeps one that was withdrawn since', () => {
    const [water, coast] = ['topic.1f0c22aa', 'area.1f0c22aa'];
    const about = { ...drafted, data: { ...drafted.data, categories: [coast, water] } } as ContentEvent;
    given(pageDecider)
      .when({ ...draft, categories: [water, coast], standings: ['open', 'open'] })
      .then([about]);
    for (const [standing, code] of [
      ['unknown', 'CATEGORY_NOT_FOUND'],
      ['withdrawn', 'CATEGORY_WITHDRAWN'],
    ] as const) {
      const chosen = { categories: [water], standings: [standing] };
      given(pageDecider)
        .when({ ...draft, ...chosen })
        .thenRejected(code);
      given(pageDecider, [drafted])
        .when({ ...revise, ...chosen })
        .thenRejected(code);
    }
    given(pageDecider, [about])
      .when({ ...revise, categories: [water], standings: ['withdrawn'] })
      .then([{ ...revised, data: { ...revised.data, categories: [water] } } as ContentEvent]);
    given(pageDecider, [about, revised])
      .when({ ...revise, categories: [water], standings: ['withdrawn'] })
      .thenRejected('CATEGORY_WITHDRAWN');
  });

  it('is corrected with a note for everybody once it was published, or with none because an official says so', () => {
    const { note: _, ...unsaid } = revise;
    for (const history of [[drafted, published], [drafted, published, withdrawn]])
      given(pageDecider, history).when(unsaid).thenRejected('NOTE_MISSING');
    const withNote = (note: string | null) => ({ ...revised, data: { ...revised.data, note } }) as ContentEvent;
    given(pageDecider, [drafted, published])
      .when({ ...revise, note: null })
      .then([withNote(null)]);
    given(pageDecider, [drafted]).when(unsaid).then([withNote(null)]);
  });

  it('is not revised by what says the same', () => {
    given(pageDecider, [drafted, published, revised]).when(revise).thenNothing();
    given(pageDecider, [drafted])
      .when({ ...revise, ...words })
      .thenNothing();
  });

  it('is withdrawn with a reason, once, published or not', () => {
    given(pageDecider, [drafted]).when(withdraw).then([withdrawn]);
    given(pageDecider, [drafted, published]).when(withdraw).then([withdrawn]);
    given(pageDecider, [drafted, published, withdrawn]).when(withdraw).thenNothing();
  });

  it('stays withdrawn when it is revised, and may be published again', () => {
    given(pageDecider, [drafted, published, withdrawn, revised]).when(withdraw).thenNothing();
    given(pageDecider, [drafted, published, withdrawn, revised]).when(publish).then([published]);
  });

  it('publishes itself at the time that was planned, unless that was called off or changed', () => {
    const now = new Date('2026-03-01T08:00:00.000Z');
    const at = '2026-03-02T08:00:00.000Z';
    const plan = { type: 'PlanPage' as const, pageId, at, now, actor };
    const planned = (at: string | null): ContentEvent => ({ type: 'PagePublicationPlanned', data: { pageId, at, by } });
    const follow = (when: string): PageCommand => ({ type: 'FollowPlan', pageId, now: new Date(when) });
    const byItself: ContentEvent = { type: 'PagePublished', data: { pageId, by: null } };
    given(pageDecider, [drafted]).when(plan).then([planned(at)]);
    given(pageDecider, [drafted, planned(at)])
      .when({ ...plan, at: '2026-03-02T09:00:00+01:00' })
      .thenNothing();
    given(pageDecider, [drafted])
      .when({ ...plan, at: now.toISOString() })
      .thenRejected('VALIDATION_FAILED');
    given(pageDecider, [drafted, published]).when(plan).thenRejected('ALREADY_DONE');
    given(pageDecider, [drafted, planned(at)]).when(follow('2026-03-02T07:59:59.999Z')).thenNothing();
    given(pageDecider, [drafted, planned(at), revised]).when(follow(at)).then([byItself]);
    for (const since of [byItself, published, withdrawn, planned(null), planned('2026-03-03T08:00:00.000Z')])
      given(pageDecider, [drafted, planned(at), since]).when(follow(at)).thenNothing();
  });

  it('is archived once it is published, with a reason, and is published again', () => {
    const archive = { type: 'ArchivePage' as const, pageId, reason: 'It is over.', actor };
    const archived: ContentEvent = { type: 'PageArchived', data: { pageId, by, reason: 'It is over.' } };
    given(pageDecider, [drafted]).when(archive).thenRejected('PAGE_NOT_PUBLISHED');
    given(pageDecider, [drafted, published]).when(archive).then([archived]);
    given(pageDecider, [drafted, published, archived]).when(archive).thenNothing();
    given(pageDecider, [drafted, published, archived]).when(publish).then([published]);
    given(pageDecider, [drafted, published, archived]).when(withdraw).then([withdrawn]);
  });
});
