import type { Side, SideDocument, SideField } from '../../src/changes/side.ts';

/** A document of the fictional office as a side of a comparison has it; `given` says what is special. */
export function sideDocument(given: Partial<SideDocument> & { id: string }): SideDocument {
  const { id, title = '云岭区教研室2012年度工作计划' } = given;
  return {
    collection: 'plans',
    file: `${id}.mdx`,
    title,
    docNumber: null,
    aliases: [],
    readable: true,
    fields: [field('title', '标题', title), field('issuer', '发文机关', '云岭区教研室')],
    paragraphs: [],
    body: '',
    status: { name: '未核实', words: '未核实' },
    ...given,
  };
}

export function field(name: string, label: string, value: string): SideField {
  return { name, label, value };
}

/** A library; pages are those of its documents unless given. */
export function side(given: Partial<Side> = {}): Side {
  const documents = given.documents ?? [];
  return {
    documents,
    drafts: [],
    citations: [],
    pages: new Set(documents.map(({ id }) => `/${id}/`)),
    redirects: new Map(),
    derived: new Map(),
    files: [],
    registers: [],
    issues: [],
    ...given,
  };
}

/** A body of one paragraph each. */
export function texts(...paragraphs: readonly string[]): Pick<SideDocument, 'paragraphs' | 'body'> {
  return {
    paragraphs: paragraphs.map((text) => ({
      text,
      heading: text.startsWith('一、') || text.startsWith('二、'),
    })),
    body: paragraphs.join('\n\n'),
  };
}
