import { type CollectionEntry, getCollection } from 'astro:content';
import { link } from './urls.ts';

/** A page of the help, as it is listed. */
export interface Guide {
  id: string;
  href: string;
  title: string;
  summary: string;
}

/** A group of the index: pages for one reader. `id` is its anchor. */
export interface GuideGroup {
  id: string;
  title: string;
  lead: string;
  guides: Guide[];
}

/** Whom the help is for, in its order, and what each comes for; pages that name no reader are about the site itself. */
const READERS: readonly (Omit<GuideGroup, 'guides'> & {
  reader: CollectionEntry<'help'>['data']['reader'];
})[] = [
  { reader: '教师', id: 'teacher', title: '教师', lead: '找一句话，看历年怎样说，带走用。' },
  { reader: '科室人员', id: 'staff', title: '科室人员', lead: '核对一个文号：原文、效力、谁依据它。' },
  { reader: '编者', id: 'office', title: '编者', lead: '把文件放进文库，补著录，检查，发布。' },
  { reader: undefined, id: 'site', title: '关于本站', lead: '怎样让每个人都能用，哪里还做得不够。' },
];

/** Pages for editors that are made from the program itself. */
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
export async function guidesByReader(): Promise<GuideGroup[]> {
  const written = (await getCollection('help')).sort((a, b) => a.data.order - b.data.order);
  return READERS.map(({ reader, ...group }) => ({
    ...group,
    guides: [
      ...written
        .filter(({ data }) => data.reader === reader)
        .map(({ id, data: { title, summary } }) => ({ id, href: link(`help/${id}/`), title, summary })),
      ...(reader === '编者' ? MADE : []),
    ],
  })).filter(({ guides }) => guides.length > 0);
}

/** The pages before and after a help page, in the order in which the help lists them. */
export async function guideNeighbours(id: string): Promise<{ previous?: Guide; next?: Guide }> {
  const guides = (await guidesByReader()).flatMap((group) => group.guides);
  const at = guides.findIndex((guide) => guide.id === id);
  const [previous, next] = at < 0 ? [] : [guides[at - 1], guides[at + 1]];
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}
