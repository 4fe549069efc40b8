import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { Rejection, rootUnit, categoryKinds, isCategory, kindOfCategory } from '@isegoria/kernel';
import { blankForm, carry, formFor, textOf, categoriesOf, type Visit, type Visited } from '@isegoria/portal-kit';
import { addCategory, renameCategory, withdrawCategory } from '../category.contract';
import { CategoriesOfficePage, CategoryOfficePage, categoriesOfficePath, type CategoryForms } from './categories-office.page';
import { categoryWordsAsFields, categoryWordsSaid } from './category-fields.page';

/** The pages on which administrators of the site look after topics and areas. */
@Controller('office/categories')
export class CategoriesOfficeController {
  @Get()
  async all(@Res() { visit }: Visited): Promise<void> {
    visit.mustBePermitted('administer', rootUnit);
    visit.show(<CategoriesOfficePage tree={await categoriesOf(visit)} />, { title: visit.texts.t('categories.title') });
  }

  @Get(':place')
  async one(@Res() { visit }: Visited, @Param('place') place: string): Promise<void> {
    await showCategory(visit, place);
  }

  @Post(':place/categories')
  async add(@Res() { visit }: Visited, @Param('place') asked: string, @Body() body: unknown): Promise<void> {
    const above = placeInPath(asked);
    await carry(visit, body, addCategory, {
      command: (form) => ({ above, ...categoryWordsSaid(form) }),
      accepted: ({ id, position }) => visit.seeOther(`${categoriesOfficePath}/${id}`, position),
      refused: (add, status) => showCategory(visit, above, { add }, status),
    });
  }

  @Post(':place/words')
  async rename(@Res() { visit }: Visited, @Param('place') asked: string, @Body() body: unknown): Promise<void> {
    const category = placeInPath(asked);
    await carry(visit, body, renameCategory, {
      command: (form) => ({ category, ...categoryWordsSaid(form) }),
      accepted: ({ position }) => visit.seeOther(`${categoriesOfficePath}/${category}`, position),
      refused: (rename, status) => showCategory(visit, category, { rename }, status),
    });
  }

  @Post(':place/withdrawal')
  async withdraw(@Res() { visit }: Visited, @Param('place') asked: string, @Body() body: unknown): Promise<void> {
    const category = placeInPath(asked);
    await carry(visit, body, withdrawCategory, {
      command: (form) => ({ category, reason: textOf(form, 'reason') }),
      accepted: ({ position }) => visit.seeOther(`${categoriesOfficePath}/${category}`, position),
      refused: (withdraw, status) => showCategory(visit, category, { withdraw }, status),
    });
  }
}

const isRoot = (place: string) => categoryKinds.some((kind) => kind === place);

/** Anything that does not look like a place is not found, so no other path of the API can be smuggled in. */
function placeInPath(asked: string): string {
  if (!isRoot(asked) && !isCategory(asked)) throw new Rejection('CATEGORY_NOT_FOUND');
  return asked;
}

async function showCategory(visit: Visit, asked: string, sent: Partial<CategoryForms> = {}, status = 200): Promise<void> {
  const place = placeInPath(asked);
  visit.mustBePermitted('administer', rootUnit);
  const tree = await categoriesOf(visit);
  const category = tree.get(place);
  if (!category && !isRoot(place)) throw new Rejection('CATEGORY_NOT_FOUND');
  const rename = category ? formFor({ values: categoryWordsAsFields(category), version: category.version }, sent.rename) : blankForm();
  const forms = { add: blankForm(), withdraw: blankForm(), ...sent, rename };
  const kind = kindOfCategory(place);
  visit.show(<CategoryOfficePage kind={kind} category={category} tree={tree} forms={forms} />, {
    title: category ? tree.nameOf(place).text : visit.texts.t(`categories.add.${kind}`),
    status,
    address: `${categoriesOfficePath}/${place}`,
  });
}
