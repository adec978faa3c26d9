import { DECLARATION, element } from './xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** How one part of a file names another. */
export interface Relation {
  /** The name, unique in the part. */
  id: string;
  /** The last segment of its type's address; that of the properties is not the office's. */
  kind: string;
  /** Path from the folder of the part that names it. */
  target: string;
}

/** The relations of a part, as the part beside it holds them. */
export function relationsXml(relations: readonly Relation[]): string {
  const items = relations.map(({ id, kind, target }) => {
    const type = kind === 'core-properties' ? `${PACKAGE}/metadata/${kind}` : `${OFFICE}/${kind}`;
    return element('Relationship', { Id: id, Type: type, Target: target });
  });
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}
