import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { allPages } from '@isegoria/api-client';
import { carry, formFor, idInPath, textOf, type Visit, type Visited } from '@isegoria/portal-kit';
import type { FormState } from '@isegoria/ui';
import { listPages, showPage } from '../../page/page.contract';
import { addressFrom } from '../address.contract';
import { listPlaces, showTreeVersion } from '../places/places.contract';
import { placePage, takePageOut } from '../site-tree.contract';
import { PlaceOfficePage } from './place-office.page';
import { PlacedTree } from './placed-tree';
import { SiteTreePage, siteTreePath } from './site-tree-office.page';

/** The pages on which officials arrange the site. */
@Controller('office/site')
export class SiteTreeOfficeController {
  @Get()
  async all(@Res() { visit }: Visited): Promise<void> {
    await showTree(visit);
  }

  @Get(':id')
  async one(@Res() { visit }: Visited, @Param('id') id: string): Promise<void> {
    await showPlaceOf(visit, id);
  }

  @Post(':id')
  async place(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const pageId = idInPath(id);
    await carry(visit, body, placePage, {
      command: (form) => ({ pageId, above: textOf(form, 'above') || null, address: textOf(form, 'address').trim().normalize('NFC') }),
      accepted: ({ position }) => visit.seeOther(`${siteTreePath}/${id}`, position),
      refused: (form, status) => showPlaceOf(visit, id, { form }, status),
    });
  }

  @Post(':id/order')
  async move(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const pageId = idInPath(id);
    await carry(visit, body, placePage, {
      command: (form) => {
        const [above, before, address] = ['above', 'before', 'address'].map((name) => textOf(form, name));
        return { pageId, above: above || null, before: before || null, address: address! };
      },
      accepted: ({ position }) => visit.seeOther(siteTreePath, position),
      refused: (form, status) => showTree(visit, form, status),
    });
  }

  @Post(':id/removal')
  async takeOut(@Res() { visit }: Visited, @Param('id') id: string, @Body() body: unknown): Promise<void> {
    const pageId = idInPath(id);
    await carry(visit, body, takePageOut, {
      command: (form) => ({ pageId, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(siteTreePath, position),
      refused: (removal, status) => showPlaceOf(visit, id, { removal }, status),
    });
  }
}

/** The tree and its version, which is asked for first: whatever changes in between makes the version older, never newer, than the tree. */
async function treeOf(visit: Visit): Promise<{ tree: PlacedTree; version: number }> {
  const { version } = await visit.api.ask(showTreeVersion, {});
  return { version, tree: new PlacedTree(await allPages((cursor) => visit.api.ask(listPlaces, { status: 'all', cursor }))) };
}

async function showTree(visit: Visit, refused?: FormState, status = 200): Promise<void> {
  visit.mustBePermitted('publish');
  const [{ tree, version }, { items }] = await Promise.all([treeOf(visit), visit.api.ask(listPages, { status: 'all' })]);
  const unplaced = items.filter(({ id, unit }) => !tree.get(id) && visit.may('publish', unit));
  const form = { ...formFor({ values: {}, version }), errors: refused?.errors ?? [] };
  visit.show(
    <SiteTreePage
      tree={tree}
      unplaced={unplaced}
      mayMove={({ unit, above }) => visit.may('publish', tree.unitOfPlace(unit, above))}
      form={form}
    />,
    { title: visit.texts.t('siteTree.title'), status, address: siteTreePath },
  );
}

async function showPlaceOf(visit: Visit, id: string, sent: { form?: FormState; removal?: FormState } = {}, status = 200): Promise<void> {
  const [page, { tree, version }] = await Promise.all([visit.api.ask(showPage, { pageId: idInPath(id) }), treeOf(visit)]);
  visit.mustBePermitted('publish', page.unit);
  const placed = tree.get(page.id);
  const mayGo = (above: string | null) => above === placed?.above || visit.may('publish', tree.unitOfPlace(page.unit, above));
  const choices = [
    ...(mayGo(null) || !placed ? [{ value: '', label: visit.texts.t('siteTree.atTop') }] : []),
    ...tree
      .inOrder(page.id)
      .filter((one) => mayGo(one.id))
      .map((one) => ({ value: one.id, label: `${'– '.repeat(tree.depthOf(one))}${one.title}`, language: one.language })),
  ];
  const values = { above: placed?.above ?? '', address: placed?.address ?? addressFrom(page.title) };
  visit.show(
    <PlaceOfficePage
      page={page}
      placed={placed}
      choices={choices}
      form={formFor({ values, version }, sent.form)}
      removal={formFor({ values: {}, version }, sent.removal)}
    />,
    { title: visit.texts.t('siteTree.place'), status, address: `${siteTreePath}/${page.id}` },
  );
}
