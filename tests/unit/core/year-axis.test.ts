import { expect, it } from 'vitest';
import { yearAxis } from '../../../src/core/year-axis.ts';

it('shows the years without anything between those with something', () => {
  expect(yearAxis([2014, 2011, 2011])).toEqual([2011, 2012, 2013, 2014]);
});

it('breaks where there is nothing for long', () => {
  expect(yearAxis([1995, 2010, 2012])).toEqual([1995, null, 2010, 2011, 2012]);
  expect(yearAxis([2005, 2010])).toEqual([2005, 2006, 2007, 2008, 2009, 2010]);
  expect(yearAxis([2004, 2010])).toEqual([2004, null, 2010]);
});

it('is empty without a year', () => {
  expect(yearAxis([])).toEqual([]);
});
