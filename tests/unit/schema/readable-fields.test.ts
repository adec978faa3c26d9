import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../src/schema/documents.ts';
import { readableFields } from '../../../src/schema/readable-fields.ts';

describe('readableFields', () => {
  it('keeps the fields that are right beside one that is wrong, with defaults', () => {
    expect(
      readableFields(planSchema, { title: '计划', kind: '不存在', issuedOn: '2012-13-01', period: 2012 }),
    ).toEqual({
      title: '计划',
      aliases: [],
      period: '2012',
      topics: [],
      status: { name: '未核实' },
      attachments: [],
      notes: [],
    });
  });

  it('reads nothing from what is no mapping', () => {
    expect(readableFields(planSchema, '标题')).toEqual({});
  });
});
