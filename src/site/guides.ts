import { type CollectionEntry, getCollection } from 'astro:content';
import { link } from './urls.ts';

export type Reader = NonNullable<CollectionEntry<'help'>['data']['reader']>;

/** A page of the help, as it is listed. */
export interface Guide {
  id: string;
  href: string;
  title: string;
  summary: string;
}

/** The readers in the order of the help, what each comes for, and which pages are theirs unless a page says otherwise. */
const READERS: readonly { reader: Reader; title: string; lead: string; pages: readonly string[] }[] = [
  {
    reader: 'teacher',
    title: '教师',
    lead: '找一句话，看历年怎样说，带走用。',
    pages: ['search', 'offline'],
  },
  { reader: 'staff', title: '工作人员', lead: '核对一个文号：原文、效力、谁依据它。', pages: ['read'] },
  {
    reader: 'office',
    title: '编者',
    lead: '把文件放进文库，补著录，检查，发布。',
    pages: ['publish', 'fields', 'rules'],
  },
  { reader: 'site', title: '关于本站', lead: '数据、网址与无障碍。', pages: ['data', 'accessibility'] },
];

/** Pages that are made from the program itself. */
const MADE: readonly Guide[] = [
  {
    id: 'fields',
    href: link('help/fields/'),
    title: '字段说明',
    summary: '著录信息的每个字段：填什么、怎样填。由校验规则自动生成。',
  },
  {
    id: 'rules',
    href: link('help/rules/'),
    title: '检查规则',
    summary: '检查命令的每条规则：什么是错、为什么、怎样改。',
  },
];

/** The help pages by reader; readers without a page are left out. */
export async function guidesByReader(): Promise<
  { reader: Reader; title: string; lead: string; guides: Guide[] }[]
> {
  const written = (await getCollection('help')).sort((a, b) => a.data.order - b.data.order);
  const known = (id: string): Reader => READERS.find(({ pages }) => pages.includes(id))?.reader ?? 'site';
  const all = [
    ...written.map(({ id, data: { title, summary, reader } }) => ({
      reader: reader ?? known(id),
      guide: { id, href: link(`help/${id}/`), title, summary },
    })),
    ...MADE.map((guide) => ({ reader: known(guide.id), guide })),
  ];
  return READERS.map(({ reader, title, lead }) => ({
    ...{ reader, title, lead },
    guides: all.filter((page) => page.reader === reader).map(({ guide }) => guide),
  })).filter(({ guides }) => guides.length > 0);
}

/** The pages before and after a help page, in the order in which the help lists them. */
export async function guideNeighbours(id: string): Promise<{ previous?: Guide; next?: Guide }> {
  const guides = (await guidesByReader()).flatMap((group) => group.guides);
  const at = guides.findIndex((guide) => guide.id === id);
  const [previous, next] = at < 0 ? [] : [guides[at - 1], guides[at + 1]];
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}
