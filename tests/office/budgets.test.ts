import { expect, inject, it } from 'vitest';
import { BUDGETS } from '../../scripts/bench/page-budgets.ts';
import { readPage } from '../support/html.ts';
import { density, expectWithin, REAL_DENSITY } from '../support/page-budget.ts';

const dir = inject('officeSite');
const PLAN = 'plans/yijiaohanzi-2011-4/index.html';

it("the page of the office's plan of 4,500 characters keeps to the budget", async () => {
  await expectWithin({ dir, base: '/' }, [[PLAN, BUDGETS.document]]);
});

it('is as hard to compress as texts of our own making are held to be', async () => {
  expect(density(await readPage(dir, PLAN)).bytes).toBeCloseTo(REAL_DENSITY, 2);
});
